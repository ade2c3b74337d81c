import { useEffect, useState } from 'react'
import type { AgeIdentity } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { Output, StationStatus } from '#domain/bridge.ts'
import type { Medium } from '#domain/erasure/archive.ts'
import type { MediumFound } from '#domain/erasure/erasure.ts'
import type { IncidentId, StaffNumber } from '#domain/ids.ts'
import { EraseScreen } from '../features/erasure/erase-screen.tsx'
import { ItStep, MediaStep, OfficerStep, type Trying } from '../features/erasure/erase-steps.tsx'
import { proveOfficerKey, readErased, type ErasedRecord, type ProofFault } from '../session/erasure.ts'
import { enterWithPassphrase } from '../session/maintenance.ts'
import { goTo, setStatus } from '../session/session.ts'
import { useWait } from './open-place.tsx'
import { usePorts } from './ports.ts'
import { useIdle } from './use-idle-lock.ts'
import { usePrint } from './use-print.ts'

type Carded = StationStatus & { readonly card: NonNullable<StationStatus['card']> }
type Listed = Output<'erase:list'>

/** Erasing a closed record, and printing the certificate of one that was erased. */
export function ErasePlace({ status }: { readonly status: Carded }) {
  const { bridge, vault } = usePorts()
  const print = usePrint()
  const [listed, setListed] = useState<Listed>({ incidents: [], by: null })
  const [chosenId, setChosen] = useState<IncidentId | null>(null)
  const [erased, setErased] = useState<readonly ErasedRecord[]>([])
  const [officer, setOfficer] = useState<{ readonly staffNumber: StaffNumber; readonly incident: IncidentId } | null>(null)
  const [heads, setHeads] = useState<ReadonlyMap<Medium, Uint8Array>>(new Map())
  const [found, setFound] = useState<ReadonlyMap<Medium, MediumFound | 'failed'>>(new Map())
  const [trying, setTrying] = useState<Trying>(null)
  const [itFault, setItFault] = useState<'wrong-passphrase' | 'failed' | null>(null)
  const [officerFault, setOfficerFault] = useState<ProofFault['code'] | 'one-person' | null>(null)
  const [said, setSaid] = useState<'done' | 'unfinished' | 'refused' | null>(null)
  const [isErasing, setErasing] = useState(false)
  const [wait, setWait] = useWait()

  const look = async (): Promise<void> => {
    const now = await bridge.call('erase:list')
    if (now.ok) setListed(now.value)
    setErased(await readErased(bridge))
  }
  useEffect(() => {
    void look()
    void bridge.call('maintenance:wait').then((owed) => owed.ok && setWait(owed.value.waitSeconds))
  }, [bridge]) // oxlint-disable-line react-hooks/exhaustive-deps -- asked once; each step asks again
  // Whatever takes this screen away ends maintenance: it must never be on where nobody sees it.
  useEffect(() => () => void bridge.call('maintenance:leave', { why: 'asked' }).then((left) => left.ok && setStatus(left.value)), [bridge])
  const leave = (): void => goTo({ at: 'home' })
  useIdle(status.maintenance ? leave : null)

  const chosen = listed.incidents.find(({ incident }) => incident === chosenId) ?? listed.incidents[0] ?? null
  const provenBy = officer !== null && officer.incident === chosen?.incident ? officer.staffNumber : null

  async function enter(staffNumber: StaffNumber, passphrase: Passphrase): Promise<void> {
    setTrying('it')
    const entered = await enterWithPassphrase({ bridge, vault }, staffNumber, passphrase)
    if (entered.ok) setStatus(entered.value)
    setItFault(entered.ok ? null : entered.error.code === 'wrong-passphrase' ? 'wrong-passphrase' : 'failed')
    const owed = await bridge.call('maintenance:wait')
    if (owed.ok) setWait(owed.value.waitSeconds)
    await look()
    setTrying(null)
  }

  async function check(incident: IncidentId, medium: Medium): Promise<void> {
    setTrying(medium)
    const checked = await bridge.call('erase:check', { incident, medium })
    setFound(new Map([...found, [medium, checked.ok ? checked.value.found : 'failed']]))
    if (checked.ok && checked.value.found === 'verified') setHeads(new Map([...heads, [medium, checked.value.head]]))
    await look()
    setTrying(null)
  }

  async function prove(staffNumber: StaffNumber, identity: AgeIdentity): Promise<void> {
    if (chosen === null) return
    if (staffNumber.toUpperCase() === listed.by?.toUpperCase()) return setOfficerFault('one-person')
    setTrying('officer')
    const proven = await proveOfficerKey(identity, chosen.keys, [...heads.values()])
    setOfficer(proven.ok ? { staffNumber, incident: chosen.incident } : null)
    setOfficerFault(proven.ok ? null : proven.error.code)
    setTrying(null)
  }

  async function erase(): Promise<void> {
    if (chosen === null || provenBy === null) return
    setErasing(true)
    const done = await bridge.call('erase:do', { incident: chosen.incident, officer: provenBy })
    if (done.ok) setStatus(done.value)
    setSaid(done.ok ? 'done' : done.error.code === 'disk-failed' ? 'unfinished' : 'refused')
    setOfficer(null)
    setHeads(new Map())
    setFound(new Map())
    await look()
    setErasing(false)
  }

  const printOne = (incident: IncidentId): void => {
    const one = erased.find((each) => each.erased.incident === incident)
    if (one !== undefined) print({ kind: 'erasure', hospital: status.card.profile.hospital, ward: status.card.profile.ward, ...one })
  }
  const isInHand = chosen !== null && chosen.checked.length === 2 && heads.size === 2
  return (
    <EraseScreen
      incidents={listed.incidents} chosen={chosen} by={listed.by} officer={provenBy} said={said} isErasing={isErasing}
      onChoose={(incident) => {
        setChosen(incident)
        setHeads(new Map())
        setFound(new Map())
      }}
      erased={erased.map((one) => ({ incident: one.erased.incident, at: one.erasedAt, by: one.erased.by, second: one.erased.second, isFinished: one.finished !== null }))}
      onErase={() => void erase()} onPrint={printOne} onBack={leave}
    >
      {chosen !== null && (
        <>
          <ItStep by={listed.by} trying={trying} fault={itFault} waitSeconds={wait} onEnter={(staffNumber, passphrase) => void enter(staffNumber, passphrase)} />
          <MediaStep incident={chosen} mayCheck={listed.by !== null} trying={trying} found={found} onCheck={(medium) => void check(chosen.incident, medium)} />
          <OfficerStep officer={provenBy} mayProve={isInHand} trying={trying} fault={officerFault} onProve={(staffNumber, identity) => void prove(staffNumber, identity)} />
        </>
      )}
    </EraseScreen>
  )
}
