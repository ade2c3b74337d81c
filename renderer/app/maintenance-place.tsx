import { useEffect, useState } from 'react'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { StationStatus } from '#domain/bridge.ts'
import type { StaffNumber } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import { ChangePassphrase } from '../features/maintenance/change-passphrase.tsx'
import { MaintenanceEntry, type EntryAnswer } from '../features/maintenance/entry.tsx'
import { enterAsOfficer, enterWithPassphrase, keepPassphrase, type EnterFault } from '../session/maintenance.ts'
import { goTo, notice, setStatus } from '../session/session.ts'
import { useWait } from './open-place.tsx'
import { PlanEditPlace } from './plan-edit-place.tsx'
import { usePorts } from './ports.ts'
import { useIdle } from './use-idle-lock.ts'

type Carded = StationStatus & { readonly card: NonNullable<StationStatus['card']> }

/** Maintenance: its door, and behind it what the hospital decides. Idle time shuts the door again. */
export function MaintenancePlace({ status }: { readonly status: Carded }) {
  const { bridge, vault } = usePorts()
  const [answer, setAnswer] = useState<EntryAnswer>('not-tried')
  const [wait, setWait] = useWait()
  const [who, setWho] = useState<StaffNumber | null>(null)
  /** The officer's key opened the door: the passphrase is forgotten and comes first. */
  const [passphrase, setPassphrase] = useState<'no' | 'asked' | 'forgotten' | 'keeping'>('no')

  useEffect(() => {
    void bridge.call('maintenance:wait').then((owed) => owed.ok && setWait(owed.value.waitSeconds))
  }, [bridge, setWait])

  // Whatever takes this screen away ends maintenance: it must never be on where nobody sees it.
  useEffect(() => () => void bridge.call('maintenance:leave', { why: 'asked' }).then((left) => left.ok && setStatus(left.value)), [bridge])

  const leave = async (why: 'asked' | 'idle'): Promise<void> => {
    const left = await bridge.call('maintenance:leave', { why })
    if (left.ok) setStatus(left.value)
    goTo({ at: 'home' })
  }
  useIdle(status.maintenance ? () => void leave('idle') : null)

  async function entered(staffNumber: StaffNumber, outcome: Result<StationStatus, EnterFault>, isForgotten: boolean): Promise<void> {
    if (outcome.ok) {
      setWho(staffNumber)
      setPassphrase(isForgotten ? 'forgotten' : 'no')
      setAnswer('not-tried')
      return setStatus(outcome.value)
    }
    setAnswer(answerOf(outcome.error))
    const owed = await bridge.call('maintenance:wait')
    if (owed.ok) setWait(owed.value.waitSeconds)
  }

  async function byPassphrase(staffNumber: StaffNumber, typed: Passphrase): Promise<void> {
    setAnswer('trying')
    await entered(staffNumber, await enterWithPassphrase({ bridge, vault }, staffNumber, typed), false)
  }

  async function byOfficer(staffNumber: StaffNumber, identity: string): Promise<void> {
    setAnswer('trying')
    await entered(staffNumber, await enterAsOfficer({ bridge, vault }, staffNumber, identity), true)
  }

  /** No account could be read: made anew for the roster's officer, and then used like any other. */
  async function anew(staffNumber: StaffNumber, typed: Passphrase): Promise<void> {
    setAnswer('trying')
    const kept = await keepPassphrase({ bridge, vault }, typed, status.card.roster.officer.recipient, 'changed', staffNumber)
    if (kept.ok) await byPassphrase(staffNumber, typed)
    else setAnswer('failed')
  }

  async function change(typed: Passphrase): Promise<void> {
    const why = passphrase === 'forgotten' ? 'recovered' : 'changed'
    setPassphrase('keeping')
    const kept = await keepPassphrase({ bridge, vault }, typed, status.card.roster.officer.recipient, why, who)
    if (kept.ok) setStatus(kept.value)
    else notice(kept.error.code)
    setPassphrase(kept.ok ? 'no' : why === 'recovered' ? 'forgotten' : 'asked')
  }

  if (!status.maintenance) {
    return (
      <MaintenanceEntry
        isLost={status.maintenanceOfficer === null}
        answer={answer}
        waitSeconds={wait}
        onPassphrase={(staffNumber, typed) => void byPassphrase(staffNumber, typed)}
        onOfficerKey={(staffNumber, identity) => void byOfficer(staffNumber, identity)}
        onNew={(staffNumber, typed) => void anew(staffNumber, typed)}
        onBack={() => goTo({ at: 'home' })}
      />
    )
  }
  if (passphrase !== 'no') {
    return <ChangePassphrase isForgotten={passphrase === 'forgotten'} isKeeping={passphrase === 'keeping'} onKeep={(typed) => void change(typed)} onBack={() => setPassphrase('no')} />
  }
  return <PlanEditPlace profile={status.card.profile} isForOtherOfficer={status.maintenanceOfficer !== status.card.roster.officer.recipient} onPassphrase={() => setPassphrase('asked')} onLeave={() => void leave('asked')} />
}

function answerOf({ code }: EnterFault): EntryAnswer {
  if (code === 'wait') return 'not-tried'
  return code === 'wrong-passphrase' || code === 'other-officer' || code === 'not-an-identity' || code === 'file-damaged' ? code : 'failed'
}
