import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckedExport } from '#domain/export/check-export.ts'
import type { ExportedEntry } from '#domain/export/input.ts'
import type { Manifest } from '#domain/export/manifest.ts'
import { StationId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { mergeExports } from '#domain/merge/merge.ts'
import { statisticsOf } from '#domain/merge/statistics.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import { aPatient, aStanding, anEntry, anInstant, entryId, noVitalSigns, patientId, testId } from '#tests/builders.ts'
import { headAt } from '#tests/export/fixture.ts'

type Over = { readonly letters?: string; readonly station?: number; readonly no?: number; readonly realm?: Manifest['realm'] }

/** What checking an export gives, of a manifest with as much as merging reads of it. */
function anExport(entries: readonly Entry[], { letters = 'AF', station = 1, no = 1, realm = 'real' }: Over = {}): CheckedExport {
  const manifest = { exportId: testId(0xe00 + no * 16 + station), letters: StationLetters.parse(letters), station: StationId.parse(testId(0x500 + station)), realm, exportNo: no, hospital: '灯病院', ward: '東4', createdAt: anInstant(`2026-11-2${no}T00:00:00.000Z`), incident: aStanding().incident }
  const exported = entries.map((entry, index): ExportedEntry => ({ seq: index + 2, head: headAt(index + 2), entry }))
  return { manifest: manifest as unknown as Manifest, manifestSha256: headAt(0), entries: exported, findings: [] }
}

const ids = (exports: readonly CheckedExport[]): readonly string[] => {
  const merged = mergeExports(exports)
  return merged.ok ? merged.value.entries.map(({ entry }) => entry.id) : [merged.error.code]
}

const ward = [aPatient({}, { id: entryId(1) }), anEntry('note', { id: entryId(2), at: anInstant('2026-11-21T01:00:00.000Z') }), anEntry('vital-signs', { id: entryId(3), at: anInstant('2026-11-21T02:00:00.000Z') })]

it('[MERGE-1] the same entry in many exports stands once, and no order of exports changes what is there', () => {
  const other = [anEntry('note', { id: entryId(10), patient: patientId(2) }), anEntry('vital-signs', { id: entryId(11), patient: patientId(2) })]
  const exports = [anExport(ward.slice(0, 2)), anExport(ward, { no: 2 }), anExport(other, { letters: 'AH', station: 2 })]
  const once = ids(exports)
  expect(once.toSorted()).toEqual([1, 2, 3, 10, 11].map(entryId).toSorted())
  fc.assert(fc.property(fc.shuffledSubarray([...exports, ...exports], { minLength: 6 }), (shuffled) => {
    expect(ids(shuffled)).toEqual(once)
  }))
})

it('[MERGE-2] two stations with the same letters, and files of two realms, are refused', () => {
  expect(mergeExports([anExport(ward), anExport([], { station: 2 })])).toEqual({ ok: false, error: { code: 'letters-twice', letters: 'AF' } })
  expect(mergeExports([anExport(ward), anExport([], { letters: 'AH', station: 2, realm: 'drill' })])).toMatchObject({ ok: false, error: { code: 'realms-differ' } })
  expect(mergeExports([])).toMatchObject({ ok: false, error: { code: 'nothing-given' } })
})

it('[MERGE-3] one id with two contents is listed with both, and neither is lost', () => {
  const changed = ward.map((entry) => (entry.id === entryId(2) && entry.kind === 'note' ? { ...entry, body: { text: '別の本文' } } : entry))
  const merged = mergeExports([anExport(ward), anExport(changed, { letters: 'AH', station: 2 })])
  expect(merged.ok && merged.value.differing.map(({ id, one, other }) => [id, one.from, other.from])).toEqual([[entryId(2), 'AF', 'AH']])
})

it('[MERGE-3] a record taken over from another station gives way to the one that stands there', () => {
  const [, note] = ward
  if (note === undefined) throw new Error('The ward has a note')
  const taken = anEntry('entry-imported', { id: entryId(2), body: { origin: { station: aStanding().station, letters: StationLetters.parse('AF'), incident: aStanding().incident, seq: 3, clockOffsetMs: 0 }, file: headAt(9), entry: { id: note.id }, form: null } })
  for (const exports of [[anExport(ward), anExport([taken], { letters: 'AH', station: 2 })], [anExport([taken], { letters: 'AH', station: 2 }), anExport(ward)]]) {
    const merged = mergeExports(exports)
    expect(merged.ok && [merged.value.differing, merged.value.entries.find(({ entry }) => entry.id === entryId(2))?.entry.kind]).toEqual([[], 'note'])
  }
})

it('[MERGE-4] what two stations wrote of one patient within ten minutes is listed side by side; at one station it is not', () => {
  const signs = (id: number, at: string) => anEntry('vital-signs', { id: entryId(id), at: anInstant(at), body: noVitalSigns({ temperatureC: 37 }) })
  const here = anExport([signs(1, '2026-11-21T02:00:00.000Z'), signs(2, '2026-11-21T02:05:00.000Z')])
  const there = anExport([signs(3, '2026-11-21T02:09:00.000Z'), signs(4, '2026-11-21T02:30:00.000Z')], { letters: 'AH', station: 2 })
  const merged = mergeExports([here, there])
  expect(merged.ok && merged.value.together.map(({ one, other }) => [one.entry.id, other.entry.id])).toEqual([[entryId(1), entryId(3)], [entryId(2), entryId(3)]])
})

it('[MERGE-5] the statistics count every entry once, by kind, day and station, and name no patient', () => {
  const merged = mergeExports([anExport(ward), anExport([anEntry('note', { id: entryId(10), patient: patientId(2), body: { text: '髙﨑 花子' } })], { letters: 'AH', station: 2 })])
  if (!merged.ok) throw new Error(merged.error.code)
  const figures = statisticsOf(merged.value)
  expect(figures).toMatchObject({ stations: 2, patients: 1, entries: 4 })
  for (const sum of [figures.byKind.map(({ count }) => count), figures.byDay.map(({ entries }) => entries), figures.byStation.map(({ entries }) => entries)]) expect(sum.reduce((a, b) => a + b, 0)).toBe(4)
  expect(JSON.stringify(figures)).not.toContain('花子')
})
