import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { doseAsks, doseEntry, doseFormAgain, doseFormOf, emptyDose, type DoseDesk, type DoseForm } from '#domain/medicine/dose-entry.ts'
import { effectEntry, isWhenNeeded } from '#domain/medicine/effect-entry.ts'
import { emptyLastDose, lastDoseEntry, lastDoseOf } from '#domain/medicine/last-dose-entry.ts'
import { SixRight, WithoutOrder } from '#domain/medicine/medicine.ts'
import { withholdEntry } from '#domain/medicine/withhold-entry.ts'
import { orderWith, type OrderNow } from '#domain/order/running.ts'
import { instantOf, millisecondsOf } from '#domain/time.ts'
import { balanceOf } from '#domain/view/controlled.ts'
import { careFactsOf } from '#domain/view/care.ts'
import { wardOf, type PatientRow, type WardView } from '#domain/view/ward.ts'
import { aDoctor, anEntry, anInstant, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { StaffNumber } from '#domain/ids.ts'
import { inJournal } from '../view/records.ts'

const now = anInstant()
const earlier = anInstant('2026-11-20T00:00:00.000Z')
const other = aNurse({ staffNumber: StaffNumber.parse('N-2001'), name: '確認 看護' })
const order = anEntry('order-given', { id: entryId(10), at: earlier })
const asked = anEntry('last-dose-confirmed', { id: entryId(11), at: earlier })
const wardWith = (...entries: readonly Entry[]): WardView => wardOf(inJournal([aPatient({}), aPatient({}, { patient: patientId(2) }), ...entries]))
const rowsIn = (view: WardView): readonly PatientRow[] => [...view.patients.values()]
const usual = [order, asked] as const
const oneIn = (view: WardView): OrderNow => orderWith(rowsIn(view), order.id, now) ?? expect.fail('the order is there')
const deskIn = (view: WardView, over: Partial<DoseDesk> = {}): DoseDesk => ({
  rows: rowsIn(view), patient: patientId(1), entry: entryId(1), at: null, by: aNurse(), onBehalfOf: null, second: other, order: { one: orderWith(rowsIn(view), order.id, now), due: anInstant('2026-11-20T09:00:00.000Z') }, ledger: view.controlled.lines, ...over,
})
const ordered: DoseForm = { ...doseFormOf({ order: { ...oneIn(wardWith(...usual)).order } }), rights: SixRight.options }
const codesOf = (form: DoseForm, desk: DoseDesk): readonly string[] => {
  const made = doseEntry(form, desk)
  return made.ok ? [] : made.error.map((issue) => `${issue.field} ${issue.code}`)
}
const without: DoseForm = { ...emptyDose, without: 'life-saving', drug: 'アドレナリン注0.1%', amount: '1', unit: 'mg', route: 'intravenous' }

describe('a dose', () => {
  test('[MED-1] begins with what was ordered and is written in full', () => {
    const made = doseEntry(ordered, deskIn(wardWith(...usual)))
    expect(made).toMatchObject({ ok: true, value: { patient: patientId(1), body: { asked: { order: order.id, due: '2026-11-20T09:00:00.000Z' }, drug: 'セフトリアキソン静注用1g', amount: 1, unit: 'g', route: 'peripheral', rate: { value: 100, unit: 'mL/h' } } } })
    expect(codesOf({ ...ordered, drug: ' ', amount: '', unit: null, route: null }, deskIn(wardWith(...usual)))).toEqual(['drug drug-missing', 'amount amount-missing', 'unit unit-missing', 'route route-missing'])
  })

  test('[MED-2] needs an order in force or the reason why there is none', () => {
    const view = wardWith(...usual)
    expect(codesOf({ ...without, without: null }, deskIn(view, { order: null }))).toEqual(['asked reason-missing'])
    expect(codesOf({ ...without, without: 'other' }, deskIn(view, { order: null }))).toEqual(['asked words-missing'])
    expect(codesOf(without, deskIn(view, { order: null }))).toEqual([])
    expect(codesOf(ordered, deskIn(view, { order: { one: null, due: null } }))).toEqual(['asked order-gone'])
    const stopped = wardWith(...usual, anEntry('order-stopped', { at: now, body: { order: order.id, reason: '発疹' } }))
    expect(codesOf(ordered, deskIn(stopped))).toEqual(['asked order-ended'])
    expect(codesOf(ordered, deskIn(stopped, { at: anInstant('2026-11-20T06:00:00.000Z') }))).toEqual([])
  })

  test('[MED-3] other than ordered, or a second time, is written only with a note', () => {
    const desk = deskIn(wardWith(...usual))
    for (const change of [{ drug: 'セファゾリン' }, { amount: '2' }, { unit: 'mg' }, { route: 'intravenous' }, { rate: '50' }] satisfies Partial<DoseForm>[]) {
      expect(codesOf({ ...ordered, ...change }, desk), JSON.stringify(change)).toEqual(['note differs'])
      expect(codesOf({ ...ordered, ...change, note: '医師に確認' }, desk)).toEqual([])
    }
    expect(codesOf({ ...ordered, drug: ' セフトリアキソン静注用１g' }, desk)).toEqual([])
    const given = anEntry('medicine-given', { body: { ...anEntry('medicine-given').body, asked: { order: order.id, due: anInstant('2026-11-20T09:00:00.000Z') } } })
    expect(codesOf(ordered, deskIn(wardWith(...usual, given)))).toEqual(['note answered-before'])
    expect(codesOf({ ...ordered, note: '漏れたため再度' }, deskIn(wardWith(...usual, given)))).toEqual([])
  })

  test('[MED-4] is not written before somebody wrote when the last one was, in any registration', () => {
    expect(codesOf(ordered, deskIn(wardWith(order)))).toEqual(['lastDose last-dose-missing'])
    expect(codesOf(without, deskIn(wardWith(order), { order: null }))).toEqual(['lastDose last-dose-missing'])
    const view = wardWith(order, { ...asked, patient: patientId(2) })
    expect(codesOf(ordered, deskIn(view))).toEqual([])
    expect(lastDoseOf(rowsIn(view))?.entry).toBe(asked.id)
    expect(codesOf(ordered, deskIn(wardWith(...usual, anEntry('entry-struck', { body: { struck: asked.id, reason: '別人' } }))))).toEqual(['lastDose last-dose-missing'])
  })

  test('[MED-6] an injection, an infusion and a narcotic name a second person who is not the first, or why not', () => {
    const desk = deskIn(wardWith(...usual))
    const morphine: DoseForm = { ...without, route: 'oral', isControlled: true, note: '帳簿外' }
    for (const form of [ordered, { ...without, route: 'subcutaneous' as const }, morphine]) {
      const at = form === ordered ? desk : { ...desk, order: null }
      expect(codesOf(form, { ...at, second: null })).toEqual(['second second-missing'])
      expect(codesOf(form, { ...at, second: aNurse() })).toEqual(['second second-is-first'])
      expect(codesOf(form, { ...at, second: aDoctor(), onBehalfOf: aDoctor() })).toEqual(['second second-is-first'])
      expect(codesOf({ ...form, two: { isAlone: true, aloneBecause: ' ' } }, at)).toEqual(['second alone-because-missing'])
      expect(codesOf({ ...form, two: { isAlone: true, aloneBecause: '他に誰もいない' } }, { ...at, second: null })).toEqual([])
      expect(codesOf(form, at)).toEqual([])
    }
    expect(doseEntry({ ...without, route: 'oral' }, { ...desk, order: null, second: null })).toMatchObject({ ok: true, value: { body: { byTwo: null } } })
  })

  test('[MED-7] rights that were not ticked are asked about, and hold nothing back', () => {
    const desk = deskIn(wardWith(...usual))
    expect(doseAsks({ ...ordered, rights: ['patient'] }, oneIn(wardWith(...usual)))).toEqual(['not-received', 'rights'])
    expect(codesOf({ ...ordered, rights: [] }, desk)).toEqual([])
  })

  test('[MED-8] a narcotic of which the book would have less than nothing needs a note', () => {
    const received = anEntry('controlled-moved', { body: { ...anEntry('controlled-moved').body, drug: 'モルヒネ', unit: 'ampoule', amount: 2 } })
    const form: DoseForm = { ...without, drug: 'モルヒネ', amount: '1', unit: 'ampoule', isControlled: true, discarded: '0.5' }
    expect(codesOf(form, deskIn(wardWith(asked, received), { order: null }))).toEqual([])
    expect(doseEntry({ ...form, amount: '2' }, deskIn(wardWith(asked, received), { order: null }))).toEqual({ ok: false, error: [{ field: 'note', code: 'short-in-ledger', left: -0.5 }] })
    expect(codesOf({ ...form, amount: '2', note: '薬剤部から直接' }, deskIn(wardWith(asked, received), { order: null }))).toEqual([])
    expect(codesOf({ ...form, discarded: '半分' }, deskIn(wardWith(asked, received), { order: null }))).toEqual(['discarded not-a-number'])
  })

  test('[MED-10] is refused or let through the same whatever the allergies are', () => {
    const allergic = anEntry('allergy-stated', { body: { state: 'present', substances: [{ substance: 'セフトリアキソン静注用1g', reaction: 'ショック' }], source: '本人' } })
    fc.assert(fc.property(fc.constantFrom('', '1', '2'), fc.boolean(), (amount, hasNote) => {
      const form = { ...ordered, amount, note: hasNote ? '確認済み' : '' }
      expect(codesOf(form, deskIn(wardWith(...usual, allergic)))).toEqual(codesOf(form, deskIn(wardWith(...usual))))
      expect(doseAsks(form, oneIn(wardWith(...usual, allergic)))).toEqual(doseAsks(form, oneIn(wardWith(...usual))))
    }))
  })

  test('[MED-1] written again begins with its own words, and asks for the second person anew', () => {
    const made = doseEntry({ ...ordered, site: '左前腕', note: '' }, deskIn(wardWith(...usual)))
    if (!made.ok) expect.fail('it is a dose')
    const again = doseFormAgain(made.value.body)
    expect(again).toMatchObject({ site: '左前腕', rights: SixRight.options, amount: '1', two: { isAlone: false } })
    expect(doseEntry(again, deskIn(wardWith(...usual)))).toEqual(made)
    expect(doseFormAgain({ ...made.value.body, asked: { without: 'other', words: '説明' } })).toMatchObject({ without: 'other', withoutWords: '説明' })
  })
})

describe('the last dose', () => {
  const desk = { patient: patientId(1), entry: entryId(1), now }
  const codes = (form: Parameters<typeof lastDoseEntry>[0]) => {
    const made = lastDoseEntry(form, desk)
    return made.ok ? [] : made.error.map((issue) => `${issue.field} ${issue.code}`)
  }
  test('[MED-5] is a source with medicines or none, or that nobody can say', () => {
    expect(codes(emptyLastDose)).toEqual(['source not-chosen'])
    expect(codes({ ...emptyLastDose, source: 'unknown' })).toEqual([])
    expect(codes({ ...emptyLastDose, source: 'family' })).toEqual(['doses doses-missing'])
    expect(codes({ ...emptyLastDose, source: 'family', isNothing: true })).toEqual([])
    expect(codes({ ...emptyLastDose, source: 'family', isNothing: true, doses: [{ drug: 'ワルファリン', when: '' }] })).toEqual(['doses nothing-with-doses'])
    expect(codes({ ...emptyLastDose, source: 'family', doses: [{ drug: '', when: '今朝' }, { drug: 'ワルファリン', when: '' }] })).toEqual(['doses drug-missing'])
  })

  test('[MED-5] keeps what was said of when, and the moment where one was said', () => {
    const made = lastDoseEntry({ ...emptyLastDose, source: 'packages', doses: [{ drug: 'A', when: '今朝' }, { drug: 'B', when: '7:00' }, { drug: 'C', when: '11/19 21:00' }, { drug: 'D', when: '23:00' }, { drug: '', when: '' }] }, desk)
    expect(made).toMatchObject({ ok: true, value: { body: { doses: [{ drug: 'A', at: null, when: '今朝' }, { at: '2026-11-19T22:00:00.000Z' }, { at: '2026-11-19T12:00:00.000Z' }, { at: '2026-11-19T14:00:00.000Z' }] } } })
  })
})

describe('what was not given, and what it did', () => {
  test('[MED-11] has its reason, for a time that still waits', () => {
    const [view, due] = [wardWith(...usual), anInstant('2026-11-20T09:00:00.000Z')]
    const desk = { entry: entryId(1), one: oneIn(view), due, at: null }
    expect(withholdEntry({ because: null, words: '' }, desk)).toEqual({ ok: false, error: { code: 'reason-missing' } })
    expect(withholdEntry({ because: 'other', words: ' ' }, desk)).toEqual({ ok: false, error: { code: 'words-missing' } })
    const made = withholdEntry({ because: 'fasting', words: '' }, desk)
    expect(made).toMatchObject({ ok: true, value: { body: { order: order.id, due, because: 'fasting' } } })
    const after = wardWith(...usual, anEntry('medicine-withheld', { body: { order: order.id, due, because: 'fasting', words: '' } }))
    expect(withholdEntry({ because: 'fasting', words: '' }, { ...desk, one: oneIn(after) })).toEqual({ ok: false, error: { code: 'answered-before' } })
    expect(withholdEntry({ because: 'fasting', words: '' }, { ...desk, one: null })).toEqual({ ok: false, error: { code: 'order-gone' } })
  })

  test('[MED-11] says when it was, also of an order that was stopped since', () => {
    const due = anInstant('2026-11-20T09:00:00.000Z')
    const stop = anEntry('order-stopped', { at: anInstant('2026-11-20T10:00:00.000Z'), recordedAt: anInstant('2026-11-20T10:00:00.000Z'), body: { order: order.id, reason: '' } })
    const withheldAt = (at: ReturnType<typeof anInstant> | null) => withholdEntry({ because: 'fasting', words: '' }, { entry: entryId(1), one: oneIn(wardWith(...usual, stop)), due, at })
    expect(withheldAt(due)).toMatchObject({ ok: true, value: { at: due, body: { due } } })
    expect(withheldAt(anInstant('2026-11-20T10:00:00.000Z'))).toEqual({ ok: false, error: { code: 'order-ended' } })
    expect(withheldAt(null)).toEqual({ ok: false, error: { code: 'order-ended' } })
  })

  test('[MED-15] the effect is words about that dose', () => {
    const conditional = anEntry('order-given', { id: entryId(12), body: { ...order.body, term: 'conditional', times: [], condition: '38.5 ℃以上' } })
    const given = anEntry('medicine-given', { id: entryId(13), body: { ...anEntry('medicine-given').body, asked: { order: conditional.id, due: null } } })
    const [row] = rowsIn(wardWith(conditional, given))
    const [dose] = careFactsOf(row?.care ?? [], 'medicine-given')
    if (row === undefined || dose === undefined) expect.fail('the dose is there')
    expect(isWhenNeeded(dose, row.care)).toBe(true)
    expect(isWhenNeeded({ ...dose, body: { ...dose.body, asked: { order: order.id, due: null } } }, row.care)).toBe(false)
    const desk = { entry: entryId(1), dose, patient: row.id, at: null }
    expect(effectEntry(' ', desk)).toEqual({ ok: false, error: { code: 'effect-missing' } })
    expect(effectEntry('37.2 ℃に解熱', desk)).toMatchObject({ ok: true, value: { body: { dose: given.id, effect: '37.2 ℃に解熱' } } })
    expect(effectEntry('解熱', { ...desk, dose: null })).toEqual({ ok: false, error: { code: 'dose-gone' } })
  })
})

type Step = { readonly what: 'order' | 'last' | 'dose' | 'plain' | 'withhold' | 'stop' | 'receive' | 'strike'; readonly n: number; readonly isAlone: boolean; readonly isControlled: boolean; readonly note: string; readonly route: 'oral' | 'intravenous'; readonly amount: string }
const aStep = fc.record<Step>({
  what: fc.constantFrom('order', 'last', 'dose', 'dose', 'plain', 'plain', 'withhold', 'stop', 'receive', 'strike'), n: fc.nat(40), isAlone: fc.boolean(), isControlled: fc.boolean(), note: fc.constantFrom('', '説明'), route: fc.constantFrom('oral', 'intravenous'), amount: fc.constantFrom('', '1', '3', 'x'),
})

test('[MED-9] no sequence of acts leaves a dose without an order or reason, a last dose, two people or a word about the balance', () => {
  fc.assert(fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
    const entries: Entry[] = []
    steps.forEach((step, index) => {
      const at = instantOf(millisecondsOf(earlier) + index * 60_000)
      const [view, common] = [wardWith(...entries), { id: entryId(100 + index), at, recordedAt: at }]
      const rows = rowsIn(view)
      const orders = entries.filter(({ kind }) => kind === 'order-given')
      const target = orders[step.n % Math.max(1, orders.length)]
      const one = target === undefined ? null : orderWith(rows, target.id, at)
      if (step.what === 'order') entries.push({ ...order, ...common })
      if (step.what === 'last') entries.push({ ...asked, ...common })
      if (step.what === 'stop' && target !== undefined) entries.push(anEntry('order-stopped', { ...common, body: { order: target.id, reason: '' } }))
      if (step.what === 'receive') entries.push(anEntry('controlled-moved', { ...common, body: { ...anEntry('controlled-moved').body, drug: '麻薬', unit: 'ampoule', amount: 2 } }))
      if (step.what === 'strike') entries.push(anEntry('entry-struck', { ...common, body: { struck: entries[step.n % Math.max(1, entries.length)]?.id ?? entryId(1), reason: '誤り' } }))
      if (step.what !== 'dose' && step.what !== 'plain') return
      const form: DoseForm = {
        ...(one !== null && step.what === 'dose' ? doseFormOf(one) : { ...emptyDose, drug: '麻薬', unit: 'ampoule' as const, route: step.route, amount: step.amount, without: step.n % 4 === 0 ? null : (WithoutOrder.options[step.n % WithoutOrder.options.length] ?? null) }),
        isControlled: step.isControlled, two: { isAlone: step.isAlone, aloneBecause: step.note }, note: step.note, withoutWords: step.note,
      }
      const made = doseEntry(form, deskIn(view, { rows, entry: common.id, second: step.n % 3 === 0 ? other : step.n % 3 === 1 ? aNurse() : null, order: step.what === 'dose' ? { one, due: null } : null }))
      if (!made.ok) {
        expect(made.error.length).toBeGreaterThan(0)
        return
      }
      const { body } = made.value
      // Read from the entries so far, not from what the form knew.
      const struck = new Set(entries.flatMap((entry) => (entry.kind === 'entry-struck' ? [entry.body.struck] : [])))
      const standing = entries.filter(({ id }) => !struck.has(id))
      expect(standing.some(({ kind }) => kind === 'last-dose-confirmed')).toBe(true)
      if ('order' in body.asked) {
        const by = body.asked.order
        expect(standing.some(({ id }) => id === by)).toBe(true)
        expect(standing.some((entry) => entry.kind === 'order-stopped' && entry.body.order === by)).toBe(false)
      } else if (body.asked.without === 'other') expect(body.asked.words.trim()).not.toBe('')
      if (body.controlled !== null || body.route === 'intravenous' || body.route === 'peripheral') {
        if (body.byTwo === null) expect.fail('two people, or why there was one')
        if ('second' in body.byTwo) expect(body.byTwo.second.staffNumber).not.toBe(aNurse().staffNumber)
        else expect(body.byTwo.aloneBecause.trim()).not.toBe('')
      }
      entries.push(anEntry('medicine-given', { ...common, body }))
      if (body.controlled !== null && balanceOf(wardWith(...entries).controlled.lines, body.drug, body.unit) < 0) expect(body.note.trim()).not.toBe('')
    })
  }), { numRuns: 80 })
})
