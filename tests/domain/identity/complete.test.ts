import { describe, expect, test } from 'vitest'
import { completion, emptyCompletion, type CompletionForm } from '#domain/identity/complete.ts'
import { evidenceBetween, possibleDuplicates } from '#domain/identity/evidence.ts'
import { readHospitalId } from '#domain/identity/hospital-id.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { verifyIdentity } from '#domain/identity/verify.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Naming } from '#domain/patient/naming.ts'
import { CalendarDate } from '#domain/time.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aDoctor, anEntry, aNumber, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const ids = { claim: entryId(11), description: entryId(12), move: entryId(13) }
const today = CalendarDate.parse('2026-11-20')
const rowsOf = (...entries: readonly Entry[]): readonly KnownRow[] => registeredPatients(wardOf(inJournal(entries)))
const unknown = aPatient({ number: aNumber(1), naming: { kind: 'unknown', alias: ['ドングリ', 'ヨット'] }, bed: '301-1' }, { patient: patientId(1) })
const row = (...entries: readonly Entry[]): KnownRow => rowsOf(unknown, ...entries)[0] ?? never()
const never = (): never => {
  throw new Error('registered above')
}
const complete = (form: Partial<CompletionForm>) => completion({ ...emptyCompletion, ...form }, { row: row(), today, running: [], ids })

describe('what is learnt later', () => {
  test('[WHO-9] a name is claimed with how it is known; without that it is asked for, and nothing typed is lost', () => {
    expect(complete({ family: '髙橋', givenKana: 'カズコ', birthText: 's23.5.3', sex: 'female', how: 'family-said', note: '長女' })).toMatchObject({
      ok: true,
      value: { drafts: [{ id: ids.claim, kind: 'identity-claimed', patient: patientId(1), body: { naming: { kind: 'known', family: '髙橋', given: '', familyKana: '', givenKana: 'カズコ' }, sex: 'female', birth: { kind: 'day', on: '1948-05-03' }, hospitalId: null, how: 'family-said', note: '長女' } }] },
    })
    expect(complete({ family: '髙橋' })).toEqual({ ok: false, error: [{ field: 'how', code: 'how-not-said' }] })
    expect(complete({ hospitalId: '０００４２', how: 'band-or-card' })).toMatchObject({ ok: true, value: { drafts: [{ body: { hospitalId: '00042', naming: { kind: 'unknown' } } }] } })
  })

  test('[WHO-9] everything in the way is said at once, by field', () => {
    const tried = complete({ family: '二\n行', birthText: '25.3.4', estimatedAge: '200', hospitalId: '#', sex: 'x', bed: 'あ\t' })
    expect(tried.ok ? [] : tried.error.map(({ field }) => field).toSorted()).toEqual(['bed', 'birthText', 'estimatedAge', 'family', 'hospitalId', 'sex'])
  })

  test('[WHO-10] what can be seen of somebody without a name is described, and names nobody', () => {
    expect(complete({ sex: 'male', estimatedAge: '40', features: '青い上着' })).toMatchObject({ ok: true, value: { drafts: [{ id: ids.description, kind: 'patient-described', body: { sex: 'male', birth: { kind: 'estimated-age', years: 40 }, features: '青い上着' } }] } })
    expect(complete({})).toEqual({ ok: false, error: [{ field: 'family', code: 'nothing-typed' }] })
  })

  test('[WHO-10] a bed is a move, and the bed the patient lies in already is none', () => {
    expect(complete({ bed: '302' })).toMatchObject({ ok: true, value: { drafts: [{ id: ids.move, kind: 'patient-moved', body: { bed: '302' } }] } })
    expect(complete({ bed: '３０１−１' })).toEqual({ ok: false, error: [{ field: 'family', code: 'nothing-typed' }] })
  })

  test('[WHO-9] a number of the hospital’s keeps its leading zeros; width and spaces are forgiven, nothing else', () => {
    expect(readHospitalId(' ００１２３ ')).toEqual({ ok: true, value: '00123' })
    expect(readHospitalId('')).toEqual({ ok: true, value: null })
    for (const typed of ['12 34', '花子', '=1+1', '-1', '1'.repeat(41)]) expect(readHospitalId(typed)).toEqual({ ok: false, error: { code: 'not-a-hospital-id' } })
  })
})

describe('two people look', () => {
  const named = row(anEntry('identity-claimed', { id: entryId(21), patient: patientId(1) }))
  const verify = (over: Partial<Parameters<typeof verifyIdentity>[2]>, of = named) => verifyIdentity(entryId(9), of, { second: aDoctor(), how: 'document', by: aNurse(), running: [], ...over })

  test('[WHO-11] verified by two different people, of a name, with what it was checked with', () => {
    expect(verify({})).toMatchObject({ ok: true, value: { body: { claim: entryId(21), second: { staffNumber: aDoctor().staffNumber }, how: 'document' } } })
    expect(verify({ second: aNurse() })).toEqual({ ok: false, error: { code: 'second-is-first' } })
    expect(verify({ second: null })).toEqual({ ok: false, error: { code: 'second-missing' } })
    expect(verify({ how: '' })).toEqual({ ok: false, error: { code: 'how-not-said' } })
    expect(verify({}, row())).toEqual({ ok: false, error: { code: 'nothing-to-verify' } })
  })
})

describe('registrations that may be one person', () => {
  const named = (family: string, given: string, kana: readonly [string, string]): Naming => ({ kind: 'known', family, given, familyKana: kana[0], givenKana: kana[1] })
  const hanako = named('高橋', '花子', ['タカハシ', 'ハナコ'])
  const born = (on: string) => ({ kind: 'day' as const, on: CalendarDate.parse(on) })
  const pair = (one: Parameters<typeof aPatient>[0], other: Parameters<typeof aPatient>[0], ...more: readonly Entry[]) => rowsOf(aPatient({ number: aNumber(1), ...one }, { patient: patientId(1) }), aPatient({ number: aNumber(2), ...other }, { patient: patientId(2) }), ...more)
  const degree = (rows: readonly KnownRow[]) => possibleDuplicates(rows[0] ?? never(), rows, personsOf({ patients: new Map(rows.map((one) => [one.id, one])) })).map((found) => found.degree)

  test('[WHO-12] evidence is said field by field: same, similar, different, or not known', () => {
    const [one, other] = pair({ naming: hanako, sex: 'female', birth: born('1950-03-04') }, { naming: named('髙橋', '花子', ['たかはし', 'はなこ']), sex: 'male', birth: { kind: 'unknown' } })
    expect(evidenceBetween(one ?? never(), other ?? never())).toEqual([
      { field: 'name', verdict: 'same' }, { field: 'birth', verdict: 'unknown' }, { field: 'sex', verdict: 'differs' }, { field: 'hospital-id', verdict: 'unknown' }, { field: 'tag', verdict: 'unknown' },
    ])
  })

  test('[WHO-13] name and birth date together, or the hospital’s number, are strong; a name alone or one sound apart is a question', () => {
    expect(degree(pair({ naming: hanako, birth: born('1950-03-04') }, { naming: hanako, birth: born('1950-03-04') }))).toEqual(['strong'])
    expect(degree(pair({ naming: hanako, birth: born('1950-03-04') }, { naming: hanako, birth: { kind: 'unknown' } }))).toEqual(['possible'])
    expect(degree(pair({ naming: hanako, birth: born('1950-03-04') }, { naming: hanako, birth: born('1951-03-04') }))).toEqual([])
    expect(degree(pair({ naming: hanako, birth: born('1950-03-04') }, { naming: named('', '', ['タカハシ', 'ハナオ']), birth: born('1950-03-04') }))).toEqual(['possible'])
    const claim = (n: number, hospitalId: string): Entry => anEntry('identity-claimed', { patient: patientId(n), body: { ...anEntry('identity-claimed').body, hospitalId } })
    const strangers = [{ naming: { kind: 'unknown' as const, alias: ['ラジオ', 'テガミ'] as [string, string] } }, { naming: hanako }] as const
    expect(degree(pair(...strangers, claim(1, '00042'), claim(2, '00042')))).toEqual(['strong'])
    expect(degree(pair({ naming: hanako }, { naming: hanako }, claim(1, '00042'), claim(2, '42')))).toEqual([])
  })

  test('[WHO-13] who is linked already is not asked about again', () => {
    const link = anEntry('patient-linked', { patient: patientId(2), body: { to: { kind: 'patient', patient: patientId(1) }, reason: '同じ人' } })
    expect(degree(pair({ naming: hanako, birth: born('1950-03-04') }, { naming: hanako, birth: born('1950-03-04') }, link))).toEqual([])
  })
})
