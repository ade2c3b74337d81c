import { afterWrongCode, mayTry, notSlowed, readSlowing, waitSeconds, type MonoNow, type Slowing } from '#domain/access/slowing.ts'
import type { Result } from '#domain/result.ts'
import type { Disk } from '../disk/disk.ts'
import { readStored, writeStored } from './stored.ts'
import { z } from 'zod'

/**
 * Waiting after wrong codes, kept on the disk. A try is counted as wrong before the account's file is given
 * out and taken back when it opens: killing the program between the two gains no guess.
 */
export type Codes = {
  readonly wait: () => Promise<number>
  readonly begin: () => Promise<Result<null, { readonly code: 'wait'; readonly seconds: number }>>
  readonly right: () => Promise<void>
  readonly wrongInARow: () => Promise<number>
}

export function codes(disk: Disk, path: string, now: () => MonoNow): Codes {
  const read = async (): Promise<Slowing> => {
    const stored = await readStored(disk, path, z.unknown())
    return stored.state === 'absent' ? notSlowed : readSlowing(stored.state === 'readable' ? stored.value : null)
  }
  return {
    wait: async () => waitSeconds(await read(), now()),
    begin: async () => {
      const state = await read()
      const allowed = mayTry(state, now())
      // A full disk must not keep the envelope shut: then the wait of this run is all there is.
      if (allowed.ok) await writeStored(disk, path, afterWrongCode(state, now())).catch(() => undefined)
      return allowed
    },
    right: () => writeStored(disk, path, notSlowed).catch(() => undefined),
    wrongInARow: async () => (await read()).wrongInARow,
  }
}
