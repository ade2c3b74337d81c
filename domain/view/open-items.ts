import type { EntryId, PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import { kinds, type Kind } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import { aloneBecause } from '../record/second.ts'
import { isOutsideUsual } from '../record/usual-duty.ts'
import type { Instant } from '../time.ts'

/**
 * What was done at once because care came first, and still wants a word of somebody:
 *   proxy      typed on behalf of somebody who has not approved it yet
 *   no-reason  outside the usual duties of its author, who has not said why
 *   alone      wanted two people and was done by one; a second one countersigns
 *   uncalled   a critical value that nobody was told of yet
 */
export type OpenWhy = 'proxy' | 'no-reason' | 'alone' | 'uncalled'

export type OpenItem = {
  readonly why: OpenWhy
  readonly entry: EntryId
  readonly seq: number
  readonly kind: Kind
  readonly patient: PatientId | null
  readonly at: Instant
  readonly by: Person
  readonly onBehalfOf: Person | null
}

/** An answer by somebody who may give it, or may not: that is known when its entry is. */
export type Answer = { readonly why: OpenWhy; readonly entry: EntryId; readonly by: Person['staffNumber'] }

/** In the order of the journal. `early`: answers that came before what they answer, as after a recovery. */
export type OpenItems = { readonly open: readonly OpenItem[]; readonly early: readonly Answer[] }

export const nothingOpen: OpenItems = { open: [], early: [] }

/** The items with one entry more. `isStruck`: is a line through this entry known already? What is struck waits for nobody. */
export function itemsAfter(items: OpenItems, seq: number, entry: Entry, isStruck: () => boolean): OpenItems {
  const answer = answerIn(entry)
  if (answer !== null) {
    const item = items.open.find((one) => one.why === answer.why && one.entry === answer.entry)
    if (item === undefined) return { ...items, early: [...items.early, answer] }
    return mayAnswer(item, answer) ? { ...items, open: items.open.filter((one) => one !== item) } : items
  }
  if (entry.kind === 'entry-struck' || entry.kind === 'ward-line-struck') {
    const { struck } = entry.body
    const isHit = (one: OpenItem): boolean => one.entry === struck && one.patient === entry.patient && kinds[one.kind].strikable
    return items.open.some(isHit) ? { ...items, open: items.open.filter((one) => !isHit(one)) } : items
  }
  const whys = whysOf(entry)
  if (whys.length === 0 || (kinds[entry.kind].strikable && isStruck())) return items
  const { id, kind, patient, at, by, onBehalfOf } = entry
  const found = whys
    .map((why): OpenItem => ({ why, entry: id, seq, kind, patient, at, by, onBehalfOf }))
    .filter((item) => !items.early.some((early) => early.why === item.why && early.entry === item.entry && mayAnswer(item, early)))
  return found.length === 0 ? items : { ...items, open: [...items.open, ...found] }
}

/** The whole list from all entries. */
export function openItemsOf(records: Iterable<{ readonly seq: number; readonly entry: Entry }>): readonly OpenItem[] {
  let items = nothingOpen
  const struck = new Set<string>()
  for (const { seq, entry } of records) {
    items = itemsAfter(items, seq, entry, () => struck.has(`${entry.patient} ${entry.id}`))
    if (entry.kind === 'entry-struck' || entry.kind === 'ward-line-struck') struck.add(`${entry.patient} ${entry.body.struck}`)
  }
  return items.open
}

/** Only the person it was typed for approves, only its author says why, and whoever was alone needs somebody else. */
export function mayAnswer(item: Pick<OpenItem, 'why' | 'by' | 'onBehalfOf'>, answer: Pick<Answer, 'by'>): boolean {
  switch (item.why) {
    case 'proxy':
      return item.onBehalfOf?.staffNumber === answer.by
    case 'no-reason':
      return item.by.staffNumber === answer.by
    case 'alone':
      return item.by.staffNumber !== answer.by
    case 'uncalled':
      return true
  }
}

/** An answer given by proxy is none: it is the person's own word that was asked for. */
function answerIn(entry: Entry): Answer | null {
  const by = entry.by.staffNumber
  // Who telephoned stands in the record; who wrote it down does not matter.
  if (entry.kind === 'critical-called') return { why: 'uncalled', entry: entry.body.result, by }
  if (entry.onBehalfOf !== null) return null
  if (entry.kind === 'proxy-approved') return { why: 'proxy', entry: entry.body.approved, by }
  if (entry.kind === 'countersigned') return { why: 'alone', entry: entry.body.entry, by }
  return entry.kind === 'outside-usual' && entry.body.reason !== 'later' ? { why: 'no-reason', entry: entry.body.entry, by } : null
}

const nothing: readonly OpenWhy[] = []

/** Nearly always nothing, and asked of every entry at a start. */
function whysOf(entry: Entry): readonly OpenWhy[] {
  const alone: readonly OpenWhy[] = isAlone(entry) ? ['alone'] : nothing
  if (entry.patient === null || isTrace(entry)) return alone
  if (entry.kind === 'exam-reported' && entry.body.lines.some(({ flag }) => flag === 'critical')) return [...whoseWord(entry), 'uncalled']
  const word = whoseWord(entry)
  return alone.length === 0 ? word : [...word, ...alone]
}

function isTrace({ kind }: Entry): boolean {
  return kind === 'chart-opened' || kind === 'proxy-approved' || kind === 'outside-usual'
}

function whoseWord(entry: Entry): readonly OpenWhy[] {
  const isOutside = isOutsideUsual(entry)
  if (entry.onBehalfOf === null) return isOutside ? ['no-reason'] : nothing
  return isOutside ? ['proxy', 'no-reason'] : ['proxy']
}

/** Acts that want two people and do not wait for the second one. */
function isAlone(entry: Entry): boolean {
  if (entry.kind === 'incident-told') return entry.body.witness === null
  if (entry.kind === 'clock-confirmed') return entry.body.second === null
  if (entry.kind === 'medicine-given' || entry.kind === 'infusion-changed') return entry.body.byTwo !== null && aloneBecause(entry.body.byTwo) !== null
  return (entry.kind === 'transfusion-started' || entry.kind === 'controlled-moved' || entry.kind === 'match-decided') && aloneBecause(entry.body.byTwo) !== null
}
