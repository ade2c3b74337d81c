import { useState } from 'react'
import { asDevice } from '#domain/incident/clock.ts'
import { EntryId } from '#domain/ids.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import { flagOutside, isOutsideUsual, type DutySaid } from '#domain/record/usual-duty.ts'
import type { Saved as Acknowledged } from '../store/commit.ts'
import type { Saved } from '../ui/saved-state.tsx'
import type { OpenWard } from '../session/open-ward.ts'
import { dropNotice, notice, setSaved as tellSaved, shownNow, useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'

/** One form's way to the journal, and what its status line says meanwhile. "Saved" is said after the acknowledgement only. */
export type Saving = {
  readonly saved: Saved
  /** `isDraftKept`: a sealed draft follows the typing. A dialog has none. */
  readonly typed: (isDraftKept?: boolean) => void
  readonly clear: () => void
  /** `duty`: why somebody writes what their profession usually does not; without one it is asked again later. */
  readonly save: (draft: Draft, standing: Standing, duty?: DutySaid) => Promise<Acknowledged | null>
}

export function useSaving(open: OpenWard): Saving {
  const { hand } = usePorts()
  const [saved, setSaved] = useState<Saved>({ kind: 'nothing-yet' })
  // Where the notice says that drafts are not kept, no line may say that this one is.
  const isLost = useSession(({ notices }) => notices.includes('draft-not-kept'))
  return {
    saved: saved.kind === 'unsaved' && isLost ? { kind: 'unsaved', isDraftKept: false } : saved,
    typed: (isDraftKept = true) => setSaved({ kind: 'unsaved', isDraftKept }),
    clear: () => setSaved({ kind: 'nothing-yet' }),
    save: async (draft, standing, duty = noDutySaid) => {
      setSaved({ kind: 'saving' })
      const saving = open.ward.commit(deviceTimed(draft, open), standing)
      // Asked for in the same moment, so that both are flushed together; lost alone, it is derived from the entry itself.
      const flag = draft.patient !== null && isOutsideUsual({ kind: draft.kind, by: standing.by, onBehalfOf: standing.onBehalfOf }) ? flagOutside(EntryId.parse(hand.newId()), draft, duty) : null
      if (flag?.ok === true) void open.ward.commit(flag.value, { ...standing, onBehalfOf: null })
      const outcome = await saving
      if (outcome.ok) {
        dropNotice('cannot-save')
        const done: Saved = { kind: 'saved', at: shownNow(hand) }
        setSaved(done)
        tellSaved(done)
        return outcome.value
      }
      if (outcome.error.code === 'frozen') {
        notice('frozen')
        setSaved({ kind: 'unsaved', isDraftKept: true })
        return null
      }
      notice('cannot-save')
      setSaved({ kind: 'cannot-save' })
      tellSaved({ kind: 'cannot-save' })
      return null
    },
  }
}

const noDutySaid: DutySaid = { reason: 'later', words: '' }

/** People type the time of a right clock; an entry holds the device's, and is shown corrected again (domain/incident/clock.ts). */
function deviceTimed(draft: Draft, { ward }: OpenWard): Draft {
  return draft.at === null ? draft : { ...draft, at: asDevice(draft.at, ward.view().clock.at(-1)?.offsetMs ?? 0) }
}
