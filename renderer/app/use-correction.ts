import { useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import type { Correction } from '#domain/record/correct.ts'
import type { HowWritten } from './how-written.tsx'
import { usePorts } from './ports.ts'
import type { Saving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

/** The two records of a correction: the new version first, then the line through the old one. Saved again after a failure, each is recorded once. */
export function useCorrection(saving: Saving): { readonly strike: EntryId; readonly save: (correction: Correction, how: HowWritten) => Promise<boolean> } {
  const { hand } = usePorts()
  const { standing } = useAtWork()
  const [strike] = useState(() => EntryId.parse(hand.newId()))
  return {
    strike,
    save: async ({ next, strike: line }, { onBehalfOf, duty }) => {
      const by = { ...standing, onBehalfOf }
      return (await saving.save(next, by, duty)) !== null && (await saving.save(line, by, duty)) !== null
    },
  }
}
