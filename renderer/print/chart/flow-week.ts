import { stayWords } from '#domain/export/words.ts'
import { flowsOf, tenth, type Flow } from '#domain/fluid/flows.ts'
import { orderCategoryWords } from '#domain/order/order.ts'
import { millisecondsOf, tokyoDateOf, type CalendarDate, type Instant } from '#domain/time.ts'
import { bloodProductWords } from '#domain/transfusion/transfusion.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { widthMm, wrap } from '../measure.ts'
import { isIn as isFluidIn, observedOf, shownMl, signed, sumOf, valueOf, wayName, type Observed, type Square } from './flow-values.ts'
import type { SayForm } from './form-words.ts'
import { actorOf, dayWithWeekday, holds, marksOf, ofKind, surname, timeOf } from './say.ts'
import { hoursInto, isIn, startOf, type Week } from './weeks.ts'

/** A value at its true time, in hours since the week began. */
export type Point = { readonly hours: number; readonly value: number }

/** One page of the flow sheet: everything as text, in the place where it stands. `days` null: a blank. */
export type FlowWeek = {
  readonly days: readonly { readonly date: string; readonly count: string; readonly balance: readonly { readonly label: string; readonly text: string; readonly isBold: boolean }[]; readonly care: readonly string[] }[] | null
  readonly temperature: readonly Point[]
  readonly pulse: readonly Point[]
  readonly respirations: readonly Point[]
  readonly events: readonly { readonly hours: number; readonly text: string }[]
  /** 42 columns of four hours: upper and lower number. */
  readonly pressure: readonly (readonly [string, string])[]
  readonly oxygen: readonly (readonly [string, string])[]
  /** 21 shifts (深夜・日勤・準夜), each a row's text; a second line after \n. */
  readonly shifts: Readonly<Record<ShiftRow, readonly string[]>>
}
export type ShiftRow = 'mind' | 'meal' | 'oral' | 'infusion' | 'urine' | 'otherOut' | 'stool' | 'sign'
export const shiftRows = ['mind', 'meal', 'oral', 'infusion', 'urine', 'otherOut', 'stool', 'sign'] as const satisfies readonly ShiftRow[]

const slots = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

export const blankWeek: FlowWeek = {
  days: null, temperature: [], pulse: [], respirations: [], events: [], pressure: slots(42).map(() => ['', '']), oxygen: slots(42).map(() => ['', '']),
  shifts: { mind: slots(21).map(() => '／'), meal: slots(21).map(() => '／'), oral: slots(21).map(() => ''), infusion: slots(21).map(() => ''), urine: slots(21).map(() => ''), otherOut: slots(21).map(() => ''), stool: slots(21).map(() => '／'), sign: slots(21).map(() => '') },
}

/** What does not find room in its square, told with its moment on the page behind. */
export type Over = { readonly at: Instant; readonly text: string; readonly row: ChartRow | null }

export type FlowOf = { readonly rows: readonly ChartRow[]; readonly since: CalendarDate | null; readonly registered: CalendarDate | null; readonly now: Instant; readonly say: SayForm; /** Before it only what is in force is among the rows, so that no fluid is summed; null: all is here. */ readonly from: Instant | null }

/** Lines that have room in a square of care, and how wide one is; a longer word goes behind. */
const care = { lines: 4, mm: 33, pt: 7.5 } as const
/** Room of a square of one shift. */
const shiftMm = 11.4
/** Digits that have room in 6 mm; what is longer stands as * and is told behind. */
const slotSymbols = 4

/** One calendar week. Nothing is carried over from the week before but the count of days. Rules CHARTP-10 to CHARTP-12. */
export function flowWeek(week: Week, { rows, since, registered, now, say, from }: FlowOf): { readonly week: FlowWeek; readonly over: readonly Over[] } {
  const over: Over[] = []
  const inWeek = rows.filter((row) => holds(row) && isIn(week, row.entry.at))
  const vitals = ofKind(inWeek, 'vital-signs')
  const observed = observedOf(inWeek, say)
  const moved = flowsOf(rows).filter(({ at }) => isIn(week, at) && (from === null || at >= from))
  const points = (value: (row: (typeof vitals)[number]) => number | null): readonly Point[] => vitals.flatMap((row) => { const taken = value(row); return taken === null ? [] : [{ hours: hoursInto(week, row.entry.at), value: taken }] })
  const inSlot = <Thing>(things: readonly Thing[], at: (thing: Thing) => Instant, slot: number, hours: number): readonly Thing[] => things.filter((thing) => Math.floor(hoursInto(week, at(thing)) / hours) === slot)

  /** Of several in one square the last stands in it; the others are told behind. */
  const lastOf = (texts: readonly { readonly at: Instant; readonly text: string }[], name: string): string => {
    for (const { at, text } of texts.slice(0, -1)) over.push({ at, text: `${name} ${text}`, row: null })
    return texts.at(-1)?.text ?? ''
  }
  const pairs = (name: string, value: (row: (typeof vitals)[number]) => readonly [string, string]): FlowWeek['pressure'] => slots(42).map((slot) => {
    const text = lastOf(inSlot(vitals, ({ entry }) => entry.at, slot, 4).flatMap((row) => { const [upper, lower] = value(row); return upper === '' && lower === '' ? [] : [{ at: row.entry.at, text: `${upper}/${lower}` }] }), name)
    const [upper = '', lower = ''] = text.split('/')
    if (Math.max(upper.length, lower.length) <= slotSymbols) return [upper, lower]
    over.push({ at: inSlot(vitals, ({ entry }) => entry.at, slot, 4).at(-1)?.entry.at ?? now, text: `${name} ${text}`, row: null })
    return [upper, lower].map((each): string => (each.length > slotSymbols ? '*' : each)) as [string, string] // two went in
  })
  const perShift = (text: (shift: number) => string): readonly string[] => slots(21).map(text)
  const moves = (shift: number, ways: (move: Flow) => boolean): readonly Flow[] => inSlot(moved, ({ at }) => at, shift, 8).filter(ways)

  const days = week.map((day, n): NonNullable<FlowWeek['days']>[number] => {
    const words = careOf(day, rows, inWeek, observed)
    const wrapped = words.map(({ at, text, row }) => ({ at, text, row, fits: inLines(text).length <= 2 }))
    const shown = fitting(wrapped.filter(({ fits }) => fits))
    for (const each of wrapped) if (!shown.includes(each)) over.push({ at: each.at, text: each.text, row: each.row })
    return { date: dayWithWeekday(day), count: countOf(day, since, registered), balance: balanceOf(inSlot(moved, ({ at }) => at, n, 24), observed.filter(({ at }) => tokyoDateOf(at) === day), startOf(day) + 86_400_000 > millisecondsOf(now), over), care: shown.flatMap(({ text }) => inLines(text)) }
  })

  const page: FlowWeek = {
    days, temperature: points(({ entry }) => entry.body.temperatureC), pulse: points(({ entry }) => entry.body.pulsePerMin), respirations: points(({ entry }) => entry.body.respirationsPerMin), events: eventsOf(week, inWeek),
    pressure: pairs('血圧', ({ entry: { body } }) => [body.systolicMmHg === null ? '' : String(body.systolicMmHg), body.diastolicMmHg === null ? '' : String(body.diastolicMmHg)]),
    oxygen: pairs('SpO2・酸素', ({ entry: { body } }) => [body.spo2Percent === null ? '' : String(body.spo2Percent), body.oxygenLPerMin === null ? '' : body.oxygenLPerMin === 0 ? 'RA' : String(body.oxygenLPerMin)]),
    shifts: {
      mind: perShift((shift) => {
        const jcs = lastOf(inSlot(vitals, ({ entry }) => entry.at, shift, 8).flatMap(({ entry }) => (entry.body.jcs === null ? [] : [{ at: entry.at, text: entry.body.jcs }])), 'JCS')
        const pain = lastOf(told(inSlot(observed, ({ at }) => at, shift, 8), 'painNrs'), '疼痛NRS')
        return jcs === '' && pain === '' ? '' : `${jcs || '—'} / ${pain || '—'}`
      }),
      meal: mealsOf(week, observed, over),
      oral: perShift((shift) => said(moves(shift, ({ way }) => way === 'in-oral' || way === 'in-tube' || way === 'in-other'))),
      infusion: perShift((shift) => said(moves(shift, ({ way }) => way === 'in-infusion' || way === 'in-transfusion'))),
      urine: perShift((shift) => said(moves(shift, ({ way }) => way === 'out-urine'), true)),
      otherOut: perShift((shift) => [outOf(moves(shift, ({ way }) => way.startsWith('out-') && way !== 'out-urine'), over), ...told(inSlot(observed, ({ at }) => at, shift, 8), 'vomitTimes').map(({ text }) => (text === '0' ? '' : `嘔吐${text}回`))].filter((text) => text !== '').join('\n')),
      stool: perShift((shift) => {
        const here = inSlot(observed, ({ at }) => at, shift, 8).filter((one) => valueOf(one, 'stoolTimes') !== '' || valueOf(one, 'bristol') !== '')
        return lastOf(here.map((one) => ({ at: one.at, text: [valueOf(one, 'stoolTimes'), valueOf(one, 'bristol') === '' ? '' : `B${valueOf(one, 'bristol')}`].filter((part) => part !== '').join(' / ') })), '便')
      }),
      sign: perShift((shift) => [...new Set([...inSlot(vitals, ({ entry }) => entry.at, shift, 8), ...inSlot(observed, ({ at }) => at, shift, 8).map(({ row }) => row), ...moves(shift, () => true).map(({ row }) => row)].map((row) => surname(actorOf(row).name)))].slice(-2).join('\n')),
    },
  }
  // After the squares: what had no room in them is known only now.
  return { week: page, over: [...over, ...behind(inWeek, moved)].toSorted((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0)) }
}

function told(observed: readonly Observed[], name: Square): readonly { readonly at: Instant; readonly text: string }[] {
  return observed.flatMap((one) => (valueOf(one, name) === '' ? [] : [{ at: one.at, text: valueOf(one, name) }]))
}

/** 「350 (2)」; what was seen and not measured is no nought: 「未測(1)」. */
function said(moved: readonly Flow[], hasTimes = false): string {
  if (moved.length === 0) return ''
  const { ml, times, isMeasured } = sumOf(moved)
  const count = hasTimes ? moved.reduce((sum, { times: each }) => sum + Math.max(1, each), 0) : times
  const [amount, often] = [isMeasured ? shownMl(ml) : '未測', hasTimes || (!isMeasured && count > 0) ? `(${count})` : '']
  return often === '' ? amount : `${amount}${amount.length > 5 ? '\n' : ' '}${often}`
}

/** Each way with its amount, in up to three lines; with more the sum alone, and the rest behind. */
function outOf(moved: readonly Flow[], over: Over[]): string {
  const ways = [...new Set(moved.map(({ way }) => way))].map((way) => moved.filter((move) => move.way === way))
  const lines = ways.flatMap((of) => {
    const [first] = of
    const name = first === undefined ? '' : wayName({ ...first, name: '' })
    const one = `${name} ${said(of)}`
    return widthMm(one, 7) <= shiftMm ? [one] : [name, ...said(of).split('\n')]
  })
  if (lines.length <= 3) return lines.join('\n')
  for (const move of moved) if (move.name === '') over.push({ at: move.at, text: `${wayName(move)} ${move.ml === null ? '測っていない' : `${shownMl(move.ml)} mL`}`, row: move.row })
  return `計 ${said(moved)}`
}

const meals = ['breakfast', 'lunch', 'dinner'] as const

function mealsOf(week: Week, observed: readonly Observed[], over: Over[]): readonly string[] {
  return week.flatMap((day) => meals.map((meal) => {
    const here = observed.filter((one) => tokyoDateOf(one.at) === day && valueOf(one, 'meal') === meal)
    for (const one of here.slice(0, -1)) over.push({ at: one.at, text: `食事 ${valueOf(one, 'mealStaple')} / ${valueOf(one, 'mealSide')}`, row: null })
    const last = here.at(-1)
    return last === undefined ? '' : `${valueOf(last, 'mealStaple')} / ${valueOf(last, 'mealSide')}`
  }))
}

function balanceOf(moved: readonly Flow[], observed: readonly Observed[], isRunning: boolean, over: Over[]): NonNullable<FlowWeek['days']>[number]['balance'] {
  const weights = told(observed, 'weight')
  for (const { at, text } of weights.slice(0, -1)) over.push({ at, text: `体重 ${text} kg`, row: null })
  const weight = { label: '体重', text: weights.at(-1)?.text ?? (isRunning || moved.length === 0 ? '' : '未測定'), isBold: false }
  const [into, out] = [sumOf(moved.filter(isFluidIn)), sumOf(moved.filter((move) => !isFluidIn(move)))]
  if (moved.length === 0) return [{ label: 'IN', text: '', isBold: false }, { label: 'OUT', text: '', isBold: false }, { label: '差引', text: '', isBold: false }, weight]
  const isWhole = into.isWhole && out.isWhole
  return [{ label: 'IN', text: shownMl(into.ml), isBold: false }, { label: 'OUT', text: shownMl(out.ml), isBold: false }, { label: `${isRunning ? '途中' : '差引'}${isWhole ? '' : '*'}`, text: balanceText(tenth(into.ml - out.ml)), isBold: true }, weight]
}

/** To the tenth, as on the screen; five digits and a tenth have no room beside the other three, and then it is whole mL. */
function balanceText(ml: number): string {
  const text = signed(ml)
  return text.length > balanceSymbols ? signed(Math.round(ml)) : text
}

const balanceSymbols = 7

/** 「入院3日目」; of whoever's admission nobody wrote, since they were registered. Days before are not counted. */
function countOf(day: CalendarDate, since: CalendarDate | null, registered: CalendarDate | null): string {
  const from = since ?? registered
  if (from === null || day < from) return ''
  return `${since === null ? '登録' : '入院'}${Math.round((startOf(day) - startOf(from)) / 86_400_000) + 1}日目`
}

/** What was done and seen on a day, with its time where it matters. */
function careOf(day: CalendarDate, all: readonly ChartRow[], inWeek: readonly ChartRow[], observed: readonly Observed[]): readonly Over[] {
  const orders = new Map(ofKind(all, 'order-given').map((row) => [row.entry.id, row.entry.body]))
  const rows = inWeek.filter(({ entry }) => tokyoDateOf(entry.at) === day)
  const of = (row: ChartRow, text: string): Over => ({ at: row.entry.at, text: `${text}(${timeOf(row.entry.at)})`, row })
  return [
    ...ofKind(rows, 'order-done').map((row) => {
      const { order, note } = row.entry.body
      const given = orders.get(order)
      return of(row, [given === undefined ? '指示の実施' : given.text === '' ? orderCategoryWords[given.category].ja : given.text, note].filter((text) => text !== '').join(' '))
    }),
    ...ofKind(rows, 'specimen-taken').map((row) => of(row, `採取 ${row.entry.body.specimen}`)),
    ...ofKind(rows, 'exam-reported').map((row) => of(row, `結果 ${row.entry.body.exam}`)),
    ...ofKind(rows, 'transfusion-started').map((row) => of(row, `輸血 ${bloodProductWords[row.entry.body.product].ja}`)),
    ...ofKind(rows, 'vital-signs').flatMap((row) => (row.entry.body.remark === '' ? [] : [of(row, row.entry.body.remark)])),
    ...ofKind(rows, 'stay-changed').map((row) => of(row, `${stayWords[row.entry.body.change].ja}${row.entry.body.to === '' ? '' : ` ${row.entry.body.to}`}`)),
    ...observed.filter(({ at }) => tokyoDateOf(at) === day).flatMap((one): readonly Over[] => {
      const gcs = ([['E', 'gcsEye'], ['V', 'gcsVerbal'], ['M', 'gcsMotor']] as const).map(([letter, name]) => (valueOf(one, name) === '' ? '' : `${letter}${valueOf(one, name)}`)).join('')
      return [...(valueOf(one, 'glucose') === '' ? [] : [`血糖 ${valueOf(one, 'glucose')}`]), ...(gcs === '' ? [] : [`GCS ${gcs}`]), ...(valueOf(one, 'remark') === '' ? [] : [valueOf(one, 'remark')]), ...one.rest].map((text) => of(one.row, text))
    }),
  ].toSorted((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0))
}

const inLines = (text: string): readonly string[] => wrap(text, care.mm, care.pt)

function fitting<Thing extends { readonly text: string }>(words: readonly Thing[]): readonly Thing[] {
  let left = care.lines
  return words.filter(({ text }) => {
    const lines = inLines(text).length
    if (lines > left) return false
    left -= lines
    return true
  })
}

function eventsOf(week: Week, inWeek: readonly ChartRow[]): FlowWeek['events'] {
  return inWeek.flatMap(({ entry }) => {
    const text = entry.kind === 'stay-changed' ? stayWords[entry.body.change].ja.split('・')[0] ?? '' : entry.kind === 'transfusion-started' ? '輸血' : entry.kind === 'death-confirmed' ? '死亡確認' : ''
    return text === '' ? [] : [{ hours: hoursInto(week, entry.at), text: `${text}${timeOf(entry.at)}` }]
  })
}

/** What has no square at all: names and notes of fluids, and that a value was written late or for somebody else. */
function behind(inWeek: readonly ChartRow[], moved: readonly Flow[]): readonly Over[] {
  return [
    ...moved.flatMap((move): readonly Over[] => {
      const words = [move.name === '' && move.ml !== null ? '' : `${wayName(move)} ${move.ml === null ? '測っていない' : `${shownMl(move.ml)} mL`}`, move.note].filter((text) => text !== '').join(' ')
      return words === '' ? [] : [{ at: move.at, text: words, row: move.row }]
    }),
    ...inWeek.filter(({ entry }) => entry.kind === 'vital-signs' || entry.kind === 'fluid-measured' || (entry.kind === 'form' && entry.body.definition === 'observations')).flatMap((row) => marksOf(row).map((mark): Over => ({ at: row.entry.at, text: mark, row }))),
  ]
}
