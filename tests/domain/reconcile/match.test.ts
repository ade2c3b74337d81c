import { describe, expect, test } from 'vitest'
import { identityOf } from '#domain/identity/identity.ts'
import { personsOf } from '#domain/identity/persons.ts'
import type { Entry, Draft } from '#domain/log/entry.ts'
import { boardOf, countsByKind, type Board } from '#domain/reconcile/board.ts'
import { comparedPeople, compareWithList, listedOfReference, type Double } from '#domain/reconcile/candidates.ts'
import { Check } from '#domain/reconcile/checks.ts'
import { copyFields, sourceNote, wholeText } from '#domain/reconcile/copy-fields.ts'
import { decideMatch, emptyMatch, undoMatch, type Looked, type MatchForm } from '#domain/reconcile/decide-match.ts'
import { MatchDecided } from '#domain/reconcile/match.ts'
import { readRecord, recordsOf } from '#domain/reconcile/records.ts'
import { targetOf, targetsOf } from '#domain/reconcile/targets.ts'
import { mappingCsv, worklistCsv } from '#domain/reconcile/worklist-csv.ts'
import { readCsv } from '#domain/export/csv.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { CalendarDate } from '#domain/time.ts'
import { openItemsOf } from '#domain/view/open-items.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aDoctor, anEntry, aNumber, aNurse, anInstant, aPatient, entryId, letters, noVitalSigns, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const today = CalendarDate.parse('2026-11-25')
const known = (over: object) => ({ kind: 'known' as const, family: '髙橋', given: '花子', familyKana: 'タカハシ', givenKana: 'ハナコ', ...over })
const hanako = aPatient({ number: aNumber(1), naming: known({}), sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1950-03-04') } }, { id: entryId(1), patient: patientId(1) })
const nobody = aPatient({ number: aNumber(2), naming: { kind: 'unknown', alias: ['サクラ', 'ツバメ'] } }, { id: entryId(2), patient: patientId(2) })
const viewOf = (...entries: readonly Entry[]) => wardOf(inJournal(entries))
const rowOf = (patient: number, ...entries: readonly Entry[]): KnownRow => registeredPatients(viewOf(...entries)).find(({ id }) => id === patientId(patient)) ?? never()
const never = (): never => {
  throw new Error('registered above')
}
let ids = 700
const asEntry = (draft: Draft): Entry => anEntry(draft.kind, { ...draft, at: anInstant('2026-11-25T01:00:00.000Z') })
const desk = (row: KnownRow, looked: Looked | null = null) => ({ row, looked, second: aDoctor(), first: [aNurse()], ids: { link: entryId((ids += 1)), decision: entryId((ids += 1)) } })
const form = (over: Partial<MatchForm>): MatchForm => ({ ...emptyMatch, ...over })
const decided = (over: Partial<MatchForm>, row: KnownRow, looked: Looked | null = null): readonly Entry[] => {
  const made = decideMatch(form(over), desk(row, looked))
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.map(asEntry)
}
const codes = (over: Partial<MatchForm>, looked: Looked | null = null, second: 'other' | 'none' | 'same' = 'other') => {
  const made = decideMatch(form(over), { ...desk(rowOf(1, hanako), looked), second: second === 'none' ? null : second === 'same' ? aNurse() : aDoctor() })
  return made.ok ? made.value.map(({ kind }) => kind) : made.error.map(({ field, code }) => `${field} ${code}`)
}
const reference = (over: Partial<ReferencePatient>): ReferencePatient => ({ hospitalId: '00042', family: '高橋', given: '花子', familyKana: 'タカハシ', givenKana: 'ハナコ', sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1950-03-04') }, phone: '', stay: null, allergies: null, ...over })
const compare = (entries: readonly Entry[], list: readonly ReferencePatient[]) => {
  const people = comparedPeople(viewOf(...entries))
  const found = compareWithList(people.map(({ listed }) => listed), { count: list.length, at: (row) => listedOfReference(list[row] ?? reference({})) }, { today })
  return { people, matches: found?.matches ?? [], doubles: (found?.doubles ?? []).map(([one, two]): Double => [people[one]?.patient ?? patientId(0), people[two]?.patient ?? patientId(0)]) }
}
const looked = (): Looked => {
  const [match] = compare([hanako], [reference({}), reference({ hospitalId: '7', family: '佐藤', familyKana: 'サトウ', given: '次郎', givenKana: 'ジロウ', sex: 'male', birth: { kind: 'unknown' } })]).matches
  return match === undefined ? never() : { hospitalId: '00042', from: null, scored: match.scored, holds: match.holds }
}

describe('who of the hospital’s list it is', () => {
  test('[REC-9] nothing is chosen beforehand, and two people decide or one says why', () => {
    expect(codes({})).toEqual(['decision decision-missing'])
    const same = { decision: 'same', hospitalId: '00042', reason: '家族に電話' }
    expect(codes(same, null, 'none')).toEqual(['second second-missing'])
    expect(codes(same, null, 'same')).toEqual(['second second-is-first'])
    expect(codes({ ...same, isAlone: true }, null, 'none')).toEqual(['second alone-because-missing'])
    expect(codes(same)).toEqual(['patient-linked', 'match-decided'])
    const alone = decided({ ...same, isAlone: true, aloneBecause: '夜間' }, rowOf(1, hanako))
    expect(openItemsOf(inJournal([hanako, ...alone])).map(({ why, kind }) => `${why} ${kind}`)).toEqual(['alone match-decided'])
  })

  test('[REC-9] the same wants a number, unsure has none, and new may wait for its own', () => {
    expect(codes({ decision: 'same', reason: '理由' })).toEqual(['hospitalId id-missing'])
    expect(codes({ decision: 'same', hospitalId: '花子', reason: '理由' })).toEqual(['hospitalId not-a-hospital-id'])
    expect(codes({ decision: 'unsure', hospitalId: '花子', reason: '同姓同名' })).toEqual(['match-decided'])
    expect(codes({ decision: 'new', reason: '初診' })).toEqual(['match-decided'])
    expect(codes({ decision: 'new', hospitalId: '99001', reason: '初診' })).toEqual(['patient-linked', 'match-decided'])
    expect(MatchDecided.safeParse({ ...anEntry('match-decided').body, hospitalId: null }).success).toBe(false)
    expect(MatchDecided.safeParse({ ...anEntry('match-decided').body, decision: 'unsure' }).success).toBe(false)
  })

  test('[REC-10] what each field said is kept, and a reason is wanted where nothing was compared or something held it back', () => {
    const found = looked()
    expect(found.holds).toEqual(['too-little']) // no telephone and no address on either side
    expect(codes({ decision: 'same', hospitalId: '00042' }, found)).toEqual(['reason reason-empty'])
    expect(codes({ decision: 'same', hospitalId: '00042' }, { ...found, holds: [] })).toEqual(['patient-linked', 'match-decided'])
    expect(codes({ decision: 'same', hospitalId: '00043' }, { ...found, holds: [] })).toEqual(['reason reason-empty']) // not the one that was looked at
    const entries = decided({ decision: 'same', hospitalId: '00042', reason: '診察券' }, rowOf(1, hanako), found)
    const said = entries.find((entry) => entry.kind === 'match-decided')
    expect(said?.kind === 'match-decided' ? said.body : null).toMatchObject({ holds: ['too-little'], evidence: expect.arrayContaining([{ field: 'family', level: 'same' }, { field: 'birth', level: 'same' }, { field: 'phone', level: 'unknown' }]) as unknown })
  })

  test('[REC-10] a person of several registrations is compared once, with what all of them say', () => {
    const second = aPatient({ number: aNumber(3), naming: known({ given: '', givenKana: '' }) }, { patient: patientId(3) })
    const link = anEntry('patient-linked', { patient: patientId(3), body: { to: { kind: 'patient', patient: patientId(1) }, reason: '同じ人' } })
    const { people } = compare([hanako, nobody, second, link, anEntry('insurance-stated', { patient: patientId(3), body: { ...anEntry('insurance-stated').body, phone: '03-1234-5678' } })], [])
    expect(people.map(({ patient, listed }) => [patient, listed.given, listed.phone, listed.birthDate])).toEqual([[patientId(1), '花子', '03-1234-5678', '1950-03-04'], [patientId(2), '', '', '']])
  })

  test('[REC-11] the same links the number as at the bedside; taken back it is gone, and number and alias still find the patient', () => {
    const entries = [hanako, nobody, ...decided({ decision: 'same', hospitalId: '00099', reason: '指紋' }, rowOf(2, nobody))]
    const row = rowOf(2, ...entries)
    expect(identityOf(row)).toMatchObject({ state: 'linked', hospitalId: '00099', alias: ['サクラ', 'ツバメ'] })
    expect(targetOf([row]).hospitalId).toBe('00099')
    const undone = undoMatch([entryId(901), entryId(902)], [row], targetOf([row]).decision?.entry ?? entryId(0), '別の人だった')
    expect(undone.ok ? undone.value.map(({ kind }) => kind) : undone.error).toEqual(['entry-struck', 'entry-struck'])
    const strikes = undone.ok ? undone.value.map(asEntry) : []
    // Cut off between the two: no number holds.
    for (const many of [1, 2]) expect(targetOf([rowOf(2, ...entries, ...strikes.slice(0, many))]).hospitalId).toBeNull()
    const after = rowOf(2, ...entries, ...strikes)
    expect(identityOf(after)).toMatchObject({ state: 'unknown', hospitalId: null, alias: ['サクラ', 'ツバメ'] })
    expect(after.registered.number).toBe(aNumber(2))
    expect(undoMatch([entryId(901), entryId(902)], [row], entryId(1), '理由')).toMatchObject({ error: { code: 'not-found' } })
    expect(undoMatch([entryId(901), entryId(902)], [row], targetOf([row]).decision?.entry ?? entryId(0), ' ')).toMatchObject({ error: { code: 'reason-empty' } })
  })

  test('[REC-11] cut off between link and decision, the question is open', () => {
    const [link] = decided({ decision: 'same', hospitalId: '00099', reason: '指紋' }, rowOf(2, nobody))
    const row = rowOf(2, nobody, link ?? never())
    expect(targetOf([row])).toEqual({ decision: null, hospitalId: null })
    expect(decideMatch(form({ decision: 'same', hospitalId: '00099', reason: '指紋' }), desk(row))).toMatchObject({ ok: true, value: [{ kind: 'match-decided' }] })
  })

  test('[REC-12] a bag whose end nobody wrote keeps nobody from being matched, and stands on the board', () => {
    const bag = anEntry('transfusion-started', { id: entryId(60) })
    const entries = [hanako, bag, ...decided({ decision: 'same', hospitalId: '00042', reason: '診察券' }, rowOf(1, hanako, bag))]
    expect(targetOf([rowOf(1, ...entries)]).hospitalId).toBe('00042')
    expect(open(entries, 'transfusions')).toEqual([bag.id])
    expect(undoMatch([entryId(901), entryId(902)], [rowOf(1, ...entries)], targetOf([rowOf(1, ...entries)]).decision?.entry ?? entryId(0), '違う').ok).toBe(true)
  })
})

function boardFrom(entries: readonly Entry[], more: { readonly doubles?: readonly Double[] | null; readonly drafts?: Parameters<typeof boardOf>[0]['drafts']; readonly missingMedia?: Parameters<typeof boardOf>[0]['missingMedia'] } = {}): Board {
  const records = inJournal(entries)
  const view = wardOf(records)
  return boardOf({ view, persons: personsOf(view), records: records.map((record) => readRecord(record, view.clock)), rows: recordsOf(records), doubles: more.doubles === undefined ? [] : more.doubles, drafts: more.drafts ?? [], realm: 'real', wards: [{ station: null, letters: letters(), name: '3階西' }], missingMedia: more.missingMedia ?? [] })
}
const state = (board: Board, check: Check) => board.checks.find((one) => one.check === check) ?? never()
const open = (entries: readonly Entry[], check: Check) => state(boardFrom(entries), check).open.map(({ entry, patient, text }) => entry ?? patient ?? text)
const signed = (check: Check, count: number): Entry<'check-signed'> => anEntry('check-signed', { body: { check, count, reason: '本人に確かめられない' } })
const sayStep = (of: Entry, step: 'transcribed' | 'checked', by = aNurse(), target = '00042') => anEntry('record-transcribed', { by, at: anInstant(step === 'checked' ? '2026-11-25T03:00:00.000Z' : '2026-11-25T02:00:00.000Z'), body: { of: [of.id], step, target, note: '' } })

describe('the completeness board', () => {
  const matched = decided({ decision: 'same', hospitalId: '00042', reason: '診察券' }, rowOf(1, hanako))

  test('[REC-13] each check counts what it is about, and leads to it', () => {
    expect(open([hanako, nobody, ...matched], 'unmatched')).toEqual([patientId(2)])
    const note = anEntry('note', { id: entryId(50) })
    expect(open([hanako, note], 'untranscribed')).toEqual([hanako.id, note.id])
    expect(open([hanako, ...matched, note, sayStep(note, 'transcribed')], 'unchecked')).toEqual([note.id])
    expect(open([hanako, ...matched, note, sayStep(note, 'transcribed'), sayStep(note, 'checked', aDoctor())], 'unchecked')).toEqual([])
    expect(open([hanako, ...matched, note, sayStep(note, 'transcribed', aNurse(), '00043')], 'other-number')).toEqual([note.id])
    expect(open([hanako, ...matched, note, sayStep(note, 'transcribed')], 'other-number')).toEqual([])
    expect(open([hanako, note, sayStep(note, 'transcribed'), sayStep(note, 'transcribed', aDoctor())], 'typed-twice')).toEqual([note.id])
    const lost = anEntry('note', { id: entryId(51), patient: patientId(9) })
    const received = anEntry('order-received', { id: entryId(52), body: { order: entryId(999) } })
    expect(open([hanako, lost, received, anEntry('order-given', { id: entryId(53) }), anEntry('order-received', { body: { order: entryId(53) } })], 'orphans')).toEqual([lost.id, received.id])
    const spoken = anEntry('order-given', { id: entryId(54), onBehalfOf: aDoctor(), body: { ...anEntry('order-given').body, verbal: { readBack: true } } })
    expect(open([hanako, spoken], 'verbal-orders')).toEqual([spoken.id])
    expect(open([hanako, spoken], 'proxies')).toEqual([])
    expect(open([hanako, spoken, anEntry('proxy-approved', { by: aDoctor(), body: { approved: spoken.id } })], 'verbal-orders')).toEqual([])
    const proxy = anEntry('note', { id: entryId(55), onBehalfOf: aDoctor() })
    expect(open([hanako, proxy], 'proxies')).toEqual([proxy.id])
    expect(open([hanako, anEntry('order-given', { id: entryId(56) })], 'no-reason')).toEqual([entryId(56)])
    expect(open([anEntry('incident-told', { id: entryId(57) })], 'alone')).toEqual([entryId(57)])
    expect(open([hanako, anEntry('exam-reported', { id: entryId(58) })], 'uncalled')).toEqual([entryId(58)])
    const draft = { id: entryId(59), patient: patientId(1), form: 'note' }
    expect(state(boardFrom([hanako], { drafts: [draft] }), 'drafts').open.map(({ entry }) => entry)).toEqual([draft.id])
  })

  test('[REC-13] numbers nobody wears are gaps, those declared void are not; narcotics are counted at the end and never below nought', () => {
    const fifth = aPatient({ number: aNumber(5) }, { patient: patientId(5) })
    expect(open([hanako, fifth], 'number-gaps')).toEqual([`${aNumber(2)} – ${aNumber(4)}`])
    expect(open([hanako, anEntry('numbers-set-aside', { body: { letters: letters(), first: 2, last: 3 } }), anEntry('numbers-voided', { body: { letters: letters(), first: 2, last: 2, reason: 'lost', words: '' } })], 'number-gaps')).toEqual([aNumber(3)])
    const moved = anEntry('controlled-moved').body
    const came = anEntry('controlled-moved')
    const count = anEntry('controlled-moved', { body: { ...moved, move: 'counted' } })
    expect(open([came], 'narcotics')).toEqual([`${moved.drug} 5`])
    expect(open([came, count], 'narcotics')).toEqual([])
  })

  test('[REC-13] two who may be one are doubles until they are linked or each has a number', () => {
    const twin = aPatient({ number: aNumber(3), naming: known({}), sex: 'female', birth: hanako.body.birth }, { patient: patientId(3) })
    const { doubles } = compare([hanako, nobody, twin], [])
    expect(doubles).toEqual([[patientId(1), patientId(3)]])
    const of = (...more: readonly Entry[]) => state(boardFrom([hanako, nobody, twin, ...more], { doubles }), 'doubles').open.length
    expect(of()).toBe(1)
    expect(of(anEntry('patient-linked', { patient: patientId(3), body: { to: { kind: 'patient', patient: patientId(1) }, reason: '同じ人' } }))).toBe(0)
    expect(of(...matched, ...decided({ decision: 'new', hospitalId: '99001', reason: '双子' }, rowOf(3, hanako, twin)))).toBe(0)
  })

  test('[REC-14] it closes only when every check is nought or signed for, and opens again when more is found or the signature is struck', () => {
    const entries: readonly Entry[] = [hanako, anEntry('note', { id: entryId(50) })]
    expect(boardFrom([]).mayClose).toBe(true)
    expect(boardFrom([], { doubles: null }).mayClose).toBe(false) // not compared yet
    const checks = boardFrom(entries).checks.filter((check) => check.open.length > 0)
    expect(checks.map(({ check }) => check)).toEqual(['unmatched', 'untranscribed'])
    const [one, two] = [signed('unmatched', 1), signed('untranscribed', 2)]
    expect(boardFrom([...entries, one]).mayClose).toBe(false)
    expect(boardFrom([...entries, one, signed('untranscribed', 1)]).mayClose).toBe(false)
    expect(boardFrom([...entries, one, two]).mayClose).toBe(true)
    expect(boardFrom([...entries, one, two, anEntry('note', { id: entryId(51) })]).mayClose).toBe(false)
    expect(boardFrom([...entries, one, two, anEntry('ward-line-struck', { body: { struck: two.id, reason: '誤り' } })]).mayClose).toBe(false)
    expect(Check.options).toHaveLength(boardFrom([]).checks.length)
  })

  test('[REC-13] the count by kind closes: every record is open, typed, checked or not needed', () => {
    const rows = recordsOf(inJournal([hanako, anEntry('note', { id: entryId(50) }), anEntry('note', { id: entryId(51) }), sayStep(anEntry('note', { id: entryId(50) }), 'transcribed')]))
    expect(countsByKind(rows)).toEqual([{ kind: 'patient-registered', all: 1, open: 1, typed: 0, checked: 0, notNeeded: 0 }, { kind: 'note', all: 2, open: 1, typed: 1, checked: 0, notNeeded: 0 }])
  })
})

describe('what is copied and listed', () => {
  const context = { placeOf: () => null, forms: [] }
  const rowFor = (entry: Entry) => recordsOf(inJournal([entry], 123))[0] ?? never()

  test('[REC-16] a field is the text itself, numbers without unit; the source stands with the whole', () => {
    const hostile = '=cmd|🩺 \u202e神\uFA19'
    expect(copyFields(rowFor(anEntry('note', { body: { text: hostile } })), context).map(({ text }) => text)).toEqual(['2026-11-20 16:24', hostile])
    const signs = rowFor(anEntry('vital-signs', { body: noVitalSigns({ temperatureC: 38.2, pulsePerMin: 92, jcs: 'I-1' }) }))
    expect(copyFields(signs, context).map(({ name, text }) => `${name} ${text}`)).toEqual(['at 2026-11-20 16:24', 'temperatureC 38.2', 'pulsePerMin 92', 'jcs I-1'])
    expect(sourceNote(signs)).toBe('2026-11-20 16:24 非常時記録より転記 №123（記入 試験 看護）')
    expect(wholeText(signs, copyFields(signs, context))).toContain('体温 ℃ 38.2\n')
    expect(wholeText(signs, copyFields(signs, context)).endsWith(sourceNote(signs))).toBe(true)
  })

  test('[REC-17] the worklist and the numbers stand in the export', () => {
    const entries: readonly Entry[] = [hanako, nobody, ...decided({ decision: 'same', hospitalId: '00042', reason: '診察券' }, rowOf(1, hanako)), anEntry('note', { id: entryId(50) }), sayStep(anEntry('note', { id: entryId(50) }), 'transcribed')]
    const records = inJournal(entries)
    const view = wardOf(records)
    const list = readCsv([...worklistCsv('real', view, records).pieces()].join(''))
    const found = list.ok ? list.value : []
    expect(found).toHaveLength(4)
    expect(found.find((cells) => cells.at(-1) === entryId(50))?.slice(2, 9)).toEqual(['B 経過', '転記済', '看護記録', aNumber(1), '髙橋 花子', '00042', '2026-11-20 16:24'])
    const numbers = readCsv([...mappingCsv('drill', view).pieces()].join(''))
    expect(numbers.ok ? numbers.value.map((cells) => cells.slice(0, 7)) : []).toEqual([
      ['【訓練 DRILL】', '番号', '仮名', '氏名', 'かな', '正のID', '決定'],
      ['訓練 DRILL', aNumber(1), '', '髙橋 花子', 'タカハシ ハナコ', '00042', '同じ人'],
      ['訓練 DRILL', aNumber(2), 'サクラ ツバメ', '◇ サクラ ツバメ', '', '', '未決定'],
    ])
    expect(targetsOf(view, personsOf(view)).get(patientId(2))?.hospitalId).toBeNull()
  })
})

test('[ERASE-10] without two archives that count the emergency closes only under the name and reason of a person, and a record written later opens that again', () => {
  const none = boardFrom([], { missingMedia: [1, 2] })
  expect(state(none, 'archives')).toMatchObject({ isClosed: false, open: [{ text: '1' }, { text: '2' }] })
  expect(none.mayClose).toBe(false)
  expect(boardFrom([signed('archives', 2)], { missingMedia: [1, 2] }).mayClose).toBe(true)
  expect(boardFrom([signed('archives', 1)], { missingMedia: [1, 2] }).mayClose).toBe(false)
  expect(boardFrom([], { missingMedia: [] }).mayClose).toBe(true)
})
