import { join, normalize, sep } from 'node:path'

/** The file a URL means, or null when it is another host or leads out of the folder. */
export function pathWithin(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url)
  if (host !== 'main') return null
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : null
  } catch {
    return null // a broken percent code
  }
}
