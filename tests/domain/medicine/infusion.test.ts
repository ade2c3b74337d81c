import { describe, expect, test } from 'vitest'
import type { Draft, Entry } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import { infusionsOf, infusionWith, sizeOf, type InfusionNow } from '#domain/medicine/infusion.ts'
import { changesFor, emptyInfusion, infusionAsks, infusionEntry, type InfusionForm } from '#domain/medicine/infusion-entry.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import { chartOf } from '#domain/view/chart.ts'
import { StaffNumber } from '#domain/ids.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import { anEntry, anInstant, aNurse, aPatient, entryId, patientId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const at = (hhmm: string) => anInstant(`2026-11-20T${hhmm}:00.000Z`)
const now = at('07:00')
const other = aNurse({ staffNumber: StaffNumber.parse('N-2001'), name: '確認 看護' })
const started = (over: Partial<BodyOf<'medicine-given'>> = {}): Entry => anEntry('medicine-given', { id: entryId(10), at: at('03:00'), body: { ...anEntry('medicine-given').body, drug: '乳酸リンゲル', amount: 500, unit: 'mL', route: 'peripheral', rate: { value: 100, unit: 'mL/h' }, ...over } })
const changed = (change: BodyOf<'infusion-changed'>['change'], hhmm: string, over: Partial<BodyOf<'infusion-changed'>> = {}): Entry => anEntry('infusion-changed', { at: at(hhmm), body: { infusion: entryId(10), change, rate: null, givenMl: null, discardedMl: null, byTwo: null, note: '', ...over } })
const rowsWith = (...entries: readonly Entry[]): readonly PatientRow[] => [...wardOf(inJournal([aPatient({}), ...entries])).patients.values()]
const infusion = (...entries: readonly Entry[]): InfusionNow => infusionWith(rowsWith(...entries), entryId(10), now) ?? expect.fail('it runs')
const left = (...entries: readonly Entry[]): readonly (number | null)[] => [infusion(...entries).goneMl, infusion(...entries).leftMl]

const desk = (one: InfusionNow | null) => ({ infusion: one, entry: entryId(1), at: null, by: aNurse(), onBehalfOf: null, second: other })
const codes = (form: Partial<InfusionForm>, one: InfusionNow | null, over: Partial<Parameters<typeof infusionEntry>[1]> = {}): readonly string[] => {
  const made = infusionEntry({ ...emptyInfusion, ...form }, { ...desk(one), ...over })
  return made.ok ? [] : made.error.map((issue) => `${issue.field} ${issue.code}`)
}

describe('an infusion', () => {
  test('[MED-13] is counted by the clock, with every change of the rate, pause and bag', () => {
    expect(left(started())).toEqual([400, 100])
    expect(left(started(), changed('rate', '05:00', { rate: { value: 50, unit: 'mL/h' } }))).toEqual([300, 200])
    expect(left(started(), changed('paused', '04:00'), changed('resumed', '06:00'))).toEqual([200, 300])
    expect(left(started(), changed('looked', '06:00', { givenMl: 250 }))).toEqual([350, 150])
    expect(left(started(), changed('bag', '06:30'))).toEqual([50, 450])
    expect(left(started({ rate: { value: 300, unit: 'mL/h' } }))).toEqual([1200, 0])
  })

  test('[MED-13] of drops, of mg an hour and of a bag nobody measured nothing is counted', () => {
    expect(left(started({ rate: { value: 20, unit: 'drops/min' } }))).toEqual([null, null])
    expect(left(started({ amount: 1, unit: 'g', mixedWith: '生食' }))).toEqual([400, null])
    expect(left(started({ amount: 1, unit: 'g', mixedWith: '生食 ５００ mL 側管' }))).toEqual([400, 100])
    expect(sizeOf({ amount: 1, unit: 'g', mixedWith: '生食 100 mL、ブドウ糖 20 mL' })).toBeNull()
    expect(left(started({ rate: { value: 20, unit: 'drops/min' } }), changed('looked', '07:00', { givenMl: 300 }))).toEqual([300, 200])
  })

  test('[MED-19] that has ended never runs again on the board, however long its order goes on', () => {
    const order = anEntry('order-given', { id: entryId(1), at: at('00:00') })
    const day = (n: number, hhmm: string) => anInstant(`2026-11-${String(n).padStart(2, '0')}T${hhmm}:00.000Z`)
    const days = Array.from({ length: 8 }, (_, n) => n + 21)
    const bags = days.flatMap((n) => [
      anEntry('medicine-given', { id: entryId(100 + n), at: day(n, '01:00'), body: { ...anEntry('medicine-given').body, asked: { order: order.id, due: null }, rate: { value: 100, unit: 'mL/h' } } }),
      anEntry('infusion-changed', { id: entryId(200 + n), at: day(n, '06:00'), body: { infusion: entryId(100 + n), change: 'ended', rate: null, givenMl: 500, discardedMl: null, byTwo: null, note: '' } }),
    ])
    for (const through of days) {
      const [row] = rowsWith(order, ...bags.slice(0, 2 * (through - 20)))
      expect(infusionsOf(row ?? expect.fail(), day(through, '07:00'))).toEqual([])
      expect(infusionWith(rowsWith(order, ...bags.slice(0, 2 * (through - 20) - 1)), entryId(100 + through), day(through, '02:00'))?.isEnded).toBe(false)
    }
  })

  test('[MED-12] is changed while it runs, and never before its start or after its end', () => {
    const ended = infusion(started(), changed('ended', '06:00'))
    expect(infusionsOf(rowsWith(started(), changed('ended', '06:00'))[0] ?? expect.fail(), now)).toEqual([])
    expect(codes({ change: 'looked' }, ended)).toEqual(['change not-running'])
    expect(codes({ change: 'looked' }, null)).toEqual(['change not-running'])
    expect(codes({ change: 'looked' }, infusion(started()), { at: at('02:59') })).toEqual(['change not-running'])
    expect(codes({}, infusion(started()))).toEqual(['change not-chosen'])
    expect(codes({ change: 'resumed' }, infusion(started()))).toEqual(['change not-possible-now'])
    expect(codes({ change: 'paused' }, infusion(started(), changed('paused', '04:00')))).toEqual(['change not-possible-now'])
    expect(codes({ change: 'rate' }, infusion(started()))).toEqual(['rate rate-missing'])
    expect(codes({ change: 'rate', rate: '40', rateUnit: 'mL/h' }, infusion(started()))).toEqual([])
    expect(changesFor(ended)).toEqual([])
    expect(infusionsOf(rowsWith(started({ rate: null }))[0] ?? expect.fail(), now)).toEqual([])
  })

  test('[MED-12] ends with what went in and what was thrown away; unread is asked about', () => {
    expect(infusionEntry({ ...emptyInfusion, change: 'ended', givenMl: '480', discardedMl: '20' }, desk(infusion(started())))).toMatchObject({ ok: true, value: { body: { infusion: entryId(10), change: 'ended', givenMl: 480, discardedMl: 20, byTwo: null } } })
    expect(infusionAsks({ ...emptyInfusion, change: 'ended' })).toEqual(['given'])
    expect(codes({ change: 'ended', givenMl: '全部' }, infusion(started()))).toEqual(['givenMl not-a-number'])
    expect(infusionEntry({ ...emptyInfusion, change: 'looked', discardedMl: '20' }, desk(infusion(started())))).toMatchObject({ value: { body: { discardedMl: null } } })
  })

  test('[MED-14] a new bag and the rest of a narcotic are looked at by two', () => {
    const alone = { isAlone: true, aloneBecause: '夜間1人' }
    const narcotic = infusion(started({ controlled: { slip: '7', discarded: 0 } }))
    for (const [form, one] of [[{ change: 'bag' }, infusion(started())], [{ change: 'ended', discardedMl: '5' }, narcotic]] as const) {
      expect(codes(form, one, { second: aNurse() })).toEqual(['second second-is-first'])
      expect(infusionEntry({ ...emptyInfusion, ...form }, { ...desk(one), second: null })).toEqual({ ok: false, error: [{ field: 'second', code: 'second-missing' }] })
      expect(infusionEntry({ ...emptyInfusion, ...form, two: alone }, { ...desk(one), second: null })).toMatchObject({ value: { body: { byTwo: { aloneBecause: '夜間1人' } } } })
      expect(codes(form, one)).toEqual([])
    }
    expect(infusionEntry({ ...emptyInfusion, change: 'ended', discardedMl: '5' }, { ...desk(infusion(started())), second: null }).ok).toBe(true)
  })
})

describe('a corrected infusion', () => {
  const next = (over: Partial<BodyOf<'medicine-given'>> = {}): Draft<'medicine-given'> => ({ id: entryId(50), kind: 'medicine-given', patient: patientId(1), at: null, body: { ...(started() as Entry<'medicine-given'>).body, ...over } })
  /** What the correction writes, the first `count` records of it. */
  const written = (entries: readonly Entry[], to: Draft<'medicine-given'>, count = 99): readonly Entry[] => {
    const [start] = entries
    if (start === undefined) throw new Error('the start')
    let id = 60
    const made = correctStart({ entry: start, struck: false }, to, '速度の写し違い', chartOf(patientId(1), inJournal(entries)).rows, () => entryId((id += 1)))
    if (!made.ok) throw new Error(made.error.code)
    const nexts = made.value.map(({ next: draft }) => anEntry(draft.kind, { ...draft, at: draft.at ?? now }))
    const [first, ...parts] = made.value.map(({ strike }) => anEntry(strike.kind, { ...strike, at: now }))
    return [...nexts, ...parts, ...(first === undefined ? [] : [first])].slice(0, count)
  }
  const effect = anEntry('effect-seen', { at: at('06:30'), body: { dose: entryId(10), effect: '疼痛軽減' } })
  const wrong = changed('looked', '04:30', { givenMl: 999 })
  const all: readonly Entry[] = [started(), changed('rate', '05:00', { rate: { value: 50, unit: 'mL/h' } }), changed('looked', '06:00', { givenMl: 260 }), effect, wrong, anEntry('entry-struck', { at: at('06:40'), body: { struck: wrong.id, reason: '誤り' } })]

  test('[MED-18] takes along all that was written of it, each a version of its own, and runs on as before', () => {
    const [before] = infusionsOf(rowsWith(...all)[0] ?? expect.fail(), now)
    const corrected = written(all, next({ drug: '酢酸リンゲル' }))
    const running = infusionsOf(rowsWith(...all, ...corrected)[0] ?? expect.fail(), now)
    expect(running).toHaveLength(1)
    expect(running[0]).toMatchObject({ start: { entry: entryId(50), at: at('03:00'), body: { drug: '酢酸リンゲル' } }, rate: before?.rate, goneMl: before?.goneMl, leftMl: before?.leftMl })
    expect(running[0]?.changes.map(({ body }) => body.change)).toEqual(['looked', 'rate'])
    const { rows } = chartOf(patientId(1), inJournal([...all, ...corrected]))
    expect(rows.filter(({ version }) => version === 2).map(({ entry }) => entry.kind).toSorted()).toEqual(['effect-seen', 'infusion-changed', 'infusion-changed', 'medicine-given'])
    expect(rows.some(({ entry, struck }) => struck === null && (('infusion' in entry.body && entry.body.infusion === entryId(10)) || ('dose' in entry.body && entry.body.dose === entryId(10))))).toBe(false)
    expect(rows.filter(({ struck }) => struck?.reason === '速度の写し違い')).toHaveLength(4)
  })

  test('[MED-18] cut off anywhere, everything that was written still stands', () => {
    const whole = written(all, next()).length
    for (let count = 0; count <= whole; count += 1) {
      const { rows } = chartOf(patientId(1), inJournal([...all, ...written(all, next(), count)]))
      const standing = rows.filter(({ struck }) => struck === null).map(({ entry }) => entry.kind)
      for (const kind of ['medicine-given', 'infusion-changed', 'effect-seen']) expect(standing, `${kind} after ${count}`).toContain(kind)
      expect(standing.filter((kind) => kind === 'infusion-changed').length, `after ${count}`).toBeGreaterThanOrEqual(2)
    }
  })
})
