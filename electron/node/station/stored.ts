import type { z } from 'zod'
import { writeWhole, type Disk } from '../disk/disk.ts'

/** A small JSON file under a schema: absent, readable, or damaged, and these three are told apart. */
export type Stored<Value> = { readonly state: 'absent' } | { readonly state: 'damaged' } | { readonly state: 'readable'; readonly value: Value }

export async function readStored<Value>(disk: Disk, path: string, schema: z.ZodType<Value>): Promise<Stored<Value>> {
  if ((await disk.size(path)) === null) return { state: 'absent' }
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(path))))
    return parsed.success ? { state: 'readable', value: parsed.data } : { state: 'damaged' }
  } catch {
    return { state: 'damaged' } // not text, or not JSON
  }
}

export async function writeStored(disk: Disk, path: string, value: unknown): Promise<void> {
  await writeWhole(disk, path, new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`))
}
