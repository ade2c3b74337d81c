import { useEffect, useState } from 'react'
import type { Output } from '#domain/bridge.ts'
import type { PatientId } from '#domain/ids.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { shownName } from '#domain/patient/naming.ts'
import { auditRows, type AuditRow } from '#domain/view/audit.ts'
import type { WardView } from '#domain/view/ward.ts'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import type { Verification } from '../features/audit/verification-panel.tsx'
import { readAll } from '../session/read-all.ts'
import { goTo, shownNow, useSession } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useNow } from './use-now.ts'

type Events = Output<'journal:public'>['events']
const page = 200

/** The audit: public events need no key; who opened whose chart is read from the sealed entries while the ward is open. */
export function AuditPlace({ dek, view = null }: { readonly dek: Uint8Array | null; readonly view?: WardView | null }) {
  const { bridge, hand } = usePorts()
  const status = useSession((session) => session.status)
  const now = useNow(30_000)
  const hasIncident = status?.incident !== null && status !== null
  const [journal, setJournal] = useState<'station' | 'incident'>(hasIncident ? 'incident' : 'station')
  const [events, setEvents] = useState<Events>([])
  const [hasMore, setMore] = useState(false)
  const [verification, setVerification] = useState<Verification>({ kind: 'not-yet' })
  const [openings, setOpenings] = useState<readonly AuditRow[] | null>(null)

  useEffect(() => {
    let isGone = false
    void bridge.call('journal:public', { journal, before: null, most: page }).then((told) => {
      if (isGone || !told.ok) return
      setEvents(told.value.events)
      setMore(told.value.more)
    })
    return () => {
      isGone = true
    }
  }, [bridge, journal])
  useEffect(() => {
    let isGone = false
    if (dek !== null && status !== null) {
      void readAll(bridge, status, dek, () => isGone).then((read) => {
        if (!isGone && read.ok) setOpenings(auditRows(read.value.entries))
      })
    }
    return () => {
      isGone = true
    }
  }, [bridge, dek]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; the status changes every few seconds

  const more = async (): Promise<void> => {
    const told = await bridge.call('journal:public', { journal, before: events.at(-1)?.seq ?? null, most: page })
    if (!told.ok) return
    setEvents([...events, ...told.value.events])
    setMore(told.value.more)
  }
  const verify = async (): Promise<void> => {
    setVerification({ kind: 'running', done: 0, of: 1 })
    const found = await bridge.call('station:checks')
    setVerification(found.ok ? { kind: 'done', at: shownNow(hand), entries: found.value.entries, frames: found.value.frames, findings: found.value.findings } : { kind: 'failed' })
  }
  const nameOf = (patient: PatientId): { readonly name: string; readonly number: string } | null => {
    const registered = view?.patients.get(patient)?.registered ?? null
    return registered === null ? null : { name: shownName(registered.naming), number: registered.number }
  }
  const end = journal === 'station' ? status?.stationEnd : status?.incident?.end
  return (
    <AuditScreen
      journal={journal}
      onJournal={setJournal}
      hasIncident={hasIncident}
      events={events}
      hasMore={hasMore}
      onMore={() => void more()}
      now={now}
      head={end === undefined || end.seq === 0 ? null : printedHead(end.seq, end.head)}
      verification={verification}
      onVerify={() => void verify()}
      onStop={null}
      openings={openings}
      nameOf={nameOf}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}
