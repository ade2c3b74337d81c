import { useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import type { ClockConfirmed } from '#domain/record/clock-confirmed.ts'
import { ClockScreen } from '../features/clock/clock-screen.tsx'
import { emptyClockDraft } from '../features/clock/draft.ts'
import { goTo, notice, setStatus } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useClockOffset, useDeviceNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

/** Compares the clock with a watch while the ward is open. The entry is saved first; the machine shows it from then on. */
export function ClockPlace() {
  const { bridge, hand } = usePorts()
  const { open, status, person, standing } = useAtWork()
  const device = useDeviceNow()
  const offsetMs = useClockOffset()
  const saving = useSaving(open)
  const [draft, setDraft] = useState(emptyClockDraft)
  const [id] = useState(() => EntryId.parse(hand.newId()))

  async function confirm(confirmed: ClockConfirmed): Promise<void> {
    if ((await saving.save({ id, kind: 'clock-confirmed', patient: null, at: null, body: confirmed }, standing)) === null) return
    const told = await bridge.call('clock:confirm', { offsetMs: confirmed.offsetMs, by: person.staffNumber })
    if (!told.ok) return notice(told.error.code)
    setStatus(told.value)
    goTo({ at: 'home' })
  }

  return (
    <ClockScreen
      draft={draft}
      onDraft={setDraft}
      device={device}
      notBefore={status.clockNotBefore}
      offsetMs={offsetMs}
      isDoubted={status.card.clockInDoubt}
      by={person.staffNumber}
      saved={saving.saved}
      onConfirm={(confirmed) => void confirm(confirmed)}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}
