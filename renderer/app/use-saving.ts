import { useState } from 'react'
import { asDevice } from '#domain/incident/clock.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
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
  readonly save: (draft: Draft, standing: Standing) => Promise<Acknowledged | null>
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
    save: async (draft, standing) => {
      setSaved({ kind: 'saving' })
      const outcome = await open.ward.commit(deviceTimed(draft, open), standing)
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

/** People type the time of a right clock; an entry holds the device's, and is shown corrected again (domain/incident/clock.ts). */
function deviceTimed(draft: Draft, { ward }: OpenWard): Draft {
  return draft.at === null ? draft : { ...draft, at: asDevice(draft.at, ward.view().clock.at(-1)?.offsetMs ?? 0) }
}
