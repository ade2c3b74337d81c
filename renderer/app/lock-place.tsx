import { useEffect, useRef, useState } from 'react'
import { readPin, type Pin } from '#domain/access/pin.ts'
import { readRestartCode } from '#domain/access/code.ts'
import type { StationStatus } from '#domain/bridge.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { staffNumberOf } from '#domain/plan/known-people.ts'
import { Lock } from '../features/lock/lock.tsx'
import { nobodyYet, type LockAnswer, type ReturnedDraft } from '../features/lock/missing.ts'
import { OfficerWay } from '../features/lock/officer-way.tsx'
import { Returned } from '../features/lock/returned.tsx'
import { lock, openWard, standingOf, tellPerson, type OpenWard } from '../session/open-ward.ts'
import { keepPin, unlockWithPin, unlockWithRestartCode } from '../session/pins.ts'
import { goTo, notice, useSession } from '../session/session.ts'
import { unlockWithOfficerKey } from '../session/stand-down.ts'
import { idle } from '../host.ts'
import { useWait } from './open-place.tsx'
import { usePorts } from './ports.ts'
import { useIdle } from './use-idle-lock.ts'

/** In use, and nobody at it: back with a PIN, after a power cut with a restart code, or with an envelope. */
export function LockPlace({ status, onUnlocked }: { readonly status: StationStatus; readonly onUnlocked: (open: OpenWard, person: Person) => void }) {
  const { bridge, hand, vault } = usePorts()
  const [people, setPeople] = useState<readonly { readonly person: Person; readonly left: number }[] | null>(null)
  const [answer, setAnswer] = useState<LockAnswer>({ kind: 'not-tried' })
  const [wait, setWait] = useWait()
  const [returned, setReturned] = useState<ReturnedDraft | null>(null)
  const [isOfficer, setOfficer] = useState(false)
  /** What the restart code opened, until somebody said who they are. */
  const key = useRef<Uint8Array | null>(null)
  const incident = status.incident?.incident ?? null
  const notYet = useSession(({ plan }) => plan.staff)
  useIdle(returned === null && !isOfficer ? null : () => void lock(bridge, null, 'idle'))

  useEffect(() => {
    void bridge.call('pin:people').then((found) => setPeople(found.ok ? found.value.people : []))
    void bridge.call('code:wait').then((owed) => owed.ok && setWait(owed.value.waitSeconds))
  }, [bridge, setWait])

  async function enter(dek: Uint8Array, person: Person, newPin: Pin | null): Promise<void> {
    // The account of the opening stays the account; a person who comes back opens no further envelope.
    const account = status.card?.opened.at(-1) ?? 0
    const open = await openWard({ bridge, hand, idle }, status, dek, account)
    if (!open.ok) {
      notice(open.error.code)
      return setAnswer({ kind: 'failed' })
    }
    if (newPin !== null) await identify(open.value, person, newPin)
    onUnlocked(open.value, person)
  }

  /** Somebody the station does not know since it was started: on record, and with a PIN for the next lock. */
  async function identify(open: OpenWard, person: Person, pin: Pin): Promise<void> {
    const standing = standingOf(status, open, person)
    if (standing !== null) await tellPerson(open, standing, hand, person)
    const kept = await keepPin(bridge, open.dek, open.incident, person, pin)
    if (!kept.ok) notice('pin-not-kept')
  }

  async function enterReturned({ staffNumber, name, profession, pin: typed }: ReturnedDraft): Promise<void> {
    const [staff, pin] = [readStaffNumber(staffNumber), readPin(typed)]
    if (key.current === null || staff === null || profession === null || !pin.ok || answer.kind === 'trying') return
    setAnswer({ kind: 'trying' })
    await enter(key.current, { staffNumber: staff, name, profession }, pin.value)
  }

  async function tryPin(staffNumber: StaffNumber, typed: string): Promise<void> {
    const pin = readPin(typed)
    const known = people?.find(({ person }) => person.staffNumber === staffNumber)
    if (incident === null || known === undefined) return
    setAnswer({ kind: 'trying' })
    const dek = pin.ok ? await unlockWithPin(bridge, incident, staffNumber, pin.value) : null
    if (dek?.ok === true) return enter(dek.value, known.person, null)
    if (dek === null) return setAnswer({ kind: 'not-tried' })
    const fault = dek.error
    setAnswer(fault.code === 'wrong-pin' ? { kind: 'wrong-pin', staffNumber, left: fault.left } : fault.code === 'no-tries-left' ? { kind: 'no-tries-left', staffNumber } : { kind: 'failed' })
    const now = await bridge.call('pin:people')
    if (now.ok) setPeople(people?.map((one) => now.value.people.find(({ person }) => person.staffNumber === one.person.staffNumber) ?? { ...one, left: 0 }) ?? [])
  }

  async function tryRestartCode(staffNumber: string, typed: string): Promise<void> {
    const code = readRestartCode(typed)
    const staff = readStaffNumber(staffNumber)
    if (!code.ok || staff === null) return
    setAnswer({ kind: 'trying' })
    const dek = await unlockWithRestartCode(bridge, vault, staff, code.value)
    if (dek.ok) {
      key.current = dek.value
      setAnswer({ kind: 'not-tried' })
      return setReturned({ ...nobodyYet, staffNumber: staff })
    }
    setAnswer(dek.error.code === 'wrong-code' ? { kind: 'wrong-code' } : dek.error.code === 'file-damaged' ? { kind: 'file-damaged' } : dek.error.code === 'wait' ? { kind: 'not-tried' } : { kind: 'failed' })
    const owed = await bridge.call('code:wait')
    if (owed.ok) setWait(owed.value.waitSeconds)
  }

  async function tryOfficer(staffNumber: string, identity: string): Promise<void> {
    const staff = readStaffNumber(staffNumber)
    if (staff === null) return
    setAnswer({ kind: 'trying' })
    const dek = await unlockWithOfficerKey(bridge, status, identity, staff)
    if (!dek.ok) return setAnswer({ kind: 'failed' })
    key.current = dek.value
    setOfficer(false)
    setAnswer({ kind: 'not-tried' })
    setReturned({ ...nobodyYet, staffNumber: staff })
  }

  if (people === null) return null
  if (isOfficer) return <OfficerWay isTrying={answer.kind === 'trying'} hasFailed={answer.kind === 'failed'} onTry={(staffNumber, identity) => void tryOfficer(staffNumber, identity)} onLeave={() => { setAnswer({ kind: 'not-tried' }); setOfficer(false) }} />
  if (returned !== null) {
    const leave = (): void => {
      key.current?.fill(0)
      key.current = null
      setAnswer({ kind: 'not-tried' })
      setReturned(null)
    }
    return <Returned how="restart" taken={[]} draft={returned} onDraft={setReturned} isEntering={answer.kind === 'trying'} hasFailed={answer.kind === 'failed'} onEnter={() => void enterReturned(returned)} onLeave={leave} />
  }
  return (
    <Lock
      people={people.map(({ person, left }) => ({ staffNumber: person.staffNumber, name: person.name, left }))}
      notYet={notYet.filter(({ staffNumber }) => !people.some(({ person }) => person.staffNumber === staffNumber))}
      whose={(badge) => staffNumberOf(badge, notYet, people.map(({ person }) => person.staffNumber))}
      canUsePins={people.some(({ left }) => left > 0)}
      hasRestartCodes
      answer={answer}
      waitSeconds={wait}
      onPin={(staffNumber, pin) => void tryPin(staffNumber, pin)}
      onRestartCode={(staffNumber, code) => void tryRestartCode(staffNumber, code)}
      onEnvelope={() => goTo({ at: 'open' })}
      onOfficer={status.card?.phase === 'reconciling' ? () => setOfficer(true) : null}
    />
  )
}
