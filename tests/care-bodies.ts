import { EntryId, StaffNumber } from '#domain/ids.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { CareKind } from '#domain/export/care-cells.ts'
import { CalendarDate } from '#domain/time.ts'

const one = EntryId.parse('01934f00-0000-7000-8000-000000000001')
const second = { second: { staffNumber: StaffNumber.parse('N-2001'), name: '確認 看護' } }

/** A plain body of every kind of care; a test names only what it is about. */
export const plainCare: { readonly [K in CareKind]: BodyOf<K> } = {
  'order-given': {
    category: 'medicine', term: 'standing', text: '', condition: '', from: null, until: null, times: ['06:00', '18:00'], urgent: false, verbal: null,
    medicine: { drug: 'セフトリアキソン静注用1g', amount: 1, unit: 'g', route: 'peripheral', rate: { value: 100, unit: 'mL/h' }, mixedWith: '生食 100 mL', isControlled: false },
  },
  'order-received': { order: one },
  'order-done': { order: one, due: null, note: '' },
  'order-stopped': { order: one, reason: '効果なし' },
  'last-dose-confirmed': { source: 'medicine-book', doses: [{ drug: 'アムロジピン5mg', at: null, when: '今朝' }], note: '' },
  'medicine-given': {
    asked: { order: one, due: null }, drug: 'アセトアミノフェン錠500mg', amount: 1, unit: 'tablet', route: 'oral', rate: null, site: '', mixedWith: '',
    rights: ['patient', 'drug', 'purpose', 'dose', 'route', 'time'], byTwo: null, controlled: null, before: '', note: '',
  },
  'medicine-withheld': { order: one, due: null, because: 'fasting', words: '' },
  'infusion-changed': { infusion: one, change: 'ended', rate: null, givenMl: 100, discardedMl: 0, byTwo: null, note: '' },
  'effect-seen': { dose: one, effect: '体温 37.8 ℃に下がった' },
  'controlled-moved': { drug: 'モルヒネ塩酸塩注10mg', unit: 'ampoule', move: 'received', amount: 5, slip: '', byTwo: second, explained: '' },
  'blood-type-stated': { type: { abo: 'A', rh: 'positive' }, source: 'word', sample: '' },
  'transfusion-started': {
    order: one, product: 'red-cells', lot: '12-3456-7890', units: 2, volumeMl: 280, bagType: { abo: 'A', rh: 'positive' }, patientType: { abo: 'A', rh: 'positive' },
    expiresOn: CalendarDate.parse('2026-12-01'), crossmatch: 'compatible', checks: ['name', 'band', 'blood-type', 'lot', 'expiry', 'crossmatch', 'appearance'], byTwo: second, note: '',
  },
  'transfusion-watched': { bag: one, minutes: 5, fine: true, words: '' },
  'transfusion-ended': { bag: one, givenMl: 280, reacted: false, reaction: '' },
  'specimen-taken': { order: one, specimen: '静脈血', label: 'S-0012', note: '' },
  'exam-reported': { order: one, exam: '生化学', specimen: '静脈血', lines: [{ item: 'K', value: '6.8', unit: 'mEq/L', range: '3.5–5.0', flag: 'critical' }], findings: '' },
  'critical-called': { result: one, caller: '検査 技師', told: '試験 医師', readBack: true, answer: '心電図をとる' },
  'fluid-measured': { way: 'out-urine', name: '', amountMl: 250, times: 1, note: '' },
  'match-decided': { decision: 'same', hospitalId: '00012345', from: null, evidence: [{ field: 'family', level: 'same' }, { field: 'birth', level: 'slip' }], holds: ['birth-unsure'], reason: '家族に電話で確かめた', byTwo: second },
  'record-transcribed': { of: [one], step: 'transcribed', target: '00012345', note: '' },
  'sheet-listed': { title: '経過表（手書き）', pages: 2, written: '11/20〜11/21', patient: null },
  'archive-labelled': { media: [{ label: '非常時記録 2026-11 その1', place: '診療情報管理室 金庫' }, { label: '非常時記録 2026-11 その2', place: '分院 書庫' }] },
  'check-signed': { check: 'drafts', count: 1, reason: '本人が退職し、確かめられない' },
}
