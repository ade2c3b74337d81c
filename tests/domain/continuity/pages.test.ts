import { describe, expect, test } from 'vitest'
import { ContinuityMade, ContinuitySigners, decideContinuity } from '#domain/continuity/continuity.ts'
import { nowOf } from '#domain/continuity/now.ts'
import { continuityIndex, continuityPatient, patientPageName, type ContinuityInput } from '#domain/continuity/pages.ts'
import { escaped } from '#domain/export/html.ts'
import { continuityFileName, isSafeName } from '#domain/export/names.ts'
import { kindNames, kinds } from '#domain/log/kinds.ts'
import type { Entry } from '#domain/log/entry.ts'
import { wardPeople } from '#domain/view/ward-people.ts'
import { chartOf } from '#domain/view/chart.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aDoctor, anEntry, anInstant, aNumber, aNurse, aPatient, entryId, letters, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const at = (hhmm: string) => anInstant(`2026-11-20T${hhmm}:00.000Z`)
const now = at('07:24')

function written(entries: readonly Entry[], over: Partial<ContinuityInput> = {}) {
  const records = inJournal(entries)
  const view = wardOf(records)
  const people = wardPeople(view).here
  const input: ContinuityInput = {
    realm: 'real', profile: { hospital: '架空病院', ward: '3階西', letters: letters() }, at: now, by: aNurse(), head: '1234 7K2MQ-8H3RD', clockOffsetMs: null,
    people, items: view.items.open, forms: view.forms, ...over,
  }
  const pages = people.map((person, place) => [...continuityPatient(person, [person.row, ...person.others].flatMap(({ id }) => chartOf(id, records, view.clock).rows), place, input)].join(''))
  return { index: [...continuityIndex(input)].join(''), pages }
}

const known = aPatient({ naming: { kind: 'known', family: '髙﨑', given: '𠮷乃', familyKana: 'タカサキ', givenKana: 'ヨシノ' }, bed: '301' })
const hostile = '<script>alert(1)</script>&"\u202e\''

describe('the pages of a continuity copy', () => {
  test('[CONT-1] the list says when, where and up to which record, and of everybody bed, number, name, allergies, triage and what waits', () => {
    const { index } = written([
      known,
      anEntry('allergy-stated', { id: entryId(2), at: at('06:00'), body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '発疹' }], source: '本人' } }),
      anEntry('triage-decided', { id: entryId(3), at: at('06:00') }),
      anEntry('note', { id: entryId(4), at: at('06:10'), onBehalfOf: aDoctor() }),
    ])
    for (const words of ['2026-11-20 16:24 時点', '3階西', `端末 station ${letters()}`, '1234 7K2MQ-8H3RD', '301', aNumber(), '髙﨑 𠮷乃', 'ペニシリン', 'あり PRESENT', '黄', '代行・未承認 On behalf, not approved', 'あとの記録は入っていません']) expect(index).toContain(words)
  })

  test('[CONT-1] whoever left is not on the list; nobody asked about is not "none"', () => {
    const gone = [aPatient({ number: aNumber(2), bed: '302' }, { id: entryId(90), patient: patientId(2) }), anEntry('stay-changed', { id: entryId(91), patient: patientId(2), at: at('07:00'), body: { change: 'discharged', to: '', mobility: null, handedOver: '', note: '' } })]
    const { index, pages } = written([known, ...gone])
    expect([index.includes(aNumber(2)), pages.length, index.includes('未確認 not confirmed'), index.includes('1 人')]).toEqual([false, 1, true, true])
  })

  test('[CONT-2] every kind of record of a patient stands on the page with number and author, struck ones with the reason', () => {
    const own = kindNames.filter((kind) => kinds[kind].about === 'patient' && kind !== 'chart-opened' && kind !== 'patient-registered' && kind !== 'entry-struck' && kind !== 'entry-imported')
    const entries = [known, ...own.map((kind, place) => anEntry(kind, { id: entryId(100 + place), at: at('06:00') })), anEntry('note', { id: entryId(300), at: at('06:30'), body: { text: '別の人の記録' } }), anEntry('entry-struck', { id: entryId(301), at: at('06:40'), body: { struck: entryId(300), reason: '患者違い' } })]
    const [page = ''] = written(entries).pages
    expect(inJournal(entries).map(({ seq }) => seq).filter((seq) => !page.includes(`<tr id="n${seq}">`))).toEqual([])
    for (const kind of own) expect.soft(page, kind).toContain(kinds[kind].label.ja)
    expect(page).toContain('<s><span class="line"><bdi>別の人の記録</bdi></span></s>')
    expect(page).toContain('患者違い')
  })

  test('[CONT-2] in force is what was ordered and not stopped, runs or hangs; last doses are the newest of each medicine; nothing struck is among them', () => {
    const records = inJournal([
      known,
      anEntry('order-given', { id: entryId(2), at: at('01:00') }),
      anEntry('order-given', { id: entryId(3), at: at('01:00') }), anEntry('order-stopped', { id: entryId(4), at: at('02:00'), body: { order: entryId(3), reason: '' } }),
      anEntry('order-given', { id: entryId(5), at: at('01:00') }), anEntry('entry-struck', { id: entryId(6), at: at('02:00'), body: { struck: entryId(5), reason: '誤り' } }),
      anEntry('medicine-given', { id: entryId(7), at: at('03:00') }), anEntry('medicine-given', { id: entryId(8), at: at('05:00') }),
      anEntry('last-dose-confirmed', { id: entryId(9), at: at('01:00') }),
      anEntry('transfusion-started', { id: entryId(10), at: at('06:00') }),
      anEntry('vital-signs', { id: entryId(11), at: at('03:00') }), anEntry('vital-signs', { id: entryId(12), at: at('06:00') }),
    ])
    const [person] = wardPeople(wardOf(records)).here
    if (person === undefined) throw new Error('The ward has a patient')
    const found = nowOf([person.row], chartOf(patientId(1), records).rows, now)
    const ids = (rows: typeof found.inForce) => rows.map(({ entry }) => entry.id)
    expect([ids(found.inForce), ids(found.lastGiven), ids(found.lastDose), ids(found.vitals)]).toEqual([[2, 10].map(entryId), [entryId(8)], [entryId(9)], [entryId(12)]])
  })

  test('[CONT-3] typed text is text, pages hold no script and load nothing, and no title names a patient', () => {
    const { index, pages } = written([aPatient({ naming: { kind: 'known', family: hostile, given: '花子', familyKana: '', givenKana: '' }, bed: hostile }), anEntry('note', { id: entryId(2), at: at('06:00'), body: { text: hostile } })])
    for (const page of [index, ...pages]) {
      expect(page).toContain(escaped(hostile))
      expect(page).not.toMatch(/<script|<img|<link|<iframe|\ssrc=|https?:/i)
      expect(page).toContain("default-src 'none'")
      expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toMatch(/^灯 継続用の控え Continuity copy( \d{3})?$/)
    }
  })

  test('[CONT-3] files are named by their place in the list, the copy by hospital, station and time', () => {
    expect([patientPageName(0), patientPageName(41)].map((name) => [name, isSafeName(name)])).toEqual([['patients/001.html', true], ['patients/042.html', true]])
    const of = { realm: 'drill', hospital: '架空病院', letters: 'AF', createdAt: now } as const
    expect([continuityFileName(of, false), continuityFileName({ ...of, realm: 'real' }, true)]).toEqual(['DWC_DRILL_HOSPITAL_AF_20261120T072400Z.zip.age', 'DWC_HOSPITAL_AF_20261120T072400Z.zip'])
  })

  test('[CONT-1] a drill says so on every page', () => {
    const { index, pages } = written([known], { realm: 'drill' })
    for (const page of [index, ...pages]) expect(page.match(/訓練 DRILL/g)?.length).toBeGreaterThan(2)
  })
})

describe('without encryption', () => {
  const plain = { way: 'plain', reason: '復号できるPCがない', second: aDoctor() } as const

  test('[CONT-5] it needs a reason and somebody else; the other ways need neither', () => {
    expect(decideContinuity(plain, aNurse(), 4)).toEqual({ ok: true, value: { way: 'plain', reason: plain.reason, second: { staffNumber: aDoctor().staffNumber, name: aDoctor().name } } })
    const issues = [{ ...plain, reason: ' ' }, { ...plain, second: null }, { ...plain, second: aNurse() }].map((asked) => decideContinuity(asked, aNurse(), 4))
    expect(issues.map((one) => (one.ok ? null : one.error))).toEqual(['reason-missing', 'second-missing', 'second-is-author'])
    expect([decideContinuity({ ...plain, way: 'code', second: null, reason: '' }, aNurse(), 4), decideContinuity({ ...plain, way: 'keys', second: null, reason: '' }, aNurse(), 4)]).toEqual([{ ok: true, value: { way: 'code' } }, { ok: true, value: { way: 'keys', recipients: 4 } }])
  })

  test('[CONT-5] [CONT-6] neither entry nor machine takes one without a reason and two different people', () => {
    const made = { sha256: 'a'.repeat(64), bytes: 1, patients: 1, records: 1, medium: 'E:' }
    const second = { staffNumber: aDoctor().staffNumber, name: '試験' }
    expect([{ way: 'plain', reason: '', second }, { way: 'plain', reason: '理由' }, { way: 'plain', reason: '理由', second }].map((protection) => ContinuityMade.safeParse({ ...made, protection }).success)).toEqual([false, false, true])
    const [by, other] = [aNurse().staffNumber, aDoctor().staffNumber]
    expect([{ way: 'plain', by, second: null }, { way: 'plain', by, second: by }, { way: 'plain', by, second: other }, { way: 'code', by, second: other }].map((signers) => ContinuitySigners.safeParse(signers).success)).toEqual([false, false, true, false])
  })
})
