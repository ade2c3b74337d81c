import { describe, expect, test } from 'vitest'
import { Profession } from '#domain/log/person.ts'
import { kindNames } from '#domain/log/kinds.ts'
import { flagOutside, isOutsideUsual, isUsual } from '#domain/record/usual-duty.ts'
import { dutyRows } from '#domain/view/duty-rows.ts'
import { aDoctor, anEntry, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const aClerk = aNurse({ profession: 'clerk', name: '試験 事務' })

describe('usual duties', () => {
  test('[DUTY-1] a clerk registers and moves patients as a matter of course, and does not usually write vital signs', () => {
    expect(['patient-registered', 'patient-moved', 'vital-signs', 'note', 'allergy-stated'].map((kind) => isUsual('clerk', kind as 'note'))).toEqual([true, true, false, false, false])
  })

  test('[DUTY-1] doctors, nurses and midwives write everything but that orders are a doctor’s, and everybody may draw a line through a record', () => {
    for (const kind of kindNames) {
      expect(isUsual('doctor', kind), kind).toBe(true)
      for (const profession of ['nurse', 'midwife'] as const) expect(isUsual(profession, kind), kind).toBe(kind !== 'order-given' && kind !== 'order-stopped')
    }
    for (const profession of Profession.options) expect(isUsual(profession, 'entry-struck')).toBe(true)
  })

  test('[DUTY-1] typing for somebody else goes by what that person usually writes', () => {
    expect(isOutsideUsual(anEntry('vital-signs', { by: aClerk, onBehalfOf: aNurse() }))).toBe(false)
    expect(isOutsideUsual(anEntry('vital-signs', { by: aNurse(), onBehalfOf: aClerk }))).toBe(true)
  })

  test('[DUTY-2] "other" is a reason only with words; every other one stands by itself', () => {
    const entry = anEntry('note')
    expect(flagOutside(entryId(2), entry, { reason: 'other', words: ' ' })).toEqual({ ok: false, error: { code: 'words-empty' } })
    expect(flagOutside(entryId(2), entry, { reason: 'later', words: '' })).toEqual({ ok: true, value: { id: entryId(2), kind: 'outside-usual', patient: entry.patient, at: null, body: { entry: entry.id, reason: 'later', words: '' } } })
    expect(flagOutside(entryId(2), entry, { reason: 'asked', words: '\u0000' })).toMatchObject({ ok: false })
  })

  test('[DUTY-4] the audit has every record outside its author’s duties, with what was said, also where the flag is missing', () => {
    const usual = anEntry('vital-signs', { by: aDoctor() })
    const flagged = anEntry('vital-signs', { id: entryId(1), by: aClerk })
    const unflagged = anEntry('note', { id: entryId(2), by: aClerk })
    const flag = (reason: 'later' | 'asked'): ReturnType<typeof anEntry> => anEntry('outside-usual', { by: aClerk, body: { entry: entryId(1), reason, words: '' } })
    const rows = dutyRows(inJournal([aPatient(), usual, flagged, flag('later'), unflagged, flag('asked'), flag('later')]))
    expect(rows.map(({ entry, kind, patient, said }) => ({ entry, kind, patient, said }))).toEqual([
      { entry: entryId(1), kind: 'vital-signs', patient: patientId(1), said: { reason: 'asked', words: '' } },
      { entry: entryId(2), kind: 'note', patient: patientId(1), said: null },
    ])
  })
})
