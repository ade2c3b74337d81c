import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { openItemsOf } from '#domain/view/open-items.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aDoctor, anEntry, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { aNight, inJournal } from './records.ts'

const aClerk = aNurse({ profession: 'clerk', name: '試験 事務', staffNumber: aDoctor().staffNumber })
const open = (...entries: readonly Entry[]): readonly string[] => openItemsOf(inJournal(entries)).map(({ why, entry }) => `${why} ${entry.slice(-1)}`)

describe('what still wants a word of somebody', () => {
  const typed = anEntry('note', { id: entryId(1), by: aNurse(), onBehalfOf: aDoctor() })
  const outside = anEntry('vital-signs', { id: entryId(2), by: aClerk })
  const opening = anEntry('incident-told', { id: entryId(3), by: aNurse() })
  const approval = anEntry('proxy-approved', { by: aDoctor(), body: { approved: entryId(1) } })
  const reason = (said: 'later' | 'asked', by = aClerk): Entry => anEntry('outside-usual', { by, body: { entry: entryId(2), reason: said, words: '' } })
  const countersigned = (by = aDoctor()): Entry => anEntry('countersigned', { by, body: { entry: entryId(3) } })

  test('[PROXY-3] a proxy entry is on the list until the person it was written for approves it', () => {
    expect(open(typed)).toEqual(['proxy 1'])
    expect(open(typed, anEntry('proxy-approved', { by: aNurse(), body: { approved: entryId(1) } }))).toEqual(['proxy 1'])
    expect(open(typed, anEntry('proxy-approved', { by: aDoctor(), onBehalfOf: aNurse(), body: { approved: entryId(1) } }))).toEqual(['proxy 1'])
    expect(open(typed, approval)).toEqual([])
  })

  test('[DUTY-3] a record outside its author’s duties is on the list until the author says why, and "later" is no reason', () => {
    expect(open(outside)).toEqual(['no-reason 2'])
    expect(open(outside, reason('later'))).toEqual(['no-reason 2'])
    expect(open(outside, reason('asked', aNurse()))).toEqual(['no-reason 2'])
    expect(open(outside, reason('later'), reason('asked'))).toEqual([])
  })

  test('[DUTY-5] what wanted two people and was done by one is on the list until another person countersigns it', () => {
    expect(open(opening)).toEqual(['alone 3'])
    expect(open(opening, countersigned(aNurse()))).toEqual(['alone 3'])
    expect(open(opening, countersigned())).toEqual([])
    const clock = (second: typeof opening.by.staffNumber | null): Entry => anEntry('clock-confirmed', { id: entryId(4), body: { offsetMs: 0, why: 'checked', second, aloneBecause: '' } })
    expect(open({ ...opening, body: { ...opening.body, witness: aDoctor() } }, clock(aDoctor().staffNumber))).toEqual([])
    expect(open(clock(null))).toEqual(['alone 4'])
  })

  test('[DUTY-5] what is struck waits for nobody, also when the line was drawn through another patient’s record', () => {
    const line = (over: Partial<Entry<'entry-struck'>> = {}): Entry => anEntry('entry-struck', { body: { struck: entryId(1), reason: '別の患者' }, ...over })
    expect(open(typed, line())).toEqual([])
    expect(open(typed, line({ patient: patientId(2) }))).toEqual(['proxy 1'])
    expect(open(line(), typed)).toEqual([])
  })

  test('[DUTY-6] an injection, a bag of blood or a narcotic that one person looked at alone waits for another', () => {
    const alone = { aloneBecause: '手が足りない' }
    const given = anEntry('medicine-given', { id: entryId(5) })
    expect(open(given)).toEqual([])
    expect(open({ ...given, body: { ...given.body, byTwo: alone } })).toEqual(['alone 5'])
    const bag = anEntry('transfusion-started', { id: entryId(6) })
    expect(open(bag)).toEqual([])
    const ledger = anEntry('controlled-moved', { id: entryId(7) })
    const both = [{ ...bag, body: { ...bag.body, byTwo: alone } }, { ...ledger, body: { ...ledger.body, byTwo: alone } }]
    expect(open(...both)).toEqual(['alone 6', 'alone 7'])
    const line = anEntry('ward-line-struck', { body: { struck: entryId(7), reason: '数え違い' } })
    expect(open(...both, line)).toEqual(['alone 6'])
    expect(open(line, ...both)).toEqual(['alone 6'])
    expect(open(...both, anEntry('countersigned', { by: aDoctor(), body: { entry: entryId(6) } }))).toEqual(['alone 7'])
  })

  test('[DUTY-7] a critical value waits until it is written who was told', () => {
    const result = anEntry('exam-reported', { id: entryId(8) })
    const called = anEntry('critical-called', { body: { ...anEntry('critical-called').body, result: entryId(8) } })
    expect(open(result)).toEqual(['uncalled 8'])
    expect(open(result, called)).toEqual([])
    expect(open(called, result)).toEqual([])
    expect(open({ ...result, body: { ...result.body, lines: result.body.lines.map((line) => ({ ...line, flag: 'high' as const })) } })).toEqual([])
  })

  test('[DUTY-5] answers that stand before what they answer, as after a recovery, count the same', () => {
    expect(open(approval, reason('asked'), countersigned(), typed, outside, opening)).toEqual([])
    expect(open(reason('asked', aNurse()), countersigned(aNurse()), outside, opening)).toEqual(['no-reason 2', 'alone 3'])
  })

  test('[DUTY-5] the ward and the whole journal tell the same list', () => {
    fc.assert(fc.property(aNight(), (records) => {
      expect(wardOf(records).items.open).toEqual(openItemsOf(records))
    }), { numRuns: 200 })
  })

  test('[PEOPLE-5] who was identified is known with organisation, as introduced last', () => {
    const told = (organisation: string): Entry => anEntry('person-identified', { body: { person: aDoctor(), vouchedBy: aNurse().staffNumber, organisation } })
    expect([...wardOf(inJournal([aPatient(), told(''), told('架空市民病院')])).staff.values()]).toEqual([{ person: aDoctor(), organisation: '架空市民病院' }])
  })
})
