import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formSayer } from '#domain/form/say-form.ts'
import { allergyOfPerson, personsOf } from '#domain/identity/persons.ts'
import { IncidentId, StationId, type PatientId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { newSeries } from '#domain/number/series.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import { importsOf, readTransfer, transferOf, wardOfTransfer, type TransferFile } from '#domain/transfer/transfer-file.ts'
import { instantOf } from '#domain/time.ts'
import { chartOf, type Chart } from '#domain/view/chart.ts'
import { numberClashes, seriesAfter } from '#domain/view/ward-lists.ts'
import { wardOf, type WardView } from '#domain/view/ward.ts'
import { aHash, anEntry, aNurse, anInstant, aPatient, entryId, letters, patientId, testId } from '#tests/builders.ts'

/** A station in small: what stands in its journal. */
type Station = { readonly name: 'AF' | 'FA'; readonly records: { readonly seq: number; readonly entry: Entry }[] }

const placeOf = (name: Station['name']) => ({ station: StationId.parse(testId(name === 'AF' ? 0xc1 : 0xc2)), incident: IncidentId.parse(testId(name === 'AF' ? 0xb1 : 0xb2)) })
const viewOf = ({ records }: Station): WardView => wardOf(records)
const write = (at: Station, entry: Entry): void => void at.records.push({ seq: at.records.length + 1, entry: { ...entry, ...placeOf(at.name) } })
const chart = (at: Station, patient: PatientId): Chart => chartOf(patient, at.records, viewOf(at).clock)

function send(from: Station, patient: PatientId): string {
  const view = viewOf(from)
  const patients = personsOf(view).membersOf(patient).flatMap((id) => { const number = view.patients.get(id)?.registered?.number; return number === undefined ? [] : [{ id, number }] })
  return JSON.stringify(transferOf(from.records, { realm: 'real', from: { ...placeOf(from.name), letters: letters(from.name), hospital: '', ward: '' }, madeAt: anInstant(), by: aNurse(), patients }, view))
}

/** As the window does it: what is here already is left out. `most`: the power went after so many. */
function receive(at: Station, text: string, most = Infinity): number {
  const file = opened(at, text)
  const known = new Set(at.records.map(({ entry }) => entry.id))
  const missing = importsOf(file, aHash('d')).filter(({ id }) => !known.has(id)).slice(0, most)
  for (const draft of missing) write(at, anEntry('entry-imported', { ...draft, at: anInstant('2026-11-21T00:00:00.000Z') }))
  return missing.length
}

function opened(at: Station, text: string): TransferFile {
  const read = readTransfer(text, { realm: 'real', view: viewOf(at) })
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

/** What a chart says, of which record, wherever it stands in the journal. */
const saying = ({ rows }: Chart): readonly string[] => rows.filter(({ entry }) => entry.kind !== 'outside-usual').map(({ entry, struck, late }) => JSON.stringify([entry.id, entry.kind, entry.at, entry.recordedAt, entry.by, entry.body, struck, late])).toSorted()

const one = patientId(1)
const registration = (n: number, at: Station['name'] = 'AF'): Entry => aPatient({ number: wardNumber('real', letters(at), n), bed: '301' }, { patient: patientId(n), id: entryId(0xf000 + n) })
function aStation(name: Station['name'], ...entries: readonly Entry[]): Station {
  const at: Station = { name, records: [] }
  for (const entry of entries) write(at, entry)
  return at
}
const allergic = anEntry('allergy-stated', { patient: one, body: { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '' }], source: '妻' } })

describe('a patient carried from station to station', () => {
  test('[XFER-1] What is sent and received gives the same chart, with the other clock corrected; views and reasons of duty stay where they were.', () => {
    const from = aStation('AF', anEntry('clock-confirmed', { body: { offsetMs: 540_000, why: 'checked', second: null, aloneBecause: '' } }), registration(1), allergic, anEntry('note'), anEntry('chart-opened'), anEntry('outside-usual'))
    const to = aStation('FA', anEntry('clock-confirmed', { body: { offsetMs: -60_000, why: 'checked', second: null, aloneBecause: '' } }))
    expect(receive(to, send(from, one))).toBe(3)
    expect(saying(chart(to, one))).toEqual(saying(chart(from, one)))
    expect(chart(to, one).rows.every(({ origin, outside }) => origin?.letters === 'AF' && outside === null)).toBe(true)
    expect(chart(to, one).opened).toBe(0)
  })

  test('[XFER-2] The same file twice changes nothing, and what was received in part is completed.', () => {
    const from = aStation('AF', registration(1), allergic, anEntry('note'))
    const to = aStation('FA')
    const file = send(from, one)
    expect([receive(to, file, 2), receive(to, file), receive(to, file)]).toEqual([2, 1, 0])
    expect(saying(chart(to, one))).toEqual(saying(chart(from, one)))
    expect(receive(from, send(to, one))).toBe(0)
  })

  test('[XFER-3] A file of another realm, or that is no whole transfer, is refused with a code and nothing of it is written.', () => {
    const file = JSON.parse(send(aStation('AF', registration(1)), one)) as TransferFile // written above
    const read = (text: string) => readTransfer(text, { realm: 'real', view: wardOf([]) })
    const faulty = (over: object) => read(JSON.stringify({ ...file, ...over }))
    expect(read(JSON.stringify(file))).toMatchObject({ ok: true })
    expect(faulty({ realm: 'drill' })).toEqual({ ok: false, error: { code: 'other-realm' } })
    expect(faulty({ v: 2 })).toEqual({ ok: false, error: { code: 'newer-version' } })
    for (const text of ['', '{}', '[', JSON.stringify(file).slice(0, -9), JSON.stringify({ ...file, entries: [] })]) expect(read(text)).toEqual({ ok: false, error: { code: 'not-a-transfer' } })
  })

  test('[XFER-4] A file with a record of anybody else, of another realm, twice or without its registration is refused whole; so is a number that another patient here carries.', () => {
    const file = JSON.parse(send(aStation('AF', registration(1), anEntry('note')), one)) as TransferFile // written above
    const [first, note] = file.entries
    if (first === undefined || note === undefined) throw new Error('Two were sent')
    const code = (entries: readonly unknown[], here: WardView = wardOf([])) => { const read = readTransfer(JSON.stringify({ ...file, entries }), { realm: 'real', view: here }); return read.ok ? 'ok' : read.error.code }
    expect(code([first, note])).toBe('ok')
    expect(code([first, { ...note, entry: { ...note.entry, patient: patientId(2) } }])).toBe('mixed-patients')
    expect(code([first, { ...note, entry: { ...note.entry, realm: 'drill' } }])).toBe('mixed-patients')
    expect(code([first, note, note])).toBe('mixed-patients')
    expect(code([note])).toBe('mixed-patients')
    expect(code([first, { ...note, entry: { ...note.entry, kind: 'entry-imported' } }])).toBe('mixed-patients')
    expect(code([first, { ...note, entry: { ...note.entry, patient: null } }])).toBe('not-a-transfer')
    expect(code([first, note], viewOf(aStation('FA', aPatient({ number: wardNumber('real', letters(), 1) }, { patient: patientId(7) }))))).toBe('number-taken')
    // Of a kind that is not known yet: taken along, and shown as what cannot be read.
    expect(code([first, { ...note, entry: { ...note.entry, kind: 'of-next-year' } }])).toBe('ok')
  })

  test('[XFER-9] With a form go the fields the sending hospital added to it, on to a third station too; there it is said by them, and the forms there stay as they are.', () => {
    const field = (label: string, unit: string) => ({ name: 'own1', label, type: 'number' as const, unit, least: null, most: null, options: [] })
    const extended = (label: string, unit: string, n: number) => anEntry('form-extended', { id: entryId(n), patient: null, body: { definition: 'observations', version: 2, fields: [field(label, unit), { ...field('使わない項目', 'mL'), name: 'own2' }] } })
    const record = anEntry('form', { patient: one, id: entryId(0x71), body: { definition: 'observations', version: 2, values: { painNrs: 3, own1: 31.5 } } })
    const from = aStation('AF', registration(1), extended('下腿周囲', 'cm', 0x70), record)
    const to = aStation('FA', extended('歩数', '歩', 0x72))
    const third = aStation('FA')
    const file = send(from, one)
    expect([receive(to, file), receive(to, file), receive(third, send(to, one))]).toEqual([2, 0, 2])
    for (const at of [to, third]) {
      const row = chart(at, one).rows.find(({ entry }) => entry.kind === 'form')
      if (row?.entry.kind !== 'form') throw new Error('The form was received')
      const said = formSayer([row], viewOf(at).forms)(row.entry.body).lines.map(({ label, text }) => `${label.ja} ${text.ja}`)
      expect(said).toContain('下腿周囲 31.5 cm')
      expect(said.some((line) => line.includes('歩'))).toBe(false)
      expect(row.form?.fields.map(({ name }) => name)).toEqual(['own1'])
    }
    expect(viewOf(to).forms.map(({ fields }) => fields[0]?.label)).toEqual(['歩数'])
    expect(viewOf(third).forms).toEqual([])
    // A file of before they went along, and one whose definition cannot be read here: said by the names of its fields.
    const parsed = JSON.parse(file) as TransferFile // written above
    for (const form of [undefined, { definition: 'observations', version: 2, fields: [{ ...field('下腿周囲', 'cm'), type: 'of-next-year' }] }]) {
      const older = aStation('FA')
      receive(older, JSON.stringify({ ...parsed, entries: parsed.entries.map((entry) => ({ ...entry, form })) }))
      expect(chart(older, one).rows.find(({ entry }) => entry.kind === 'form')?.form).toBeNull()
    }
    const wrong = parsed.entries.map((entry) => (entry.form === null ? entry : { ...entry, form: { ...entry.form, version: 3 } }))
    expect(readTransfer(JSON.stringify({ ...parsed, entries: wrong }), { realm: 'real', view: wardOf([]) })).toEqual({ ok: false, error: { code: 'not-a-transfer' } })
  })

  test('[XFER-5] The number stays that of the station that gave it, and never counts on the series here.', () => {
    const to = aStation('FA', registration(3, 'FA'))
    receive(to, send(aStation('AF', registration(1)), one))
    expect(viewOf(to).patients.get(one)?.registered?.number).toBe(wardNumber('real', letters('AF'), 1))
    expect(seriesAfter(viewOf(to), newSeries('real', letters('FA'))).given).toBe(3)
    expect(wardOfTransfer(opened(to, send(aStation('AF', registration(1)), one))).patients.get(one)?.registered?.naming.kind).toBe('known')
  })
})

test('[XFER-6] No sequence of writing, sending, receiving, linking and striking on two stations loses, doubles or changes a record, and an allergy stays in the union.', () => {
  const patients = [1, 2, 3].map(patientId)
  const anAct = fc.record({ at: fc.nat(1), what: fc.nat(6), patient: fc.constantFrom(...patients), other: fc.constantFrom(...patients), target: fc.nat(999), most: fc.nat(8) })
  fc.assert(fc.property(fc.array(anAct, { maxLength: 25 }), (acts) => {
    const stations = [aStation('AF', ...[1, 2].map((n) => registration(n))), aStation('FA', registration(3, 'FA'))] as const
    const written = new Map<string, string>()
    const struck = new Set<string>()
    let clock = Date.UTC(2026, 10, 20, 1)
    for (const { at, what, patient, other, target, most } of acts) {
      const here = stations[at === 0 ? 0 : 1]
      const there = stations[at === 0 ? 1 : 0]
      if (!viewOf(here).patients.has(patient)) continue
      const time = instantOf((clock += 60_000))
      const add = (entry: Entry): void => { write(here, entry); written.set(entry.id, JSON.stringify(entry.body)) }
      if (what === 0) add(anEntry('note', { patient, at: time }))
      else if (what === 1) add(anEntry('allergy-stated', { patient, at: time, body: { state: 'present', substances: [{ substance: `薬${target}`, reaction: '' }], source: '' } }))
      else if (what === 2) add(anEntry('patient-linked', { patient, at: time, body: { to: { kind: 'patient', patient: other }, reason: '同じ人' } }))
      else if (what === 3) {
        const about = here.records[target % here.records.length]
        if (about?.entry.patient !== patient || about.entry.kind === 'patient-registered' || about.entry.id === entryId(0xf000 + 1) || about.entry.id === entryId(0xf000 + 2) || about.entry.id === entryId(0xf000 + 3)) continue
        add(anEntry('entry-struck', { patient, at: time, body: { struck: about.entry.id, reason: '誤り' } }))
        struck.add(about.entry.id)
      } else receive(there, send(here, patient), what === 4 ? most : Infinity)
    }
    for (const here of stations) {
      const ids = here.records.map(({ entry }) => entry.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(numberClashes(viewOf(here))).toEqual([])
    }
    // In the end both send everybody they have to one another: the two charts are one.
    for (const [from, to] of [stations, stations.toReversed() as unknown as typeof stations, stations] as const) for (const patient of patients) if (viewOf(from).patients.get(patient)?.registered) receive(to, send(from, patient))
    for (const patient of patients) {
      const [ours, theirs] = stations.map((station) => saying(chart(station, patient)))
      if (stations.every((station) => viewOf(station).patients.has(patient))) expect(ours).toEqual(theirs)
      for (const station of stations) {
        const view = viewOf(station)
        const members = personsOf(view).membersOf(patient).flatMap((id) => view.patients.get(id) ?? [])
        const told = station.records.some(({ entry }) => members.some(({ id }) => id === entry.patient) && !struck.has(entry.id) && (entry.kind === 'allergy-stated' || (entry.kind === 'entry-imported' && entry.body.entry['kind'] === 'allergy-stated')))
        if (told) expect(allergyOfPerson(members).state).toBe('present')
      }
    }
    const both = new Set(stations.flatMap(({ records }) => records.map(({ entry }) => entry.id as string)))
    for (const [id, body] of written) {
      expect(both.has(id)).toBe(true)
      for (const { records } of stations) for (const { entry } of records) if (entry.id === id) expect(JSON.stringify(entry.kind === 'entry-imported' ? entry.body.entry['body'] : entry.body)).toBe(body)
    }
  }), { numRuns: 150 })
})
