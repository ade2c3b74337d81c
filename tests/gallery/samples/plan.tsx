import { StaffNumber } from '#domain/ids.ts'
import { plainPlan, type HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { PlanReader } from '#renderer/features/plan/plan-reader.tsx'
import type { Sample } from '../sample.ts'
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

export const samples: readonly Sample[] = [
  { name: 'plan', render: () => <ClosedPage title="非常時端末"><PlanReader plan={decided} onBack={nothing} /></ClosedPage> },
  { name: 'plan-undecided', render: () => <ClosedPage title="非常時端末"><PlanReader plan={plainPlan} onBack={nothing} /></ClosedPage> },
]
