import { useEffect, useMemo, useState } from 'react'
import { fingerprintOf } from '#domain/access/roster.ts'
import { whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { shownName } from '#domain/patient/naming.ts'
import { auditRows, type AuditRow } from '#domain/view/audit.ts'
import { dutyRows, type DutyRow } from '#domain/view/duty-rows.ts'
import type { WardView } from '#domain/view/ward.ts'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import type { Exported } from '../features/audit/export-state.tsx'
import type { Verification } from '../features/audit/verification-panel.tsx'
import { erasedRecords } from '../session/erasure.ts'
import { exportAudit } from '../session/export-audit.ts'
import { publicPages, type PublicEvents } from '../session/public-pages.ts'
import { readAll } from '../session/read-all.ts'
import { goTo, useSession } from '../session/session.ts'
import { rosterHash } from '../vault/account.ts'
import { readTypedHeads, verifyAudit } from '../session/verify-audit.ts'
import { usePorts } from './ports.ts'
import { useNow } from './use-now.ts'
import { usePrint, usePrintAll } from './use-print.ts'

/** The first lines are there at once; the rest of a long incident follows in large pieces. */
const [firstPage, page] = [200, 5000]

/** The audit: public events need no key; who opened whose chart is read from the sealed entries while the ward is open. */
export function AuditPlace({ dek, view = null }: { readonly dek: Uint8Array | null; readonly view?: WardView | null }) {
  const { bridge, hand } = usePorts()
  const print = usePrint()
  const printAll = usePrintAll()
  const status = useSession((session) => session.status)
  const now = useNow(30_000)
  const hasIncident = status?.incident !== null && status !== null
  const [journal, setJournal] = useState<'station' | 'incident'>(hasIncident ? 'incident' : 'station')
  const [events, setEvents] = useState<PublicEvents>([])
  const [typed, setTyped] = useState('')
  const [verification, setVerification] = useState<Verification>({ kind: 'not-yet' })
  const [exported, setExported] = useState<Exported>({ kind: 'not-yet' })
  const [duties, setDuties] = useState<readonly DutyRow[]>([])
  const [openings, setOpenings] = useState<readonly AuditRow[] | null>(null)

  useEffect(() => {
    let isGone = false
    void (async () => {
      let all: PublicEvents = []
      for await (const read of publicPages(bridge, journal, page, firstPage)) {
        if (isGone || !read.ok) return
        all = [...all, ...read.value]
        setEvents(all)
      }
    })()
    return () => {
      isGone = true
    }
  }, [bridge, journal])
  useEffect(() => {
    let isGone = false
    if (dek !== null && status !== null) {
      void readAll(bridge, status, dek, () => isGone).then((read) => {
        if (isGone || !read.ok) return
        setOpenings(auditRows(read.value.entries))
        setDuties(dutyRows(read.value.entries).toReversed())
      })
    }
    return () => {
      isGone = true
    }
  }, [bridge, dek]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; the status changes every few seconds

  const erased = useMemo(() => (journal === 'station' ? erasedRecords(events) : []), [journal, events])
  const heads = readTypedHeads(typed)
  const verify = async (): Promise<void> => {
    if (status === null || heads === null) return
    setVerification({ kind: 'running', done: 0, of: 1 })
    const found = await verifyAudit(bridge, status, dek, heads, () => false)
    setVerification(found.ok ? { kind: 'done', at: hand.now(), ...found.value } : { kind: 'failed' })
  }
  const nameOf = (patient: PatientId): { readonly name: string; readonly number: string } | null => {
    const row = view?.patients.get(patient)
    const who = row === undefined ? null : whoOf(row)
    return who === null ? null : { name: shownName(who.naming), number: who.number }
  }
  const printHead = async (): Promise<void> => {
    const fresh = await bridge.call('station:status')
    const card = fresh.ok ? fresh.value.card : null
    if (!fresh.ok || card === null) return
    const { stationEnd, incident, stationKey } = fresh.value
    print({
      kind: 'audit-head', hospital: card.profile.hospital, ward: card.profile.ward, fingerprint: fingerprintOf(rosterHash(card.roster)), stationKey,
      heads: [{ journal: 'station', ...stationEnd }, ...(incident === null ? [] : [{ journal: 'incident' as const, ...incident.end }])],
      verified: verification.kind === 'done' ? { at: verification.at, frames: verification.frames, alarms: verification.findings.filter(({ level }) => level === 'alarm').length, notes: verification.findings.filter(({ level }) => level === 'note').length } : null,
    })
  }
  const exportAlone = async (): Promise<void> => {
    if (status === null) return
    setExported({ kind: 'running' })
    const done = await exportAudit(bridge, hand, status, dek)
    setExported(done.ok ? { kind: 'done', ...done.value } : { kind: done.error.code === 'no-folder' ? 'no-folder' : 'failed' })
  }
  const end = journal === 'station' ? status?.stationEnd : status?.incident?.end
  return (
    <AuditScreen
      journal={journal}
      onJournal={setJournal}
      hasIncident={hasIncident}
      events={events}
      now={now}
      head={end === undefined || end.seq === 0 ? null : printedHead(end.seq, end.head)}
      typed={typed}
      onTyped={setTyped}
      isTypedBad={heads === null}
      verification={verification}
      onVerify={() => void verify()}
      onStop={null}
      onPrint={() => void printHead()}
      exported={exported}
      onExport={() => void exportAlone()}
      onCertificates={erased.length === 0 ? null : () => void printAll(erased.map((one) => ({ kind: 'erasure', hospital: status?.card?.profile.hospital ?? '', ward: status?.card?.profile.ward ?? '', ...one })))}
      openings={openings}
      duties={duties}
      nameOf={nameOf}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}
