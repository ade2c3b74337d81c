import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carriedOfExport } from '#domain/desk/carried.ts'
import { exchangeOf, readExchange } from '#domain/desk/exchange-file.ts'
import { judgeOf, mayTakeIn, type Offered } from '#domain/desk/take-in.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { EntryId, IncidentId, Sha256, StaffNumber, StationId } from '#domain/ids.ts'
import type { Draft, Entry } from '#domain/log/entry.ts'
import type { Person } from '#domain/log/person.ts'
import { recordsOf, type Numbered, type RecordRow } from '#domain/reconcile/records.ts'
import { handsOf, recordStatuses } from '#domain/reconcile/status.ts'
import { takeBack, takeStep } from '#domain/reconcile/steps.ts'
import { targetsOf } from '#domain/reconcile/targets.ts'
import { instantOf } from '#domain/time.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, aPatient, entryId, letters, patientId, testId } from '#tests/builders.ts'

const headAt = (n: number): Sha256 => Sha256.parse(n.toString(16).padStart(64, '0'))
const someone = (number: string): Person => ({ staffNumber: StaffNumber.parse(number), name: number, profession: 'clerk' })
const people = [someone('C-1'), someone('C-2'), someone('C-3')]
const from = { station: StationId.parse(testId(0xc00000000101)), letters: letters('AF'), incident: IncidentId.parse(testId(0xb00000000101)), hospital: '架空総合病院', ward: '5階東' }
const records = Array.from({ length: 5 }, (_, at) => entryId(100 + at))
const ward: Offered = {
  way: 'export', realm: 'real', file: headAt(1), from, madeAt: instantOf(0), exportNo: 1, signingKey: null, photos: new Map(),
  carried: carriedOfExport([aPatient({}, { id: entryId(99) }), ...records.map((id) => anEntry('note', { id }))].map((entry, index) => ({ seq: index + 1, head: headAt(index + 1), entry })), from),
}

/** A desk: its journal and what of it was flushed before the power went. The two clocks differ by seven minutes. */
type Desk = { readonly name: string; readonly from: typeof from; journal: Numbered[]; readonly offsetMs: number }
let ids = 0
const aDesk = (n: number): Desk => {
  const desk: Desk = { name: `机 ${n}`, from: { ...from, station: StationId.parse(testId(0xc00000000200 + n)), letters: letters(n === 0 ? 'RX' : 'RY'), incident: IncidentId.parse(testId(0xb00000000200 + n)), ward: `机 ${n}` }, journal: [], offsetMs: n * 420_000 }
  write(desk, anEntry('clock-confirmed', { id: freshId(), body: { offsetMs: desk.offsetMs, why: 'checked', second: null, aloneBecause: '' } }))
  return desk
}
const freshId = (): EntryId => entryId(0x500000 + (ids += 1))
function write(desk: Desk, entry: Entry): void {
  desk.journal.push({ seq: (desk.journal.at(-1)?.seq ?? 0) + 1, entry: { ...entry, station: desk.from.station, incident: desk.from.incident } })
}
/** True time in minutes, as this desk's own clock tells it. */
const deviceTime = (desk: Desk, minutes: number) => instantOf(Date.parse('2026-11-26T00:00:00.000Z') + minutes * 60_000 - desk.offsetMs)
const clockOf = (desk: Desk) => wardOf(desk.journal).clock

function take(desk: Desk, offered: Offered, upTo = Infinity): void {
  expect(mayTakeIn(offered, 'real', desk.journal).ok).toBe(true)
  const judge = judgeOf(new Map(desk.journal.map(({ entry }) => [entry.id, entry])), offered)
  for (const carried of offered.carried.slice(0, upTo)) {
    const judged = judge(carried)
    expect(judged.is === 'conflict' || judged.is === 'unreadable').toBe(false)
    if (judged.is === 'new') write(desk, anEntry('entry-imported', { ...judged.draft, at: deviceTime(desk, 5000) }))
  }
}
function exchange(giver: Desk, receiver: Desk, upTo = Infinity): void {
  const file = exchangeOf(giver.journal, { realm: 'real', from: giver.from, madeAt: instantOf(0), by: people[0] as Person }, clockOf(giver)) // one of three
  if (file.entries.length === 0) return
  const read = readExchange(JSON.stringify(file), headAt(2))
  if (!read.ok) throw new Error(read.error.code)
  take(receiver, read.value, upTo)
}
const rowsOf = (desk: Desk): readonly RecordRow[] => recordsOf(desk.journal, clockOf(desk))
const states = (desk: Desk) => new Map(rowsOf(desk).map(({ id, state }) => [id, state]))
const targets = (desk: Desk) => {
  const view = wardOf(desk.journal)
  return [...targetsOf(view, personsOf(view))].map(([patient, { hospitalId, decision }]) => [patient, hospitalId, decision?.entry ?? null])
}

type Act =
  | { readonly act: 'step'; readonly desk: number; readonly record: number; readonly who: number; readonly step: 'begun' | 'transcribed' | 'checked' | 'not-needed'; readonly for: number | null }
  | { readonly act: 'back'; readonly desk: number; readonly record: number }
  | { readonly act: 'match'; readonly desk: number; readonly who: number; readonly number: number }
  | { readonly act: 'unmatch'; readonly desk: number }
  | { readonly act: 'kill'; readonly desk: number; readonly lost: number }
  | { readonly act: 'exchange'; readonly from: number; readonly upTo: number | null }
  | { readonly act: 'export'; readonly desk: number; readonly upTo: number | null }

const which = fc.nat({ max: 1 })
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant('step' as const), desk: which, record: fc.nat({ max: records.length - 1 }), who: fc.nat({ max: 2 }), step: fc.constantFrom('begun', 'transcribed', 'transcribed', 'checked', 'checked', 'not-needed'), for: fc.option(fc.nat({ max: 2 }), { freq: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('back' as const), desk: which, record: fc.nat({ max: records.length - 1 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('match' as const), desk: which, who: fc.nat({ max: 2 }), number: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('unmatch' as const), desk: which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('kill' as const), desk: which, lost: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('exchange' as const), from: which, upTo: fc.option(fc.nat({ max: 12 })) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('export' as const), desk: which, upTo: fc.option(fc.nat({ max: 6 })) }) },
)
/** A typed record that a second person checks at once, at the same desk: left to chance alone, too few plays end with one checked. */
const typedAndChecked: fc.Arbitrary<readonly Act[]> = fc.record({ desk: which, record: fc.nat({ max: records.length - 1 }), who: fc.nat({ max: 1 }) })
  .map(({ desk, record, who }) => [
    { act: 'step', desk, record, who, step: 'transcribed', for: null },
    { act: 'step', desk, record, who: who + 1, step: 'checked', for: null },
  ])
const someActs = (minLength: number, maxLength: number): fc.Arbitrary<readonly Act[]> =>
  fc.array(fc.oneof({ weight: 12, arbitrary: anAct.map((act) => [act]) }, { weight: 1, arbitrary: typedAndChecked }), { minLength, maxLength }).map((strands) => strands.flat())

function play(desks: readonly [Desk, Desk], acts: readonly Act[]): void {
  for (const [turn, act] of acts.entries()) {
    const desk = desks[act.act === 'exchange' ? act.from : act.desk] as Desk // one of two
    const other = desks[desk === desks[0] ? 1 : 0]
    const at = deviceTime(desk, turn + 1)
    const asEntry = (draft: Draft, by: Person, onBehalfOf: Person | null = null): Entry => anEntry(draft.kind, { ...draft, at, by, onBehalfOf })
    if (act.act === 'exchange') exchange(desk, other, act.upTo ?? undefined)
    else if (act.act === 'export') take(desk, ward, act.upTo ?? undefined)
    // What was asked for and not flushed is gone; what anybody was told is saved stays.
    else if (act.act === 'kill') desk.journal = desk.journal.slice(0, Math.max(1, desk.journal.length - act.lost))
    else if (act.act === 'match') {
      const hospitalId = `0004${act.number}`
      write(desk, anEntry('patient-linked', { id: freshId(), at, by: people[act.who] as Person, body: { to: { kind: 'hospital', hospitalId, from: null }, reason: '診察券' } }))
      write(desk, anEntry('match-decided', { id: freshId(), at, by: people[act.who] as Person, body: { ...anEntry('match-decided').body, hospitalId } }))
    } else if (act.act === 'unmatch') {
      const target = wardOf(desk.journal).patients.get(patientId(1))?.facts.find(({ kind }) => kind === 'patient-linked')
      if (target !== undefined) write(desk, anEntry('entry-struck', { id: freshId(), at, body: { struck: target.entry, reason: '違う人' } }))
    } else {
      const row = rowsOf(desk).find(({ id }) => id === records[act.record])
      if (row === undefined) continue
      if (act.act === 'back') {
        const [typed] = row.state.typed
        const made = typed === undefined ? null : takeBack(freshId(), typed.entry, '打ち間違い')
        if (made?.ok === true) write(desk, asEntry(made.value, people[0] as Person))
        continue
      }
      const by = people[act.who] as Person
      const onBehalfOf = act.for === null || act.for === act.who ? null : (people[act.for] as Person)
      const made = takeStep(freshId(), row, { step: act.step, target: '00040', note: '理由', by: { by, onBehalfOf } })
      if (made.ok) write(desk, asEntry(made.value, by, onBehalfOf))
    }
  }
}

function isLawful(desk: Desk): void {
  for (const { state } of rowsOf(desk)) {
    expect(recordStatuses.filter((one) => one === state.status)).toHaveLength(1)
    expect(state.status === 'checked').toBe(state.checked !== null)
    const typists = new Set(state.typed.flatMap(handsOf))
    if (state.checked !== null) expect(handsOf(state.checked).filter((hand) => typists.has(hand))).toEqual([])
  }
}

describe('two desks', () => {
  test('[DESK-8] [DESK-9] in any interleaving of steps, kills and exchanges both come to the same, each record in one status and none checked by its typist', () => {
    const seen = new Set<string>()
    fc.assert(fc.property(someActs(5, 60), fc.boolean(), (acts, isFirstFirst) => {
      const desks = [aDesk(0), aDesk(1)] as const
      play(desks, [{ act: 'export', desk: 0, upTo: null }, ...acts])
      for (const desk of desks) isLawful(desk)
      for (const desk of desks) take(desk, ward)
      // Everything of both to both, in either order, and once more.
      const [one, two] = isFirstFirst ? desks : [desks[1], desks[0]]
      exchange(one, two)
      exchange(two, one)
      exchange(one, two)
      expect(states(one)).toEqual(states(two))
      expect(targets(one)).toEqual(targets(two))
      expect(rowsOf(one)).toHaveLength(records.length + 1)
      for (const desk of desks) isLawful(desk)
      for (const { status } of states(one).values()) seen.add(status)
      const before = [one.journal.length, two.journal.length]
      exchange(two, one)
      exchange(one, two)
      expect([one.journal.length, two.journal.length]).toEqual(before)
    }), { numRuns: 150 })
    expect([...seen].toSorted()).toEqual([...recordStatuses].toSorted())
  })

  test('[DESK-8] a third desk comes to the same by way of the second alone', () => {
    fc.assert(fc.property(someActs(5, 30), (acts) => {
      const desks = [aDesk(0), aDesk(1)] as const
      play(desks, [{ act: 'export', desk: 0, upTo: null }, { act: 'export', desk: 1, upTo: null }, ...acts])
      const third: Desk = { ...aDesk(1), from: { ...from, station: StationId.parse(testId(0xc00000000209)), letters: letters('RZ'), ward: '机 3' } }
      for (const desk of desks) take(desk, ward)
      exchange(desks[0], desks[1])
      exchange(desks[1], third)
      take(third, ward)
      expect(states(third)).toEqual(states(desks[1]))
    }), { numRuns: 40 })
  })

  test('[DESK-8] a step whose record is not here yet waits, and counts when the record comes', () => {
    const [one, two] = [aDesk(0), aDesk(1)]
    take(one, ward)
    play([one, two], [{ act: 'step', desk: 0, record: 0, who: 0, step: 'transcribed', for: null }])
    exchange(one, two)
    expect(rowsOf(two)).toEqual([])
    take(two, ward)
    expect(states(two).get(records[0] as EntryId)?.status).toBe('transcribed')
  })

  test('[DESK-9] two desks that both typed a record: nobody who typed checks it, and it is counted as typed twice', () => {
    const desks = [aDesk(0), aDesk(1)] as const
    for (const desk of desks) take(desk, ward)
    play(desks, [
      { act: 'step', desk: 0, record: 0, who: 0, step: 'transcribed', for: null }, { act: 'step', desk: 1, record: 0, who: 1, step: 'transcribed', for: null },
      { act: 'step', desk: 0, record: 0, who: 1, step: 'checked', for: null }, { act: 'exchange', from: 1, upTo: null },
    ])
    const state = states(desks[0]).get(records[0] as EntryId)
    expect(state).toMatchObject({ status: 'transcribed', checked: null })
    expect(state?.typed).toHaveLength(2)
    play(desks, [{ act: 'step', desk: 0, record: 0, who: 2, step: 'checked', for: null }])
    expect(states(desks[0]).get(records[0] as EntryId)?.checked?.by.staffNumber).toBe('C-3')
    expect(recordsOf(desks[0].journal, clockOf(desks[0])).filter(({ state: { typed } }) => typed.length > 1)).toHaveLength(1)
  })

  test('[DESK-4] what is no exchange, or of a later version, is refused', () => {
    expect(readExchange('{}', headAt(2))).toEqual({ ok: false, error: { code: 'not-an-exchange' } })
    expect(readExchange('nonsense', headAt(2))).toEqual({ ok: false, error: { code: 'not-an-exchange' } })
    expect(readExchange('{"format":"tomoshibi-exchange","v":2}', headAt(2))).toEqual({ ok: false, error: { code: 'newer-version' } })
  })
})
