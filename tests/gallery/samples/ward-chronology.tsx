import { useState } from 'react'
import { StaffNumber } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { instantOf } from '#domain/time.ts'
import { chronologyOf } from '#domain/view/chronology.ts'
import { Chronology } from '#renderer/features/chronology/chronology.tsx'
import { emptyLine, LineForm, type LineDraft } from '#renderer/features/chronology/line-form.tsx'
import { StrikeLine } from '#renderer/features/chronology/strike-line.tsx'
import { ClockScreen } from '#renderer/features/clock/clock-screen.tsx'
import { emptyClockDraft, type ClockDraft } from '#renderer/features/clock/draft.ts'
import { anEntry, aPatient, entryId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, nurses } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const [sato, yamazaki] = nurses
const line = (day: number, hour: number, minute: number, body: Entry<'chronology-line'>['body'], by = sato): Entry => anEntry('chronology-line', { id: entryId(minute), account: 1, by, at: at(day, hour, minute), recordedAt: at(day, hour, minute + (minute === 5 ? 40 : 0)), body })

const entries: readonly Entry[] = [
  anEntry('incident-told', {
    account: 1, by: sato, at: at(18, 14, 50), recordedAt: at(18, 14, 50),
    body: { ...anEntry('incident-told').body, reasonCode: 'cyber-attack', effects: ['I', 'II'], story: '14:40から電子カルテが開かない。5階東の在院28名の記録と指示を続けるため。', opener: sato, decidedBy: '副院長 森 一郎' },
  }),
  anEntry('person-identified', { account: 1, by: sato, at: at(18, 14, 50, 20), recordedAt: at(18, 14, 50, 20), body: { person: sato, vouchedBy: null, organisation: '' } }),
  aPatient({ bed: '503' }, { account: 1, by: sato, at: at(18, 14, 52), recordedAt: at(18, 14, 52) }),
  line(18, 15, 10, { from: '災害対策本部', to: '5階東', means: 'runner', lineKind: 'order', content: '人工呼吸器の患者を優先する。自家発電は6時間。' }),
  line(18, 15, 5, { from: '検査部', to: '', means: 'phone', lineKind: 'information', content: '血液ガスだけ測定できる' }, yamazaki),
  line(19, 6, 30, { from: '5階東', to: '災害対策本部', means: 'phone', lineKind: 'request', content: '看護師2名の応援を依頼' }, yamazaki),
  anEntry('ward-line-struck', { account: 1, by: sato, at: at(19, 6, 41), recordedAt: at(19, 6, 41), body: { struck: entryId(30), reason: '3名に訂正' } }),
  anEntry('stay-changed', { account: 1, by: yamazaki, at: at(19, 6, 50), recordedAt: at(19, 6, 50), body: { ...anEntry('stay-changed').body, change: 'sent', to: '西4病棟' } }),
  anEntry('death-confirmed', { id: entryId(44), account: 1, by: yamazaki, at: at(19, 6, 55), recordedAt: at(19, 6, 55) }),
  anEntry('entry-struck', { account: 1, by: yamazaki, at: at(19, 6, 58), recordedAt: at(19, 6, 58), body: { struck: entryId(44), reason: '別の患者に書いた' } }),
  anEntry('person-identified', { account: 2, by: yamazaki, at: at(19, 7, 2), recordedAt: at(19, 7, 2), body: { person: yamazaki, vouchedBy: null, organisation: '' } }),
  anEntry('clock-confirmed', { account: 1, by: yamazaki, at: at(19, 8, 0), recordedAt: at(19, 8, 0), body: { offsetMs: 180_000, why: 'off', second: StaffNumber.parse('N-1042'), aloneBecause: '' } }),
  anEntry('export-made', { account: 1, by: yamazaki, at: at(20, 12, 0), recordedAt: at(20, 12, 0), body: { ...anEntry('export-made').body, entries: 1284 } }),
]
const rows = chronologyOf(entries.map((entry, index) => ({ seq: index * 10 + 5, entry })), [
  { seq: 12, wallMs: Date.parse(at(18, 14, 51)), event: { event: 'restart-code-made', staffNumber: StaffNumber.parse('N-0873') } },
  { seq: 84, wallMs: Date.parse(at(19, 7, 59)), event: { event: 'clock-jumped', byMs: -180_000 } },
])

function ChronologySample({ draft = emptyLine, isStriking = false }: { readonly draft?: LineDraft; readonly isStriking?: boolean }) {
  const [typed, setTyped] = useState(draft)
  const struck = rows.find(({ content }) => content.what === 'written')
  return (
    <OpenPage here="chronology">
      <Chronology rows={rows} isUnreadable={false} isClockCorrected form={<LineForm draft={typed} onDraft={setTyped} saved={{ kind: 'nothing-yet' }} now={now} onSave={nothing} />} onStrike={nothing} onBack={nothing} />
      {isStriking && struck !== undefined && <StrikeLine row={struck} saved={{ kind: 'nothing-yet' }} onStrike={nothing} onCancel={nothing} />}
    </OpenPage>
  )
}

function ClockSample({ typed, isDoubted = false }: { readonly typed: Partial<ClockDraft>; readonly isDoubted?: boolean }) {
  const [draft, setDraft] = useState<ClockDraft>({ ...emptyClockDraft, ...typed })
  return (
    <OpenPage here="more">
      <ClockScreen draft={draft} onDraft={setDraft} device={now} notBefore={instantOf(Date.UTC(2026, 10, 1))} offsetMs={180_000} isDoubted={isDoubted} by={sato.staffNumber} saved={{ kind: 'nothing-yet' }} onConfirm={nothing} onBack={nothing} />
    </OpenPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'chronology', render: () => <ChronologySample /> },
  { name: 'chronology-typed', render: () => <ChronologySample draft={{ ...emptyLine, from: '災害対策本部', means: 'runner', lineKind: 'order', content: '20:00 に各病棟の空床を報告する', when: { typed: '23:50', day: null } }} /> },
  { name: 'chronology-strike', render: () => <ChronologySample isStriking /> },
  { name: 'clock', render: () => <ClockSample typed={{}} isDoubted /> },
  { name: 'clock-alone', render: () => <ClockSample typed={{ clock: 'wrong', timeTyped: '1627', who: 'alone', aloneBecause: '夜勤で1人のため' }} /> },
]
