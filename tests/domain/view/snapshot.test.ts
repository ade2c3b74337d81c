import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSnapshot, encodeSnapshot } from '#domain/view/snapshot.ts'
import { wardOf, type WardView } from '#domain/view/ward.ts'
import { aHash, aNumber, anEntry, anInstant, aPatient, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import { aNight, inJournal } from './records.ts'

/** Written, sealed, opened and read: what JSON does to it is part of it. */
const stored = (view: WardView, seq = view.upToSeq): unknown => JSON.parse(JSON.stringify(encodeSnapshot(view, { seq, head: aHash() })))

function reopened(view: WardView): WardView {
  const read = decodeSnapshot(stored(view))
  if (!read.ok) throw new Error(read.error.where)
  return read.value.view
}

const full = wardOf(
  inJournal([
    aPatient({ bed: '301' }),
    aPatient({ naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] }, number: aNumber(2) }, { patient: patientId(2) }),
    anEntry('patient-moved'), anEntry('allergy-stated'), anEntry('triage-decided'), anEntry('vital-signs'), anEntry('entry-struck', { body: { struck: entryId(5), reason: 'x' } }), anEntry('note', { patient: patientId(3) }),
  ]),
)

describe('the snapshot of the board', () => {
  test('[VIEW-17] snapshot and tail give the same board as all entries, wherever the night is cut', () => {
    fc.assert(
      fc.property(aNight(), fc.nat(120), (records, cut) => {
        const head = records.slice(0, cut)
        const tail = records.slice(cut)
        const whole = wardOf(records)
        const again = wardOf(tail, reopened(wardOf(head)))
        expect(again).toEqual(whole)
        expect([...again.patients.keys()]).toEqual([...whole.patients.keys()])
        expect(stored(again)).toEqual(stored(whole))
      }),
      { numRuns: 200 },
    )
  })

  test('[VIEW-17] it names the place in the journal and the head there, which may lie behind the last entry', () => {
    const read = decodeSnapshot(stored(full, full.upToSeq + 5))
    expect(read).toMatchObject({ ok: true, value: { place: { seq: full.upToSeq + 5, head: aHash() }, view: { upToSeq: full.upToSeq + 5 } } })
    expect(() => encodeSnapshot(full, { seq: full.upToSeq - 1, head: aHash() })).toThrow()
  })

  test('[VIEW-17] an empty board is a snapshot too', () => {
    const nobody = wardOf([])
    expect(reopened(nobody)).toEqual(nobody)
  })

  test('[VIEW-18] a snapshot of another version, with a column short, a cell of the wrong type or a place outside it is refused whole', () => {
    const good = stored(full)
    const refused = (change: (snapshot: Loose) => void): boolean => {
      const snapshot = structuredClone(good) as Loose // plain JSON of a known form, about to be spoilt
      change(snapshot)
      return !decodeSnapshot(snapshot).ok
    }
    expect(decodeSnapshot(good).ok).toBe(true)
    const tables = ['patients', 'registered', 'moves', 'allergies', 'triages', 'vitals', 'struck']
    const spoils: readonly ((snapshot: Loose) => void)[] = [
      (snapshot) => (snapshot['v'] = 1),
      (snapshot) => tableOf(snapshot, 'registered')['row']?.reverse(),
      (snapshot) => (snapshot['vitalsEntry'] = String(snapshot['vitalsEntry']).slice(1)),
      (snapshot) => (snapshot['vitalsAt'] = [snapshot['vitalsAt']]),
      (snapshot) => (snapshot['head'] = 'x'),
      (snapshot) => (snapshot['upToSeq'] = -1),
      (snapshot) => delete snapshot['people'],
      (snapshot) => (snapshot['people'] = []),
      ...tables.flatMap((name) => Object.keys(tableOf(good, name)).map((column) => (snapshot: Loose) => tableOf(snapshot, name)[column]?.pop())),
      ...tables.flatMap((name) => Object.keys(tableOf(good, name)).map((column) => (snapshot: Loose) => tableOf(snapshot, name)[column]?.splice(0, 1, true))),
      ...tables.slice(1).flatMap((name) => [3, -1, 0.5].map((row) => (snapshot: Loose) => tableOf(snapshot, name)['row']?.splice(0, 1, row))),
      (snapshot) => tableOf(snapshot, 'registered')['by']?.splice(0, 1, 9),
    ]
    expect(spoils.map(refused)).toEqual(spoils.map(() => true))
    for (const nothing of [null, undefined, '', 0, [], {}]) expect(decodeSnapshot(nothing)).toMatchObject({ ok: false, error: { code: 'snapshot-unreadable' } })
  })

  test('[VIEW-18] what is wrong is named by its place, never by its value', () => {
    const spoilt = { ...encodeSnapshot(full, { seq: full.upToSeq, head: aHash() }), people: ['試験 看護'] }
    expect(decodeSnapshot(spoilt)).toEqual({ ok: false, error: { code: 'snapshot-unreadable', where: 'people.0' } })
  })

  test('[VIEW-19] a snapshot does not grow with the history of its patients', () => {
    const night = (hours: number): WardView =>
      wardOf(inJournal([aPatient(), ...Array.from({ length: hours }, (_, n) => anEntry('vital-signs', { id: entryId(n), at: anInstant(new Date(Date.UTC(2026, 10, 20, n)).toISOString()), body: noVitalSigns({ temperatureC: 36.5, pulsePerMin: 70 }) }))]))
    const size = (view: WardView): number => JSON.stringify(encodeSnapshot(view, { seq: view.upToSeq, head: aHash() })).length
    expect(size(night(2_000)) / size(night(20))).toBeLessThan(1.05)
  })
})

type Loose = { [name: string]: unknown }

function tableOf(snapshot: unknown, name: string): { [column: string]: unknown[] } {
  return (snapshot as { [table: string]: { [column: string]: unknown[] } })[name] ?? {} // the form of a good snapshot
}
