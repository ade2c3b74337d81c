import { describe, expect, test } from 'vitest'
import { carriedOfExport, headOf } from '#domain/desk/carried.ts'
import { draftOf, type Carried } from '#domain/transfer/carried.ts'
import { conflictsIn, factOf, judgeOf, mayTakeIn, wardOfNumber, wardsTakenIn, type Offered } from '#domain/desk/take-in.ts'
import type { ExportedEntry } from '#domain/export/input.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { IncidentId, Sha256, StationId } from '#domain/ids.ts'
import { isFrozen } from '#domain/incident/freeze.ts'
import { readEntry, type Entry } from '#domain/log/entry.ts'
import { kindNames, kinds } from '#domain/log/kinds.ts'
import { wardNumber, type StationLetters } from '#domain/number/ward-number.ts'
import { boardOf, type CountedWard } from '#domain/reconcile/board.ts'
import { readRecord, recordsOf, type Numbered } from '#domain/reconcile/records.ts'
import { instantOf } from '#domain/time.ts'
import { asWritten } from '#domain/transfer/unwrap.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, anInstant, aPatient, entryId, letters, patientId, testId } from '#tests/builders.ts'

const headAt = (n: number): Sha256 => Sha256.parse(n.toString(16).padStart(64, '0'))
type Ward = { readonly station: StationId; readonly letters: StationLetters; readonly incident: IncidentId; readonly ward: string }
const aWard = (n: number, two: string, ward: string): Ward => ({ station: StationId.parse(testId(0xc00000000100 + n)), letters: letters(two), incident: IncidentId.parse(testId(0xb00000000100 + n)), ward })
const east = aWard(1, 'AF', '5階東')
const west = aWard(2, 'HK', '3階西')

const exported = (ward: Ward, entries: readonly Entry[]): readonly ExportedEntry[] => entries.map((entry, index) => ({ seq: index + 1, head: headAt(index + 1), entry: { ...entry, station: ward.station, incident: ward.incident } as Entry }))
const offeredBy = (ward: Ward, entries: readonly Entry[], over: Partial<Offered> = {}): Offered => ({
  way: 'export', realm: 'real', file: headAt(entries.length + 1000), from: { ...ward, hospital: '架空総合病院' }, madeAt: anInstant(), exportNo: 1, signingKey: null, carried: carriedOfExport(exported(ward, entries), ward), photos: new Map(), ...over,
})

/** A desk without a window: what the session does, one record after the other. */
function take(here: readonly Numbered[], offered: Offered, upTo = Infinity): { readonly records: readonly Numbered[]; readonly said: readonly string[] } {
  const judge = judgeOf(new Map(here.map(({ entry }) => [entry.id, entry])), offered)
  const judged = offered.carried.map(judge)
  const fact = anEntry('records-taken-in', { body: factOf(offered, judged.flatMap((one) => (one.is === 'conflict' ? [one.of] : []))) })
  const drafts = judged.flatMap((one) => (one.is === 'new' ? [anEntry('entry-imported', { ...one.draft, at: instantOf(Date.parse('2026-11-27T00:00:00.000Z')) })] : []))
  const more = [fact, ...drafts].slice(0, upTo)
  return { records: [...here, ...more.map((entry, index) => ({ seq: here.length + index + 1, entry }))], said: judged.map(({ is }) => is) }
}
const inside = (records: readonly Numbered[]): readonly string[] => records.flatMap(({ entry }) => (entry.kind === 'entry-imported' ? [entry.id] : [])).toSorted()

const given = (ward: Ward, count: number): Entry => aPatient({ number: wardNumber('real', ward.letters, count) }, { id: entryId(count + (ward === east ? 100 : 200)), patient: patientId(count + (ward === east ? 10 : 20)) })
const eastEntries: readonly Entry[] = [given(east, 1), anEntry('note', { id: entryId(111), patient: patientId(11) }), anEntry('numbers-set-aside', { id: entryId(112), body: { letters: east.letters, first: 1, last: 4 } }), anEntry('chart-opened', { id: entryId(113), patient: patientId(11) })]
const westEntries: readonly Entry[] = [given(west, 1), given(west, 2), anEntry('controlled-moved', { id: entryId(211) }), anEntry('check-signed', { id: entryId(212) })]

describe('what a desk takes in', () => {
  test('[DESK-1] a desk writes nothing of care; records of wards come in, and only there', () => {
    expect(isFrozen('entry-imported', 'reconciling', null, 'desk')).toBe(false)
    expect(isFrozen('entry-imported', 'reconciling', null, 'ward')).toBe(true)
    for (const kind of kindNames) if (kind !== 'entry-imported') expect(isFrozen(kind, 'reconciling', null, 'desk'), kind).toBe(isFrozen(kind, 'reconciling'))
  })

  test('[DESK-3] every record of an export comes in once, also those of no patient, whether the file comes again, was stopped or is a later one', () => {
    const offered = offeredBy(east, eastEntries)
    expect(take([], offered).said).toEqual(['new', 'new', 'new'])
    const once = take([], offered).records
    expect(take(once, offered).said).toEqual(['here', 'here', 'here'])
    for (let upTo = 0; upTo <= 4; upTo += 1) expect(inside(take(take([], offered, upTo).records, offered).records), `stopped behind ${upTo}`).toEqual(inside(once))
    const later = offeredBy(east, [...eastEntries, anEntry('note', { id: entryId(120), patient: patientId(11) })])
    expect(take(once, later).said).toEqual(['here', 'here', 'here', 'new'])
    expect(inside(take(take([], later).records, offered).records)).toEqual(inside(take(once, later).records))
  })

  test('[DESK-3] every kind of entry passes through as it was written, with the clock of its station', () => {
    for (const kind of kindNames) {
      if (kind === 'entry-imported') continue
      const clock = anEntry('clock-confirmed', { body: { offsetMs: 120_000, why: 'checked', second: null, aloneBecause: '' } })
      const entry = anEntry(kind)
      const found = carriedOfExport(exported(east, [clock, entry]), east).find(({ entry: one }) => one['id'] === entry.id)
      if (found === undefined) continue // stays there
      const head = headOf(found)
      expect(head, kind).not.toBeNull()
      if (head === null) continue
      const imported = readEntry({ ...anEntry('entry-imported', { ...draftOf(found, head, headAt(9)), at: anInstant() }), at: anInstant(), recordedAt: anInstant() })
      expect(imported.ok, kind).toBe(true)
      if (!imported.ok) continue
      const written = asWritten(imported.value)
      expect({ kind: written.entry.kind, body: written.entry.body, patient: written.entry.patient }).toEqual({ kind, body: entry.body, patient: entry.patient })
      expect(Date.parse(written.entry.at) - Date.parse(entry.at), kind).toBe(kind === 'clock-confirmed' || kind === 'incident-told' ? written.origin?.clockOffsetMs : 120_000)
    }
    // Traces and signatures of that station answer for nothing here.
    expect(carriedOfExport(exported(east, kindNames.flatMap((kind) => (kind === 'entry-imported' ? [] : [anEntry(kind)]))), east).map(({ entry }) => entry['kind'])).not.toContain('check-signed')
  })

  test('[DESK-3] a record that a ward had from another comes in once, with the origin of the one that wrote it', () => {
    const [registered] = exported(east, [given(east, 1)])
    if (registered === undefined) throw new Error('written above')
    const carriedOn = carriedOfExport(exported(east, [registered.entry]), east)[0] as Carried // of one entry one
    const head = headOf(carriedOn)
    if (head === null) throw new Error('it has one')
    const atWest = anEntry('entry-imported', { ...draftOf(carriedOn, head, headAt(7)), at: anInstant() })
    const [first, second] = [offeredBy(west, [atWest]), offeredBy(east, [registered.entry])]
    for (const [one, two] of [[first, second], [second, first]] as const) {
      const both = take(take([], one).records, two)
      expect(both.said).toEqual(['here'])
      expect(recordsOf(both.records).map(({ origin }) => origin?.letters)).toEqual(['AF'])
    }
  })

  test('[DESK-4] a file of another realm is refused whole, and a record of one in it is none', () => {
    expect(mayTakeIn(offeredBy(east, eastEntries, { realm: 'demo' }), 'real', [])).toEqual({ ok: false, error: { code: 'other-realm', realm: 'demo' } })
    const demo = offeredBy(east, [anEntry('note', { realm: 'demo' })])
    expect(take([], demo).said).toEqual(['unreadable'])
  })

  test('[DESK-5] two stations with the same letters are refused with both named, whichever way the second comes', () => {
    const twin: Ward = { ...aWard(3, 'AF', '南館2階') }
    const here = take([], offeredBy(east, eastEntries)).records
    expect(mayTakeIn(offeredBy(twin, [anEntry('note')]), 'real', here)).toEqual({ ok: false, error: { code: 'letters-twice', letters: 'AF', here: '5階東', there: '南館2階' } })
    // Inside another ward's export, with a patient who was sent there.
    const sent = carriedOfExport(exported(twin, [given(east, 9)]), twin)
    expect(mayTakeIn(offeredBy(west, westEntries, { carried: [...offeredBy(west, westEntries).carried, ...sent] }), 'real', here)).toMatchObject({ ok: false, error: { code: 'letters-twice', letters: 'AF' } })
    expect(mayTakeIn(offeredBy(west, westEntries), 'real', here).ok).toBe(true)
    expect(mayTakeIn(offeredBy(east, eastEntries), 'real', here).ok).toBe(true)
  })

  test('[DESK-5] a station that signs with another key than before is refused', () => {
    const signed = (key: string): Partial<Offered> => ({ signingKey: key as Offered['signingKey'] })
    const here = take([], offeredBy(east, eastEntries, signed('one'))).records
    expect(mayTakeIn(offeredBy(east, eastEntries, signed('other')), 'real', here)).toEqual({ ok: false, error: { code: 'other-key', letters: 'AF' } })
    expect(mayTakeIn(offeredBy(east, eastEntries, signed('one')), 'real', here).ok).toBe(true)
  })

  test('[DESK-6] one id with another content replaces nothing and is listed with both', () => {
    const here = take([], offeredBy(east, eastEntries)).records
    const changed = eastEntries.map((entry) => (entry.kind === 'note' ? { ...entry, body: { text: '別の内容' } } : entry))
    const after = take(here, offeredBy(east, changed, { file: headAt(77) }))
    expect(after.said).toEqual(['here', 'conflict', 'here'])
    expect(recordsOf(after.records).find(({ id }) => id === entryId(111))?.entry.body).toEqual({ text: '変わりなし' })
    expect(conflictsIn(after.records).map(({ of, here: stands, there, from }) => [of, stands?.body, there['body'], from.ward])).toEqual([[entryId(111), { text: '変わりなし' }, { text: '別の内容' }, '5階東']])
    expect(conflictsIn(take(after.records, offeredBy(east, changed, { file: headAt(77) })).records)).toHaveLength(1)
  })

  test('[DESK-7] numbers, narcotics and what waits for a word are counted ward by ward', () => {
    const records = take(take([], offeredBy(east, eastEntries)).records, offeredBy(west, westEntries)).records
    const view = wardOf(records)
    const wards: readonly CountedWard[] = wardsTakenIn(records).map(({ from }) => ({ station: from.station, letters: from.letters, name: from.ward }))
    const board = boardOf({ view, persons: personsOf(view), records: records.map((record) => readRecord(record, view.clock)), rows: recordsOf(records), doubles: [], drafts: [], realm: 'real', wards, missingMedia: [] })
    const open = (check: string) => board.checks.find((one) => one.check === check)?.open.map(({ text }) => text)
    expect(open('number-gaps')).toEqual([`${wardNumber('real', east.letters, 2)} – ${wardNumber('real', east.letters, 4)}`])
    expect(open('narcotics')).toEqual(['3階西 モルヒネ塩酸塩注10mg 5'])
    expect(open('unmatched')).toHaveLength(3)
    expect(wardOfNumber(wardNumber('real', west.letters, 2), wardsTakenIn(records))).toBe('3階西')
  })

  test('[DESK-7] what was done alone or by proxy on a ward waits at the desk, and at the ward’s own station what came from another does not', () => {
    const alone = anEntry('controlled-moved', { id: entryId(300), body: { ...anEntry('controlled-moved').body, byTwo: { aloneBecause: '夜勤1人' } } })
    const records = take([], offeredBy(east, [alone])).records
    const view = wardOf(records)
    const wait = (wards: readonly CountedWard[]) => boardOf({ view, persons: personsOf(view), records: records.map((record) => readRecord(record, [])), rows: [], doubles: [], drafts: [], realm: 'real', wards, missingMedia: [] }).checks.find(({ check }) => check === 'alone')?.open.length
    expect(wait([{ station: east.station, letters: east.letters, name: '5階東' }])).toBe(1)
    expect(wait([{ station: null, letters: west.letters, name: '3階西' }])).toBe(0)
  })

  test('[DESK-7] no kind of an export is of the ward and of a patient at once but what comes from elsewhere', () => {
    expect(kindNames.filter((kind) => kinds[kind].about === 'either')).toEqual(['entry-imported'])
  })
})
