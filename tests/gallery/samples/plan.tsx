import { useState } from 'react'
import { StaffNumber } from '#domain/ids.ts'
import { plainPlan, type HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { guessColumns, readStaffRows } from '#domain/plan/staff-rows.ts'
import { ChangePassphrase } from '#renderer/features/maintenance/change-passphrase.tsx'
import { MaintenanceEntry } from '#renderer/features/maintenance/entry.tsx'
import { draftOf, planWith, profileOf } from '#renderer/features/plan/draft.ts'
import { PlanEdit } from '#renderer/features/plan/plan-edit.tsx'
import { PlanHome } from '#renderer/features/plan/plan-home.tsx'
import { StaffScreen, type StaffImport } from '#renderer/features/plan/staff-screen.tsx'
import { PlanReader } from '#renderer/features/plan/plan-reader.tsx'
import type { Sample } from '../sample.ts'
import { station } from './shell.tsx'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}

export const decided: HospitalPlan = {
  ...plainPlan,
  criteria: {
    earthquake: '震度6弱以上で、電子カルテが10分以上つながらないとき。',
    blackout: '非常用電源に切り替わり、30分以内に戻る見込みがないとき。\n迷うときは判断する人に連絡する。',
    'cyber-attack': '情報管理室が電子カルテの停止を告げたとき。画面に身に覚えのない脅し文が出たとき。',
    'system-failure': '電子カルテが15分以上開かず、復旧の見込みが告げられないとき。',
  },
  declarers: [
    { name: '架空 太郎', duty: '病院長', staffNumber: StaffNumber.parse('D-0001'), isDeputy: false },
    { name: '見本 花子', duty: '副院長', staffNumber: StaffNumber.parse('D-0002'), isDeputy: true },
    { name: '当直師長', duty: '夜間・休日', staffNumber: null, isDeputy: true },
  ],
  contacts: [
    { who: '情報管理室', reach: '内線 7119', note: '夜間は守衛室から呼び出す' },
    { who: '医療機器管理室', reach: '内線 7240', note: '' },
    { who: '災害対策本部', reach: '無線 3番', note: '1階 大会議室' },
  ],
  staff: [
    { staffNumber: StaffNumber.parse('N-0207'), name: '仮谷 和子', profession: 'nurse', badge: null },
    { staffNumber: StaffNumber.parse('D-0001'), name: '架空 太郎', profession: 'doctor', badge: '4900000000017' },
  ],
}

const profile = { hospital: '潮見総合病院', ward: '5階東病棟', letters: station, beds: ['501', '502', '503', '504', '505', '506', '507'] }

function Edit({ part }: { readonly part: Parameters<typeof PlanEdit>[0]['part'] }) {
  const [draft, setDraft] = useState(() => draftOf(decided, profile))
  const checked = part === 'profile' ? profileOf(draft) : planWith(part, decided, draft)
  return <ClosedPage title="非常時端末"><PlanEdit part={part} draft={draft} onDraft={setDraft} missing={checked.ok ? null : checked.error} isSaving={false} onSave={nothing} onBack={nothing} /></ClosedPage>
}

const head = ['職員番号', '氏名', '職種', '名札コード']
const rows = [['N-0207', '仮谷 和子', '看護師', ''], ['D-0001', '架空 太郎', '医師', '4900000000017'], ['N-0207', '仮谷 数子', '看護師', ''], ['', '見本 花子', '薬剤師', ''], ['P-0033', '薬袋 例', '薬剤師', ''], ['N-0310', '=1+1', '看護師', '']]
const table = rows.map((cells, index) => ({ number: index + 2, cells, isCut: false }))
const read: StaffImport = { kind: 'read', csv: { encoding: 'Shift_JIS', head, rows: table }, columns: guessColumns(head), found: readStaffRows(table, guessColumns(head)) }

function Staff({ state }: { readonly state: StaffImport }) {
  return <ClosedPage title="非常時端末"><StaffScreen count={2} state={state} onChoose={nothing} onColumns={nothing} onReplace={nothing} onBack={nothing} /></ClosedPage>
}

const entry = { onPassphrase: nothing, onOfficerKey: nothing, onNew: nothing, onBack: nothing } as const

export const samples: readonly Sample[] = [
  { name: 'plan', render: () => <ClosedPage title="非常時端末"><PlanReader plan={decided} onBack={nothing} /></ClosedPage> },
  { name: 'plan-undecided', render: () => <ClosedPage title="非常時端末"><PlanReader plan={plainPlan} onBack={nothing} /></ClosedPage> },
  { name: 'maintenance-entry', render: () => <ClosedPage title="非常時端末"><MaintenanceEntry isLost={false} answer="wrong-passphrase" waitSeconds={2} {...entry} /></ClosedPage> },
  { name: 'maintenance-lost', render: () => <ClosedPage title="非常時端末"><MaintenanceEntry isLost answer="not-tried" waitSeconds={0} {...entry} /></ClosedPage> },
  { name: 'maintenance-change', render: () => <ClosedPage title="非常時端末"><ChangePassphrase isForgotten isKeeping={false} onKeep={nothing} onBack={nothing} /></ClosedPage> },
  { name: 'maintenance-home', render: () => <ClosedPage title="非常時端末"><PlanHome unsaved={['contacts']} plan={decided} profile={profile} isForOtherOfficer={false} first="criteria" onPart={nothing} onPassphrase={nothing} onLeave={nothing} /></ClosedPage> },
  ...(['criteria', 'declarers', 'return-steps', 'contacts', 'intervals', 'scanning', 'phrases', 'identifier-system', 'profile'] as const).map((part) => ({ name: `plan-edit-${part}`, render: () => <Edit part={part} /> })),
  { name: 'plan-staff', render: () => <Staff state={{ kind: 'none' }} /> },
  { name: 'plan-staff-read', render: () => <Staff state={read} /> },
]
