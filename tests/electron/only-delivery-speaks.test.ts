import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

it('[DELIV-7] one file of everything that ships speaks to a network, and no ward PC’s program holds it', () => {
  const sources = globSync('{domain,renderer,electron}/**/*.{ts,tsx}', { cwd: root })
  expect(sources.length).toBeGreaterThan(400)
  expect(sources.filter((path) => /\b(fetch\(|XMLHttpRequest|WebSocket|EventSource|node:(http|https|net|tls|dgram|dns)\b)/.test(read(path).replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')))).toEqual(['electron/cli/deliver-post.ts'])
  // What is packaged is built from these entries; none of them, and nothing they import, is of the command line (arrows: node-not-to-cli).
  expect(read('build/electron.vite.config.ts')).not.toContain('cli')
  expect(read('build/package/settings.mjs')).not.toContain('electron/cli')
})
