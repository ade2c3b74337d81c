import { useState } from 'react'
import { readPin } from '#domain/access/pin.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { missingOfReset, type ResetDraft } from '../features/lock/missing.ts'
import { PinReset, type ResetAnswer } from '../features/lock/pin-reset.tsx'
import { provePin, resetPin } from '../session/pins.ts'
import { usePorts } from './ports.ts'
import { useAtWork } from './ward-context.ts'

type Known = { readonly person: Person; readonly left: number }

/** Another PIN for somebody who forgot theirs, or whose own was stopped: two others give theirs first. */
export function PinResetPlace({ person, people, onPeople, onDone }: {
  readonly person: Person
  readonly people: readonly Known[]
  readonly onPeople: (people: readonly Known[]) => void
  readonly onDone: () => void
}) {
  const { bridge } = usePorts()
  const { open, person: atWork } = useAtWork()
  const [draft, setDraft] = useState<ResetDraft>({ first: atWork.staffNumber, firstPin: '', second: '', secondPin: '', pin: '', pinAgain: '' })
  const [answer, setAnswer] = useState<ResetAnswer>({ kind: 'not-tried' })
  const known = people.map((one) => ({ staffNumber: one.person.staffNumber, name: one.person.name, left: one.left }))

  async function reset(): Promise<void> {
    const [first, second, pin] = [readStaffNumber(draft.first), readStaffNumber(draft.second), readPin(draft.pin)]
    if (first === null || second === null || !pin.ok || answer.kind === 'trying' || missingOfReset(draft, known, person.staffNumber) !== null) return
    setAnswer({ kind: 'trying' })
    for (const [of, typed, empty] of [[first, draft.firstPin, { firstPin: '' }], [second, draft.secondPin, { secondPin: '' }]] as const) {
      const refused = await prove(of, typed)
      if (refused === null) continue
      setDraft({ ...draft, ...empty }) // what was typed into a failed try does not stay
      setAnswer(refused)
      return refresh()
    }
    const kept = await resetPin(bridge, open.dek, open.incident, person, pin.value, [first, second])
    await refresh()
    if (kept.ok) onDone()
    else setAnswer({ kind: 'failed' })
  }

  async function prove(of: StaffNumber, typed: string): Promise<ResetAnswer | null> {
    const pin = readPin(typed)
    if (!pin.ok) return { kind: 'wrong-pin', of, left: known.find(({ staffNumber }) => staffNumber === of)?.left ?? 0 }
    const proved = await provePin(bridge, open.incident, of, pin.value)
    if (proved.ok) return null
    if (proved.error.code === 'wrong-pin') return { kind: 'wrong-pin', of, left: proved.error.left }
    return proved.error.code === 'no-tries-left' ? { kind: 'wrong-pin', of, left: 0 } : { kind: 'failed' }
  }

  async function refresh(): Promise<void> {
    const now = await bridge.call('pin:people')
    if (now.ok) onPeople(now.value.people)
  }

  return <PinReset person={person} people={known} draft={draft} onDraft={setDraft} answer={answer} onReset={() => void reset()} onLeave={onDone} />
}
