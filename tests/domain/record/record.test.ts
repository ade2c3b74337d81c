import { describe, expect, test } from 'vitest'
import { decide, readEntry, type Entry } from '#domain/log/entry.ts'
import { isCare } from '#domain/export/care-cells.ts'
import { kindNames, kinds } from '#domain/log/kinds.ts'
import { allergyStatement, emptyAllergyForm, type AllergyForm } from '#domain/record/allergy-entry.ts'
import { AllergyStatement } from '#domain/record/allergy.ts'
import { noteBody } from '#domain/record/note.ts'
import { strikeEntry, takesHold } from '#domain/record/strike.ts'
import { anImported, aHand, aHash, anEntry, anInstant, aPatient, aStanding, entryId, patientId } from '#tests/builders.ts'

const after = { head: aHash(), n: 1 }

describe('striking an entry', () => {
  const note = anEntry('note', { id: entryId(7), patient: patientId(2) })

  test('[OBS-10] a strike names what it strikes, for the same patient, with a reason', () => {
    const draft = strikeEntry(entryId(8), { entry: note, struck: false }, '別の患者の記録', anInstant())
    expect(draft).toEqual({ ok: true, value: { id: entryId(8), kind: 'entry-struck', patient: patientId(2), at: null, body: { struck: entryId(7), reason: '別の患者の記録' } } })
    expect(draft.ok && decide(draft.value, aStanding(), after, aHand()).ok).toBe(true)
  })

  test.each([
    ['', 'reason-empty'], [' 　\n', 'reason-empty'], ['a'.repeat(301), 'text-too-long'], ['a\u0000', 'text-has-control-characters'], ['\ud800', 'text-is-broken'],
  ])('[OBS-10] without a reason that can be read there is no strike (%#)', (reason, code) => {
    expect(strikeEntry(entryId(8), { entry: note, struck: false }, reason, anInstant())).toMatchObject({ ok: false, error: { code } })
  })

  test('[OBS-11] what is struck already is not struck again', () => {
    expect(strikeEntry(entryId(8), { entry: note, struck: true }, '理由', anInstant())).toEqual({ ok: false, error: { code: 'already-struck' } })
  })

  test('[OBS-11] registrations and traces of acts cannot be struck; every other record can', () => {
    const strikable = kindNames.filter((kind) => kinds[kind].strikable && !isCare(kind))
    expect(strikable).toEqual([
      'patient-described', 'identity-claimed', 'identity-verified', 'patient-linked', 'photo-taken', 'insurance-stated', 'stay-changed', 'care-needs-stated', 'death-confirmed', 'entry-imported',
      'patient-moved', 'allergy-stated', 'vital-signs', 'note', 'triage-decided', 'chronology-line', 'form',
    ])
    for (const kind of kindNames) if (isCare(kind)) expect(kinds[kind].strikable, kind).toBe(true)
    for (const kind of kindNames) {
      const entry: Entry = kind === 'entry-imported' ? anImported(anEntry('note')) : anEntry(kind)
      expect(strikeEntry(entryId(8), { entry, struck: false, running: [] }, '理由', anInstant()).ok).toBe(kinds[kind].strikable)
    }
  })

  test('[OBS-12] a strike takes hold on its own entry of its own patient only', () => {
    const strike = anEntry('entry-struck', { patient: patientId(2), body: { struck: entryId(7), reason: '理由' } })
    expect(takesHold(strike, note)).toBe(true)
    expect(takesHold({ ...strike, patient: patientId(3) }, note)).toBe(false)
    expect(takesHold(strike, { ...note, id: entryId(9) })).toBe(false)
    expect(takesHold({ ...strike, patient: patientId(1), body: { struck: entryId(5), reason: '理由' } }, aPatient({}, { id: entryId(5) }))).toBe(false)
  })
})

describe('allergies as typed', () => {
  const form = (over: Partial<AllergyForm>): AllergyForm => ({ ...emptyAllergyForm, ...over })
  const codes = (over: Partial<AllergyForm>): readonly string[] => {
    const read = allergyStatement(form(over))
    return read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`)
  }
  const penicillin = { substance: 'ペニシリン', reaction: '蕁麻疹' }

  test('[OBS-13] nothing is preselected: an unanswered form is not saved as anything', () => {
    expect(codes({})).toEqual(['state not-answered'])
  })

  test('[OBS-13] "none" needs somebody who said so', () => {
    expect(codes({ state: 'none' })).toEqual(['source source-empty'])
    expect(allergyStatement(form({ state: 'none', source: '妻' }))).toEqual({ ok: true, value: { state: 'none', source: '妻' } })
  })

  test('[OBS-14] "none" or "not confirmed" with a substance typed is asked about, never saved without it', () => {
    expect(codes({ state: 'none', source: '本人', substances: [penicillin] })).toEqual(['state none-with-substances'])
    expect(codes({ state: 'unconfirmed', substances: [penicillin] })).toEqual(['state none-with-substances'])
  })

  test('[OBS-15] an allergy is saved at once, also when nobody knows who said it', () => {
    const read = allergyStatement(form({ state: 'present', substances: [penicillin, { substance: '', reaction: ' ' }, { substance: 'そば', reaction: '' }] }))
    expect(read).toEqual({ ok: true, value: { state: 'present', substances: [penicillin, { substance: 'そば', reaction: '' }], source: '' } })
    expect(read.ok && AllergyStatement.safeParse(read.value).success).toBe(true)
    expect(allergyStatement(form({ state: 'unconfirmed' }))).toEqual({ ok: true, value: { state: 'unconfirmed' } })
  })

  test('[OBS-15] an allergy without a substance is refused by row, as is text that cannot be kept', () => {
    expect(codes({ state: 'present' })).toEqual(['substances substance-empty'])
    expect(allergyStatement(form({ state: 'present', substances: [penicillin, { substance: '', reaction: '発疹' }] }))).toMatchObject({ ok: false, error: [{ code: 'substance-empty', row: 1 }] })
    expect(allergyStatement(form({ state: 'present', substances: [penicillin, { substance: 'a\u0000', reaction: '' }] }))).toMatchObject({ ok: false, error: [{ code: 'text-has-control-characters', row: 1 }] })
    expect(codes({ state: 'present', substances: Array.from({ length: 31 }, () => penicillin) })).toEqual(['substances too-many'])
    expect(codes({ state: 'none', source: '\ud800' })).toEqual(['source text-is-broken'])
  })
})

describe('notes', () => {
  test.each(['神\uFA19', '一行目\n\t二行目 ', '__proto__', '𠮷'])('[OBS-16] a note is kept as typed, into the entry and out of it (%#)', (text) => {
    const body = noteBody(text)
    expect(body).toEqual({ ok: true, value: { text } })
    expect(readEntry(JSON.parse(JSON.stringify(anEntry('note', { body: { text } }))))).toMatchObject({ ok: true, value: { body: { text } } })
  })

  test.each([['', 'note-empty'], [' \n', 'note-empty'], ['a'.repeat(20_001), 'text-too-long'], ['\u0000', 'text-has-control-characters']])('[OBS-16] an empty or unreadable note is refused (%#)', (text, code) => {
    expect(noteBody(text)).toMatchObject({ ok: false, error: { code } })
  })
})
