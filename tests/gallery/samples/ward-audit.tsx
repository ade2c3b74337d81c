import { useState } from 'react'
import type { Compared } from '#domain/audit/compared.ts'
import { IncidentId, StaffNumber } from '#domain/ids.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { shownName } from '#domain/patient/naming.ts'
import { millisecondsOf, type Instant } from '#domain/time.ts'
import { auditRows } from '#domain/view/audit.ts'
import { AuditScreen, type AuditEvent } from '#renderer/features/audit/audit-screen.tsx'
import type { Exported } from '#renderer/features/audit/export-state.tsx'
import type { Verification } from '#renderer/features/audit/verification-panel.tsx'
import { aHash, anEntry, letters, patientId, testId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, nurses, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const staff = StaffNumber.parse('N-1042')
const incident = IncidentId.parse(testId(0xb00000000001))
const told = (seq: number, when: Instant, event: PublicEvent): AuditEvent => ({ seq, wallMs: millisecondsOf(when), event })

const events: readonly AuditEvent[] = [
  told(1298, at(20, 16, 0, 4), { event: 'backup-made', sha256: aHash(), bytes: 48_000_000, upTo: 1296 }),
  told(1240, at(20, 13, 2, 40), { event: 'unlocked', staffNumber: staff, by: 'pin' }),
  told(1239, at(20, 13, 2, 31), { event: 'unlock-tried', staffNumber: staff, left: 4 }),
  told(1238, at(20, 12, 48, 10), { event: 'locked', why: 'idle' }),
  told(1102, at(20, 9, 31, 0), { event: 'working-copy-rebuilt', cause: 'unclean-exit', entries: 1088 }),
  told(1101, at(20, 9, 30, 52), { event: 'tail-quarantined', segment: 3, offset: 40_112, bytes: 88, sha256: aHash('b') }),
  told(1100, at(20, 9, 30, 51), { event: 'started', version: '0.1.0', runtime: '45.4.1', lastExit: 'unclean' }),
  told(640, at(19, 8, 15, 20), { event: 'clock-confirmed', offsetMs: -200_000, by: staff }),
  told(639, at(19, 8, 14, 2), { event: 'clock-jumped', byMs: 200_000 }),
  told(22, at(18, 14, 55, 3), { event: 'incident-declared', incident, staffNumber: staff }),
  told(21, at(18, 14, 52, 40), { event: 'envelope-opened', envelope: 1, incident, staffNumber: staff, reasonCode: 'cyber-attack' }),
  told(20, at(18, 14, 52, 31), { event: 'code-tried', envelope: 1, staffNumber: staff }),
  told(19, at(18, 14, 51, 58), { event: 'code-refused', envelope: 1, wrongInARow: 1, waitSeconds: 1 }),
  told(18, at(18, 14, 51, 50), { event: 'code-tried', envelope: 1, staffNumber: staff }),
  told(9, at(1, 9, 0), { event: 'seal-checked', findings: [], by: null }),
  told(3, at(1, 8, 30), { event: 'station-sealed', rosterEpoch: 2, by: null }),
  told(2, at(1, 8, 12), { event: 'station-prepared', letters: letters(), rosterEpoch: 2, rosterFingerprint: '7K2MQ-8RT4D-00XZ7' }),
]
const openings = auditRows(Array.from({ length: 140 }, (_, index) => {
  const when = at(18 + Math.floor(index / 60), Math.floor((index % 60) / 4), (index % 4) * 13)
  return { seq: 30 + index * 9, entry: anEntry('chart-opened', { patient: patientId(1 + (index % 28)), at: when, recordedAt: when, by: nurses[index % 3 === 0 ? 1 : 0], onBehalfOf: index % 20 === 0 ? nurses[1] : null, account: 1 }) }
}))
const ward = wardOfGallery()

function AuditSample({ verification, exported = { kind: 'not-yet' }, isSealed = false, tab = null }: { readonly verification: Verification; readonly exported?: Exported; readonly isSealed?: boolean; readonly tab?: number | null }) {
  const [journal, setJournal] = useState<'station' | 'incident'>(isSealed ? 'station' : 'incident')
  return (
    <OpenPage here="more">
      <div style={{ height: '100%' }} ref={(place) => { if (tab !== null) place?.querySelectorAll<HTMLElement>('[role="tab"]')[tab]?.click() }}>
        <AuditScreen
          journal={journal} onJournal={setJournal} hasIncident={!isSealed} events={events} now={now} head="1302 7K2MQ-8H3RD"
          typed="" onTyped={nothing} isTypedBad={false} verification={verification} onVerify={nothing} onStop={nothing} onPrint={nothing} exported={exported} onExport={nothing} onCertificates={null} openings={isSealed ? null : openings} duties={[]} onBack={nothing}
          nameOf={(patient) => {
            const registered = ward.patients.get(patient)?.registered
            return registered === null || registered === undefined ? null : { name: shownName(registered.naming), number: registered.number }
          }}
        />
      </div>
    </OpenPage>
  )
}

const incidentId = testId(0xb00000000001)
const compared: readonly Compared[] = [
  { what: 'chain', result: 'agrees', journal: 'station', seq: 412 }, { what: 'chain', result: 'agrees', journal: incidentId, seq: 1302 }, { what: 'links', result: 'agrees', journal: incidentId, seq: 24 },
  { what: 'station-key', result: 'agrees', journal: 'station', seq: 0 }, { what: 'card', result: 'agrees', journal: 'station', seq: 0 }, { what: 'mark', result: 'agrees', journal: '', seq: 0 },
  { what: 'second-journal', result: 'absent', journal: '', seq: 0 }, { what: 'printed-head', result: 'agrees', journal: incidentId, seq: 1240 }, { what: 'inner-chain', result: 'agrees', journal: incidentId, seq: 1302 },
]

const place = { journal: 'incident', segment: 3, offset: 40_112, seq: 1101 }

export const samples: readonly Sample[] = [
  { name: 'audit', render: () => <AuditSample verification={{ kind: 'done', at: at(20, 16, 20), entries: 1284, frames: 1302, compared, findings: [{ level: 'note', code: 'in-quarantine', ...place }] }} /> },
  { name: 'audit-alarm', render: () => <AuditSample verification={{ kind: 'done', at: at(20, 16, 20), entries: 1280, frames: 1298, compared: [...compared, { what: 'printed-head', result: 'contradicts', journal: '', seq: 1290 }], findings: [{ level: 'note', code: 'never-acknowledged', ...place }, { level: 'alarm', code: 'chain-broken', ...place }, { level: 'alarm', code: 'frames-missing', ...place }] }} /> },
  { name: 'audit-running', render: () => <AuditSample exported={{ kind: 'done', path: '/media/usb/DWW_AUDIT_AF_20261120T072400Z.zip.age', sha256: aHash(), events: 412, acts: null }} verification={{ kind: 'running', done: 640, of: 1302 }} isSealed /> },
  { name: 'audit-openings', render: () => <AuditSample verification={{ kind: 'not-yet' }} tab={1} /> },
  { name: 'audit-people', render: () => <AuditSample verification={{ kind: 'failed' }} tab={2} /> },
]
