import { shownMedicine } from '../export/care-cells.ts'
import { allergyWords, isolationWords, shownMoment } from '../export/words.ts'
import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import { shownRate } from '../medicine/units.ts'
import { shownVital, vitalFields, vitalNames } from '../record/vital-fields.ts'
import type { Instant } from '../time.ts'
import type { Chart, ChartRow } from '../view/chart.ts'
import { newestFact } from '../view/facts.ts'
import { latestVital } from '../view/latest-vitals.ts'
import type { WardPerson } from '../view/ward-people.ts'
import { fieldsOf } from './definition.ts'
import { device } from './definitions/device.ts'
import { lastValues } from './last-values.ts'
import type { FormTyped } from './read-form.ts'
import { sayForm, sayValue } from './say-form.ts'
import type { FormValue } from './value.ts'

/** What stands where the chart says nothing: an empty place would read as "none". */
export const notWritten = '記載なし'

/** Enough of the course for a letter; the rest goes along as the chart itself. */
const mostNotes = 6
const mostNoteText = 500
const mostDoses = 12

/**
 * First texts of the summary, of what the chart holds, with its times; a person reads, corrects and confirms them. The diagnosis
 * stays empty: no chart of a nurse's hands says one. Struck records are passed over. Rules FORM-15, FORM-16.
 */
export function summaryFirst(chart: Chart, person: WardPerson): FormTyped {
  const rows = chart.rows.filter(({ struck }) => struck === null)
  const wishes = lastValues(rows, 'admission').get('advanceWish')
  return {
    course: courseOf(rows),
    vitalSigns: orNotWritten(vitalsOf(person)),
    allergy: allergyIn(person),
    infection: person.isolation === null ? notWritten : person.isolation.length === 0 ? '隔離不要' : person.isolation.map((one) => isolationWords[one].ja).join('・'),
    lastDoses: orNotWritten(dosesOf(rows, person)),
    infusions: orNotWritten(runningOf(rows)),
    devices: orNotWritten(devicesOf(rows)),
    ...(person.mobility === null ? {} : { mobility: person.mobility }),
    ...(wishes === undefined ? {} : { advanceWish: `${String(wishes.value)}（${shownMoment(wishes.at)}）` }),
  }
}

function orNotWritten(lines: readonly string[]): string {
  return lines.length === 0 ? notWritten : lines.join('\n')
}

/** The newest notes, oldest of them first, each with when and who; a long one says that it goes on. */
function courseOf(rows: readonly ChartRow[]): string {
  const notes = rows.flatMap(({ entry }) => {
    const text = entry.kind === 'note' ? entry.body.text : entry.kind === 'form' && (entry.body.definition === 'soap' || entry.body.definition === 'dar') ? sayForm(entry.body, []).lines.map(({ label, text: said }) => `${label.ja.charAt(0)} ${said.ja}`).join('\n') : null
    return text === null ? [] : [`${shownMoment(entry.at)} ${entry.by.name}\n${shortened(text.trim())}`]
  })
  return orNotWritten(notes.slice(-mostNotes))
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= mostNoteText ? text : `${letters.slice(0, mostNoteText).join('')}…（続きはカルテ）`
}

function vitalsOf({ vitals }: WardPerson): readonly string[] {
  return vitalNames.flatMap((name) => {
    const last = latestVital(vitals, name)
    if (last.state === 'not-taken') return []
    const label = name === 'jcs' ? '意識' : vitalFields[name].ja
    return [last.state === 'in-chart' ? `${label} カルテを見る` : `${label} ${shownVital(name, last.value).ja}（${shownMoment(last.at)}）`]
  })
}

function allergyIn({ allergy: { state, said, presentBefore } }: WardPerson): string {
  const substances = said?.statement.state === 'present' ? said.statement.substances.map(({ substance, reaction }) => (reaction.trim() === '' ? substance : `${substance}（${reaction}）`)).join('・') : ''
  const before = presentBefore && state !== 'present' ? '以前「あり」の記録があります' : ''
  return [allergyWords[state].ja, substances, before].filter((part) => part !== '').join('　')
}

/** The last dose of each medicine, newest first; below it what was said of the time before this ward. */
function dosesOf(rows: readonly ChartRow[], { row, others }: WardPerson): readonly string[] {
  const given = new Map<string, string>()
  for (const { at, body } of of(rows, 'medicine-given').toReversed()) {
    if (body.rate === null && !given.has(body.drug)) given.set(body.drug, `${shownMoment(at)} ${shownMedicine(body).ja}`)
  }
  const said = [row, ...others].flatMap((one) => newestFact(one, 'last-dose-confirmed') ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  const before = said === undefined ? [] : said.body.source === 'unknown' ? ['入院前の最終投与 不明'] : said.body.doses.map(({ drug, at, when }) => `入院前 ${drug} ${at === null ? when : shownMoment(at)}`.trim())
  return [...[...given.values()].slice(0, mostDoses), ...(given.size > mostDoses ? [`ほか${given.size - mostDoses}種（カルテ）`] : []), ...before]
}

/** Infusions that nobody said were ended, at the rate said last. */
function runningOf(rows: readonly ChartRow[]): readonly string[] {
  const changes = of(rows, 'infusion-changed')
  return of(rows, 'medicine-given').flatMap(({ id, at, body }) => {
    const own = changes.filter((change) => change.body.infusion === id)
    if (body.rate === null || own.some((change) => change.body.change === 'ended')) return []
    const rate = own.findLast((change) => change.body.rate !== null)?.body.rate ?? body.rate
    const pause = own.findLast(({ body: { change } }) => change === 'paused' || change === 'resumed')?.body.change === 'paused' ? ' 一時停止中' : ''
    return [`${shownMedicine(body).ja} ${shownRate(rate).ja}${pause}（開始 ${shownMoment(at)}）`]
  })
}

/** What was put in and not said to be taken out; two of one kind are told apart by name and site. */
function devicesOf(rows: readonly ChartRow[]): readonly string[] {
  const fields = new Map(fieldsOf(device).map((field) => [field.name, field]))
  const say = (values: Readonly<Record<string, FormValue>>, name: string): string => {
    const field = fields.get(name)
    const value = values[name]
    return field === undefined || value === undefined || value === null ? '' : sayValue(field, value).ja
  }
  const inPlace = new Map<string, string>()
  for (const { at, body: { definition, values } } of of(rows, 'form')) {
    if (definition !== device.id) continue
    const key = ['kind', 'name', 'site'].map((name) => say(values, name).trim()).join('|')
    const on = say(values, 'on')
    if (values['event'] === 'removed') inPlace.delete(key)
    else inPlace.set(key, [say(values, 'kind'), say(values, 'name'), say(values, 'site'), say(values, 'size'), `（${say(values, 'event')} ${on === '' ? shownMoment(at) : on}）`].filter((part) => part !== '').join(' '))
  }
  return [...inPlace.values()]
}

/** Records of one kind, oldest first. */
function of<K extends Kind>(rows: readonly ChartRow[], kind: K): readonly { readonly id: EntryId; readonly at: Instant; readonly body: Entry<K>['body'] }[] {
  return rows.flatMap(({ entry }) => (entry.kind === kind ? [{ id: entry.id, at: entry.at, body: entry.body }] : []))
}
