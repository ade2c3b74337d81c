import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '#domain/log/entry.ts'
import { TriageCategory, byNeed, isDowngrade } from '#domain/triage/category.ts'
import { emptyPatForm, emptyTriageForm, suggestionOf, triage, withTyped, type TriageDesk, type TriageForm } from '#domain/triage/decide.ts'
import { TriageDecided } from '#domain/triage/decision.ts'
import { AnatomicalSign } from '#domain/triage/pat.ts'
import { withRecent } from '#domain/triage/recent-vitals.ts'
import { suggestByPat, suggestByStart } from '#domain/triage/suggest.ts'
import { instantOf } from '#domain/time.ts'
import { tagOf, triageOf, wardOf, type PatientRow } from '#domain/view/ward.ts'
import { aHand, aHash, aStanding, anEntry, anInstant, aPatient, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const desk: TriageDesk = { entry: entryId(1), patient: patientId(1), at: null, years: 40, before: null, tagNumber: '', others: [] }
const form = (over: Partial<TriageForm> = {}): TriageForm => ({ ...emptyTriageForm, job: 'nurse', ...over })
/** START of somebody who cannot follow an order: red. */
const red = (over: Partial<TriageForm> = {}): TriageForm => form({ start: { ...emptyTriageForm.start, walks: false, breathing: 'yes', respirations: 'middle', radialPulse: 'palpable', obeys: false }, ...over })
const bodyOf = (made: ReturnType<typeof triage>): TriageDecided => {
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.body
}
const codes = (made: ReturnType<typeof triage>): readonly string[] => (made.ok ? [] : made.error.map(({ code }) => code))

describe('deciding a category', () => {
  test('[TRI-9] no suggestion decides by itself', () => {
    expect(suggestionOf(red(), desk)?.suggested).toBe('I')
    expect(codes(triage(red(), desk))).toEqual(['not-decided'])
    expect(emptyTriageForm.decided).toBeNull()
  })

  test('[TRI-9] deciding otherwise needs a reason in words, and suggestion, decision and reason stand apart', () => {
    expect(codes(triage(red({ decided: 'II' }), desk))).toEqual(['reason-empty'])
    expect(codes(triage(red({ decided: 'II', overrideReason: '　 ' }), desk))).toEqual(['reason-empty'])
    expect(bodyOf(triage(red({ decided: 'II', overrideReason: '難聴' }), desk))).toMatchObject({ suggested: 'I', decided: 'II', overrideReason: '難聴' })
    expect(bodyOf(triage(red({ decided: 'I', overrideReason: '残った文字' }), desk))).toMatchObject({ suggested: 'I', decided: 'I', overrideReason: '' })
  })

  test('[TRI-9] where no suggestion is given every category can be decided at once: of a child, by eye, with answers missing', () => {
    for (const decided of TriageCategory.options) {
      expect(bodyOf(triage(red({ decided }), { ...desk, years: 3 }))).toMatchObject({ suggested: null, decided })
      expect(bodyOf(triage(form({ method: 'clinical', decided }), desk))).toMatchObject({ method: 'clinical', ruleSet: null, values: null, suggested: null, decided })
      expect(bodyOf(triage(form({ decided }), desk))).toMatchObject({ suggested: null, decided })
    }
  })

  test('[TRI-9] a journal refuses a decision other than the suggestion without its reason', () => {
    const body = bodyOf(triage(red({ decided: 'I' }), desk))
    expect(TriageDecided.safeParse(body).success).toBe(true)
    expect(TriageDecided.safeParse({ ...body, decided: 'III' }).success).toBe(false)
    expect(TriageDecided.safeParse({ ...body, decided: 'III', overrideReason: '難聴' }).success).toBe(true)
  })

  test('[TRI-10] from the stored answers and their rule set the same suggestion is made again, whatever was filled in', () => {
    const yesNo = fc.constantFrom(null, true, false)
    const figures = fc.constantFrom('', '8', '9', '50', '89', '90', '200', '36.5', 'x')
    fc.assert(
      fc.property(
        fc.record({
          walks: yesNo, breathing: fc.constantFrom(null, 'yes', 'after-airway', 'none'), respirations: fc.constantFrom(null, 'low', 'middle', 'high'), respirationsPerMin: figures,
          radialPulse: fc.constantFrom(null, 'palpable', 'absent'), capillaryRefillS: fc.constantFrom(null, 1, 2), shock: fc.constantFrom(null, true), obeys: yesNo,
        }) as fc.Arbitrary<TriageForm['start']>, // constantFrom of mixed literals widens
        fc.record({ jcs: fc.constantFrom('', '0', '10'), gcs: fc.constantFrom('', '8', '15'), respirationsPerMin: figures, pulsePerMin: figures, systolicMmHg: figures, spo2Percent: figures, temperatureC: figures }),
        fc.constantFrom(null, [], [AnatomicalSign.options[3]]) as fc.Arbitrary<TriageForm['pat']['anatomy']>,
        fc.constantFrom('START', 'PAT'),
        fc.constantFrom(...TriageCategory.options),
        fc.option(fc.integer({ min: 0, max: 90 })),
        (start, typed, anatomy, method, decided, years) => {
          const made = triage(form({ method, start, pat: { ...emptyPatForm, typed, anatomy, shock: false }, decided, overrideReason: 'わけ', newTag: 'hung' }), { ...desk, years })
          if (!made.ok) {
            expect(made.error.every(({ field }) => field in typed || field === 'startRespirations')).toBe(true)
            return
          }
          const { body } = made.value
          const entry = decide(made.value, aStanding(), { head: aHash(), n: 1 }, aHand())
          expect(entry).toMatchObject({ ok: true, value: { body } })
          if (body.method === 'START') expect(suggestByStart(body.values, body.who)).toMatchObject({ suggested: body.suggested, ruleSet: body.ruleSet })
          if (body.method === 'PAT') expect(suggestByPat(body.values, body.who)).toMatchObject({ suggested: body.suggested, ruleSet: body.ruleSet })
        },
      ),
      { numRuns: 400 },
    )
  })

  test('[TRI-10] a value that cannot be meant is not saved and named by its field', () => {
    expect(triage(form({ method: 'PAT', decided: 'I', pat: { ...emptyPatForm, typed: { ...emptyPatForm.typed, pulsePerMin: '900', gcs: '16' } } }), desk)).toMatchObject({ ok: false, error: [{ field: 'gcs', code: 'out-of-range' }, { field: 'pulsePerMin', code: 'out-of-range' }] })
    expect(codes(triage(red({ decided: 'I', start: { ...red().start, respirationsPerMin: '２o' } }), desk))).toEqual(['not-a-number'])
  })

  test('[TRI-12] better than before asks for a new tag with the same number; worse or the same does not', () => {
    const order = ['III', 'II', 'I', '0']
    for (const before of [null, ...TriageCategory.options]) for (const decided of TriageCategory.options) {
      const isBetter = before !== null && order.indexOf(decided) < order.indexOf(before)
      expect(codes(triage(form({ method: 'clinical', decided }), { ...desk, before, tagNumber: 'T-1' }))).toEqual(isBetter ? ['new-tag-needed'] : [])
    }
    expect((['I', 'II', 'III', '0'] as const).map((before) => (['I', 'II', 'III', '0'] as const).filter((decided) => isDowngrade(before, decided)))).toEqual([['II', 'III'], ['III'], [], ['I', 'II', 'III']])
    const better = form({ method: 'clinical', decided: 'III' })
    const worn = { ...desk, before: 'I', tagNumber: 'T-1' } as const
    expect(bodyOf(triage({ ...better, newTag: 'hung' }, worn))).toMatchObject({ tagReplaced: true, tagNumber: 'T-1' })
    expect(codes(triage({ ...better, newTag: 'hung', tagNumber: 'T-2' }, worn))).toEqual(['number-of-old-tag'])
    expect(codes(triage({ ...better, newTag: 'none-worn' }, worn))).toEqual(['new-tag-needed'])
    expect(bodyOf(triage({ ...better, newTag: 'none-worn' }, { ...worn, tagNumber: '' }))).toMatchObject({ tagReplaced: false })
  })

  test('[TRI-13] an empty box keeps the number the patient wears, and another patient’s number is asked about', () => {
    const others = [{ patient: patientId(2), tagNumber: 'T-7', place: '' }]
    expect(bodyOf(triage(red({ decided: 'I' }), { ...desk, tagNumber: 'T-1' })).tagNumber).toBe('T-1')
    expect(triage(red({ decided: 'I', tagNumber: 'T-7' }), { ...desk, others })).toEqual({ ok: false, error: [{ field: 'tagNumber', code: 'worn-by-another', holders: [patientId(2)] }] })
    expect(bodyOf(triage(red({ decided: 'I', tagNumber: 'T-7', isTagShared: true }), { ...desk, others })).tagNumber).toBe('T-7')
    expect(triage(red({ decided: 'I', place: '体育館', tagNumber: 'T-7' }), { ...desk, others: [{ patient: patientId(2), tagNumber: 'T-7', place: '救急入口' }] }).ok).toBe(true)
  })

  test('[TRI-15] vital signs of the last quarter of an hour stand in the form, marked; older ones do not, and typing takes the mark away', () => {
    const rowAt = (text: string): PatientRow => rowOf([aPatient(), anEntry('vital-signs', { at: anInstant(text), body: noVitalSigns({ pulsePerMin: 50, jcs: 'II-10' }) })])
    const now = anInstant('2026-11-20T07:24:00.000Z')
    const { vitals } = rowAt('2026-11-20T07:09:00.000Z')
    expect(withRecent(emptyPatForm, vitals, now)).toMatchObject({ typed: { pulsePerMin: '50', jcs: 'II-10', systolicMmHg: '' }, fromChart: ['jcs', 'pulsePerMin'] })
    expect(withRecent(emptyPatForm, rowAt('2026-11-20T07:08:59.000Z').vitals, now)).toEqual(emptyPatForm)
    const pat = withRecent(withTyped(emptyPatForm, 'pulsePerMin', '52'), vitals, now)
    expect(bodyOf(triage(form({ method: 'PAT', pat, decided: 'I' }), desk))).toMatchObject({ values: { pulsePerMin: 52, jcs: 'II-10', fromChart: ['jcs'] } })
    expect(withRecent(withTyped(pat, 'jcs', ''), vitals, now).typed.jcs).toBe('')
    expect(withRecent(emptyPatForm, vitals, anInstant('2026-11-20T07:24:00.001Z')).fromChart).toEqual([])
  })
})

describe('triage on the board', () => {
  const at = (minute: number) => instantOf(Date.UTC(2026, 10, 20, 7, minute))
  const tagged = (n: number, minute: number, decided: TriageCategory, tagNumber = '') =>
    anEntry('triage-decided', { id: entryId(n), at: at(minute), recordedAt: at(minute), body: { ...anEntry('triage-decided').body, method: 'tag', decided, tagNumber } as TriageDecided })

  test('[TRI-11] a later triage counts, the earlier stays in the history, and what is struck gives way to the one before', () => {
    const history = [tagged(1, 0, 'I', 'T-1'), tagged(2, 10, 'II'), tagged(3, 20, 'III')]
    const row = rowOf([aPatient(), ...history])
    expect(row.triages.map(({ decided }) => decided)).toEqual(['III', 'II', 'I'])
    expect([triageOf(row), tagOf(row)?.tagNumber]).toEqual(['III', 'T-1'])
    const struck = rowOf([aPatient(), ...history, anEntry('entry-struck', { body: { struck: entryId(3), reason: '別の患者' } })])
    expect([triageOf(struck), struck.triages.length]).toEqual(['II', 2])
    expect(triageOf(rowOf([aPatient()]))).toBeNull()
  })

  test('[TRI-11] a late entry of an earlier triage does not overtake, and a strike may come first', () => {
    expect(triageOf(rowOf([aPatient(), tagged(2, 10, 'II'), tagged(1, 0, 'I')]))).toBe('II')
    expect(triageOf(rowOf([aPatient(), anEntry('entry-struck', { body: { struck: entryId(2), reason: 'x' } }), tagged(1, 0, 'I'), tagged(2, 10, 'II')]))).toBe('I')
  })

  test('[TRI-16] in order of need red comes first, then whoever is not triaged, yellow, green and black', () => {
    expect(['0', 'III', null, 'II', 'I'].toSorted((one, other) => byNeed(one as TriageCategory | null, other as TriageCategory | null))).toEqual(['I', null, 'II', 'III', '0'])
  })
})

function rowOf(entries: Parameters<typeof inJournal>[0]): PatientRow {
  const row = wardOf(inJournal(entries)).patients.get(patientId(1))
  if (row === undefined) throw new Error('The patient is missing')
  return row
}
