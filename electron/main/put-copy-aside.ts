import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { session } from 'electron'
import { origin } from './harden.ts'

/**
 * A lost MANIFEST keeps every database of the window shut for ever, new ones too: Chromium refuses the folder and does
 * not mend it. So the folder is emptied, but only after its files were copied: nobody could look into them, and what
 * they hold beyond the journal, if anything, is not thrown away. The newest only; a disk that does this daily must not
 * fill itself. Only ciphers lie there.
 */
export async function putCopyAside(window: string): Promise<void> {
  const aside = join(window, 'databases-put-aside')
  await rm(aside, { recursive: true, force: true })
  await cp(join(window, 'IndexedDB'), aside, { recursive: true })
  await session.defaultSession.clearStorageData({ origin, storages: ['indexdb'] })
}

/** After an erasure: every database, what was put aside of one, and the caches. Nothing of them is promised, and no record is open. */
export async function forgetCopies(window: string): Promise<void> {
  await rm(join(window, 'databases-put-aside'), { recursive: true, force: true })
  await session.defaultSession.clearStorageData({ origin, storages: ['indexdb'] })
  await session.defaultSession.clearCache()
}
