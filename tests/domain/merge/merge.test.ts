import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckedExport } from '#domain/export/check-export.ts'
import type { ExportedEntry } from '#domain/export/input.ts'
import type { Manifest } from '#domain/export/manifest.ts'
import { StationId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import { mergeExports } from '#domain/merge/merge.ts'
import { statisticsOf, statisticsSections } from '#domain/merge/statistics.ts'
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
  const taken = anEntry('entry-imported', { id: entryId(2), body: { origin: { station: aStanding().station, letters: StationLetters.parse('AF'), incident: aStanding().incident, seq: 3, clockOffsetMs: 0 }, file: headAt(9), entry: { id: note.id }, form: null, photo: null } })
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

it('[EXP-21] the statistics tell ways of registration, last triage, stays, corrections, paper and the minutes to the first patient, without what was struck', () => {
  const triage = (id: number, patient: number, decided: 'I' | 'III') => anEntry('triage-decided', { id: entryId(id), patient: patientId(patient), body: { ...anEntry('triage-decided').body, method: 'clinical', ruleSet: null, values: null, who: null, suggested: null, decided } as BodyOf<'triage-decided'> })
  const entries = [
    anEntry('incident-told', { at: anInstant('2026-11-20T06:00:00.000Z') }), { ...aPatient(), at: anInstant('2026-11-20T06:07:00.000Z') },
    triage(20, 1, 'I'), triage(21, 1, 'III'), triage(22, 2, 'I'), anEntry('death-confirmed', { id: entryId(23) }),
    anEntry('entry-struck', { id: entryId(24), body: { struck: entryId(23), reason: '誤り' } }), anEntry('entry-struck', { id: entryId(25), body: { struck: entryId(26), reason: '誤り', replacement: entryId(27) } }),
    anEntry('sheet-printed', { id: entryId(28), body: { form: 'orders', serials: [], sheets: 3, patient: null } }),
  ]
  const of = statisticsOf({ entries: entries.map((entry) => ({ entry, from: 'AF' })), stations: [{ letters: 'AF', ward: '3階西' }] })
  expect(of).toMatchObject({ minutesToFirstPatient: 7, corrected: 1, struck: 2, deaths: 0, sheets: 3, byTriage: [{ what: 'I', count: 1 }, { what: 'III', count: 1 }] })
  expect(of.byWay.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  const lines = statisticsSections(of).flatMap((section) => section.lines)
  expect(lines.find(({ en }) => en === 'Minutes from opening to the first patient')?.value).toBe('7')
})
