import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '#domain/log/entry.ts'
import { compareTypes } from '#domain/transfusion/abo.ts'
import { readExpiry } from '#domain/transfusion/expiry.ts'
import { bagsWithLot } from '#domain/transfusion/running.ts'
import { checksFor, emptyTransfusion, transfusionFormOf } from '#domain/transfusion/start-entry.ts'
import { Abo, BagCheck, BloodProduct, Crossmatch, Rh } from '#domain/transfusion/transfusion.ts'
import { openItemsOf } from '#domain/view/open-items.ts'
import { wardOf } from '#domain/view/ward.ts'
import { aDoctor, aHand, aHash, anEntry, aNurse, aStanding, entryId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'
import { aBag, aDesk, aForm, asked, begin, codesOf, today, wholeNumber } from './fixture.ts'

describe('the people at a bag', () => {
  test('[TRF-4] two different people, or one and why', () => {
    expect(begin()).toMatchObject({ ok: true, value: { draft: { body: { byTwo: { second: { staffNumber: 'D-0077', name: '試験 医師' } } } }, asks: [] } })
    expect(codesOf(begin({}, { second: null }))).toEqual(['second second-missing'])
    expect(codesOf(begin({}, { second: aNurse() }))).toEqual(['second second-is-first'])
    expect(codesOf(begin({}, { first: [aNurse(), aDoctor()] }))).toEqual(['second second-is-first'])
    expect(codesOf(begin({ isAlone: true, aloneBecause: ' ' }))).toEqual(['second alone-because-missing'])
    expect(begin({ isAlone: true, aloneBecause: '夜勤1人' }, { second: null })).toMatchObject({ ok: true, value: { draft: { body: { byTwo: { aloneBecause: '夜勤1人' } } }, asks: ['alone'] } })
  })

  test('[TRF-4] whatever is typed, no bag begins without two people or an open item of being alone', () => {
    const form = fc.record({
      product: fc.option(fc.constantFrom(...BloodProduct.options)), lot: fc.constantFrom('', '12-3456', 'あ'), units: fc.constantFrom('', '2', '0', 'x'), volume: fc.constantFrom('', '280', '99999'),
      abo: fc.option(fc.constantFrom(...Abo.options)), rh: fc.option(fc.constantFrom(...Rh.options)), expires: fc.constantFrom('', '2026-12-01', '2025-01-01', 'いつか'), crossmatch: fc.option(fc.constantFrom(...Crossmatch.options)),
      checks: fc.subarray([...BagCheck.options]), second: fc.constant(''), isAlone: fc.boolean(), aloneBecause: fc.constantFrom('', '  ', '夜勤1人', 'a\u0000'), isMismatchMeant: fc.boolean(), note: fc.constantFrom('', '救命のため'),
    })
    const plain = fc.record(Object.fromEntries(Object.entries(aForm()).map(([name, value]) => [name, fc.constant(value)]))) as unknown as typeof form // the same fields, each with its plain value
    const mixed = fc.tuple(form, plain, fc.subarray(Object.keys(emptyTransfusion))).map(([wild, calm, wildOnes]) => Object.fromEntries(Object.keys(emptyTransfusion).map((name) => [name, (wildOnes.includes(name) ? wild : calm)[name as keyof typeof wild]])) as typeof wild) // every field of the form
    const people = fc.constantFrom(null, aNurse(), aDoctor())
    const night = fc.array(fc.record({ form: mixed, second: people }), { maxLength: 12 })
    let begun = 0
    fc.assert(fc.property(night, (acts) => {
      const hand = aHand()
      const entries = acts.flatMap(({ form: typed, second }, n) => {
        const made = begin(typed, { second, entry: entryId(n + 1) })
        if (!made.ok) return []
        const entry = decide(made.value.draft, aStanding(), { head: aHash(), n: n + 1 }, hand)
        expect(entry.ok).toBe(true) // what the rule lets through, the log takes
        return entry.ok ? [entry.value] : []
      })
      begun += entries.length
      const open = openItemsOf(inJournal(entries)).filter(({ why }) => why === 'alone').map(({ entry }) => entry)
      for (const entry of entries) {
        if (entry.kind !== 'transfusion-started') throw new Error('another kind')
        const { byTwo } = entry.body
        expect('second' in byTwo ? byTwo.second.staffNumber !== entry.by.staffNumber : open.includes(entry.id)).toBe(true)
      }
    }), { numRuns: 400 })
    expect(begun).toBeGreaterThan(50)
  })
})

describe('what is looked at beside the bed', () => {
  test('[TRF-5] every check is ticked, or the note says why not; what does not apply is not asked', () => {
    expect(codesOf(begin({ checks: ['name', 'lot'] }))).toEqual(['checks checks-open'])
    expect(asked(begin({ checks: ['name', 'lot'], note: 'バンドが切れている' }))).toEqual(['checks-open'])
    expect(checksFor({ product: 'albumin', crossmatch: 'not-asked' })).toEqual(['name', 'band', 'lot', 'expiry', 'appearance'])
    expect(checksFor({ product: 'platelets', crossmatch: 'not-asked' })).not.toContain('crossmatch')
    expect(checksFor({ product: 'red-cells', crossmatch: 'emergency-o' })).toEqual(BagCheck.options)
    expect(begin({ product: 'albumin', crossmatch: 'not-asked' })).toMatchObject({ value: { draft: { body: { checks: ['name', 'band', 'lot', 'expiry', 'appearance'] } } } })
  })

  test('[TRF-6] a bag past its day wants a reason, and the last day itself is none of it', () => {
    expect(codesOf(begin({ expires: '2026-11-19' }))).toEqual(['expires expired'])
    expect(asked(begin({ expires: '2026-11-19', note: 'ほかになく、医師と確認' }))).toEqual(['expired'])
    expect(asked(begin({ expires: '2026-11-20' }))).toEqual([])
    expect(codesOf(begin({ expires: 'あした' }))).toEqual(['expires expiry-not-understood'])
    expect(codesOf(begin({ expires: '' }))).toEqual(['expires expiry-missing'])
  })

  test.each([['2026.12.10', '2026-12-10'], ['20261210', '2026-12-10'], ['R8.12.10', '2026-12-10'], ['12/10', '2026-12-10'], ['１２月１０日', '2026-12-10'], ['1/15', '2027-01-15'], ['11/01', '2026-11-01']])('[TRF-6] %s is read as %s', (typed, day) => {
    expect(readExpiry(typed, today)).toEqual({ ok: true, value: day })
  })

  test.each(['2/30', '2026-13-01', '26.12.10', '2026-12', '12'])('[TRF-6] %s is not read', (typed) => {
    expect(readExpiry(typed, today)).toEqual({ ok: false, error: { code: 'expiry-not-understood' } })
  })

  test('[TRF-7] product, lot and crossmatch are said, and amounts can be meant', () => {
    expect(codesOf(begin({ product: null, lot: ' ', crossmatch: null }))).toEqual(['product product-missing', 'lot lot-missing', 'crossmatch crossmatch-missing'])
    expect(codesOf(begin({ units: '2.55', volume: '0' }))).toEqual(['units too-fine', 'volume not-above-zero'])
    expect(codesOf(begin({ units: '100', volume: '二百' }))).toEqual(['units out-of-range', 'volume not-a-number'])
    expect(begin({ units: '', volume: '２８０' })).toMatchObject({ value: { draft: { body: { units: null, volumeMl: 280 } } } })
    expect(codesOf(begin({ abo: 'A', rh: null }))).toEqual(['abo bag-type-half'])
    expect(wholeNumber('１２。')).toMatchObject({ error: { code: 'not-a-number' } })
  })
})

describe('two types side by side', () => {
  const type = (abo: Abo, rh: Rh = 'positive') => ({ abo, rh })
  test('[TRF-8] red cells go by antigens, plasma by antibodies', () => {
    const fits = (product: BloodProduct) => Abo.options.flatMap((bag) => Abo.options.filter((patient) => compareTypes(product, type(bag), type(patient)) !== 'mismatch').map((patient) => `${bag}→${patient}`))
    expect(fits('red-cells')).toEqual(['A→A', 'A→AB', 'B→B', 'B→AB', 'O→A', 'O→B', 'O→O', 'O→AB', 'AB→AB'])
    expect(fits('whole-blood')).toEqual(fits('red-cells'))
    expect(fits('plasma')).toEqual(['A→A', 'A→O', 'B→B', 'B→O', 'O→O', 'AB→A', 'AB→B', 'AB→O', 'AB→AB'])
    expect(fits('platelets')).toEqual(fits('plasma'))
    expect(fits('autologous')).toEqual(['A→A', 'B→B', 'O→O', 'AB→AB'])
    expect(compareTypes('albumin', type('A'), type('B'))).toBe('same')
  })

  test('[TRF-8] cells of a positive donor for a negative patient are a mismatch, and what is not known is not compared', () => {
    expect(compareTypes('red-cells', type('A'), type('A', 'negative'))).toBe('mismatch')
    expect(compareTypes('plasma', type('A'), type('A', 'negative'))).toBe('other')
    expect(compareTypes('red-cells', type('A', 'negative'), type('A'))).toBe('other')
    expect(compareTypes('red-cells', null, type('A'))).toBe('not-known')
    expect(compareTypes('red-cells', type('A'), null)).toBe('not-known')
  })

  test('[TRF-8] a mismatch is confirmed expressly and with a reason; another type is told', () => {
    expect(codesOf(begin({ abo: 'B' }))).toEqual(['isMismatchMeant mismatch'])
    expect(codesOf(begin({ abo: 'B', isMismatchMeant: true }))).toEqual(['isMismatchMeant mismatch'])
    expect(codesOf(begin({ abo: 'B', note: '医師の判断' }))).toEqual(['isMismatchMeant mismatch'])
    expect(asked(begin({ abo: 'B', isMismatchMeant: true, note: '医師の判断' }))).toEqual(['mismatch'])
    expect(asked(begin({ abo: 'O', crossmatch: 'emergency-o' }))).toEqual(['types-differ'])
    expect(asked(begin({ abo: null, rh: null }))).toEqual(['types-not-compared'])
    expect(asked(begin({}, { bloodType: { is: 'stated', type: { abo: 'A', rh: 'positive' }, said: [] } }))).toEqual(['type-not-certain'])
  })
})

describe('a lot', () => {
  test('[TRF-9] that is here already is found however it is typed, and told', () => {
    const view = wardOf(inJournal([aBag(1)]))
    expect(bagsWithLot(view, '１２ー３４５６ー７８９０')).toHaveLength(1)
    expect(bagsWithLot(view, '1234567890', entryId(1))).toHaveLength(0)
    expect(bagsWithLot(view, ' ')).toHaveLength(0)
    expect(asked(begin({}, { isLotHere: true }))).toEqual(['lot-again'])
  })
})

test('[TRF-10] what was written fills the form; a mismatch is meant anew', () => {
  const { body } = anEntry('transfusion-started')
  const made = begin(transfusionFormOf(body), { order: body.order, second: { ...aDoctor(), ...('second' in body.byTwo ? body.byTwo.second : {}) } })
  expect(made).toMatchObject({ ok: true, value: { draft: { body } } })
  expect(transfusionFormOf({ ...body, units: null, volumeMl: null, bagType: null, byTwo: { aloneBecause: '夜勤1人' } })).toMatchObject({ units: '', volume: '', abo: null, isAlone: true, aloneBecause: '夜勤1人', isMismatchMeant: false })
  expect(aDesk().at).toBeNull()
})
