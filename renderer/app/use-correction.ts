import { useRef, useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { IdOf } from '#domain/record/correct-start.ts'
import type { Correction, CorrectionFault } from '#domain/record/correct.ts'
import type { Result } from '#domain/result.ts'
import { notice } from '../session/session.ts'
import type { HowWritten } from './how-written.tsx'
import { usePorts } from './ports.ts'
import type { Saving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

export type CorrectionHere = {
  readonly idOf: IdOf
  /** The new version is on record: there is no form to go back to, and what failed after it alone is tried again. */
  readonly isWritten: () => boolean
  /**
   * Writes what was made: every new version first, then the lines through the old ones, the first record's last. Cut off
   * anywhere, both versions stand and nothing is lost. `saveFirst`: how the first new version is saved where a draft becomes
   * it. False: not all of it is written; what cannot be corrected is told.
   */
  readonly save: (make: () => Result<readonly [Correction, ...(readonly Correction[])], CorrectionFault>, how: HowWritten, saveFirst?: (next: Draft) => Promise<boolean>) => Promise<boolean>
}

/** The one place that writes corrections. */
export function useCorrection(saving: Saving): CorrectionHere {
  const { hand } = usePorts()
  const { standing } = useAtWork()
  const [ids] = useState(() => new Map<string, EntryId>())
  // What was made when the first new version was written: it must not be made again of what stands in the chart since.
  const written = useRef<readonly [Correction, ...(readonly Correction[])] | null>(null)
  return {
    idOf: (of, what) => {
      const known = ids.get(`${what} ${of}`)
      if (known !== undefined) return known
      const id = EntryId.parse(hand.newId())
      ids.set(`${what} ${of}`, id)
      return id
    },
    isWritten: () => written.current !== null,
    save: async (make, { onBehalfOf, duty }, saveFirst) => {
      const saveOne = async (draft: Draft): Promise<boolean> => (await saving.save(draft, { ...standing, onBehalfOf }, duty)) !== null
      if (written.current === null) {
        const made = make()
        if (!made.ok) {
          notice(made.error.code)
          return false
        }
        if (!(await (saveFirst ?? saveOne)(made.value[0].next))) return false
        written.current = made.value
      }
      const [first, ...parts] = written.current
      for (const { next } of parts) if (!(await saveOne(next))) return false
      for (const { strike } of [...parts, first]) if (!(await saveOne(strike))) return false
      return true
    },
  }
}
