import { describe, expect, test } from 'vitest'
import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { kindNames, kinds } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import { priorityOf } from '#domain/reconcile/priority.ts'
import { besides, inWorkOrder, nextToCheck, nextToType, recordsOf, type RecordRow } from '#domain/reconcile/records.ts'
import { handsOf, recordStatuses, statesOf, untouched, type RecordState } from '#domain/reconcile/status.ts'
import { takeBack, takeStep, type StepAsked } from '#domain/reconcile/steps.ts'
import { RecordTranscribed, type TranscriptionStep } from '#domain/reconcile/transcription.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { StaffNumber } from '#domain/ids.ts'
import { instantOf } from '#domain/time.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, anImported, anInstant, aPatient, entryId, patientId, seeded } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const someone = (number: string): Person => ({ staffNumber: StaffNumber.parse(number), name: number, profession: 'clerk' })
const [ann, ben, cat] = [someone('C-1'), someone('C-2'), someone('C-3')]
const minute = (n: number) => instantOf(Date.parse('2026-11-25T00:00:00.000Z') + n * 60_000)
const record = entryId(1)

let ids = 5000
const step = (what: TranscriptionStep, by: Person, at: number, over: { readonly of?: readonly EntryId[]; readonly onBehalfOf?: Person; readonly id?: EntryId } = {}): Entry<'record-transcribed'> =>
  anEntry('record-transcribed', { id: over.id ?? entryId((ids += 1)), by, onBehalfOf: over.onBehalfOf ?? null, at: minute(at), body: { of: [...(over.of ?? [record])], step: what, target: '00042', note: what === 'not-needed' ? '紙に残す' : '' } })
const struck = (entry: Entry): Entry<'ward-line-struck'> => anEntry('ward-line-struck', { body: { struck: entry.id, reason: '違う番号' } })
const stateOf = (...entries: readonly Entry[]): RecordState => statesOf(entries).get(record) ?? untouched
const status = (...entries: readonly Entry[]) => stateOf(...entries).status

describe('where a record is', () => {
  test('[REC-2] not begun, being typed, typed, checked; or not needed', () => {
    expect(status()).toBe('untouched')
    expect(status(step('begun', ann, 1))).toBe('begun')
    expect(status(step('begun', ann, 1), step('transcribed', ann, 2))).toBe('transcribed')
    expect(status(step('begun', ann, 1), step('transcribed', ann, 2), step('checked', ben, 3))).toBe('checked')
    expect(status(step('begun', ann, 1), step('not-needed', ben, 2))).toBe('not-needed')
    expect(status(step('not-needed', ben, 1), step('begun', ann, 2))).toBe('begun')
  })

  test('[REC-2] what is typed stays typed, whatever somebody who did not know wrote about it', () => {
    const typed = step('transcribed', ann, 2)
    for (const other of [step('begun', ben, 3), step('not-needed', ben, 3), step('begun', ben, 1)]) expect(status(typed, other)).toBe('transcribed')
  })

  test('[REC-3] a check by the typist, for the typist, before the typing or by one of two typists is none', () => {
    const typed = step('transcribed', ann, 2)
    expect(status(typed, step('checked', ann, 3))).toBe('transcribed')
    expect(status(typed, step('checked', ben, 3, { onBehalfOf: ann }))).toBe('transcribed')
    expect(status(step('transcribed', cat, 2, { onBehalfOf: ben }), step('checked', ben, 3))).toBe('transcribed')
    expect(status(typed, step('checked', ben, 1))).toBe('transcribed')
    expect(status(typed, step('checked', ben, 3), step('transcribed', ben, 4))).toBe('transcribed') // known after a merge
    expect(status(typed, step('checked', ben, 3), step('transcribed', ben, 4), step('checked', cat, 5))).toBe('checked')
  })

  test('[REC-6] a step under a line is none, and the record is where it was before', () => {
    const [begun, typed, checked] = [step('begun', ann, 1), step('transcribed', ann, 2), step('checked', ben, 3)]
    expect(status(begun, typed, checked, struck(checked))).toBe('transcribed')
    expect(status(begun, typed, checked, struck(typed))).toBe('begun')
    expect(status(struck(typed), typed, begun)).toBe('begun')
    // A line in a patient's chart is not one through a step of the ward.
    expect(status(typed, anEntry('entry-struck', { body: { struck: typed.id, reason: '違う' } }))).toBe('transcribed')
    expect(takeBack(entryId(2), typed.id, ' ')).toEqual({ ok: false, error: { code: 'reason-empty' } })
    expect(takeBack(entryId(2), typed.id, '別の患者に打った')).toMatchObject({ ok: true, value: { kind: 'ward-line-struck', body: { struck: typed.id } } })
  })
})

describe('any interleaving', () => {
  const records = Array.from({ length: 6 }, (_, at) => entryId(100 + at))
  const people = [ann, ben, cat]

  /** Two or three transcribers on stations of their own: each decides by what their own journal shows, which may be old. */
  function played(seed: number): readonly (readonly Entry[])[] {
    const next = seeded(seed)
    const pick = <Thing>(things: readonly Thing[]): Thing => things[next() % things.length] as Thing // never empty here
    const journals: Entry[][] = [[], [], []]
    for (let turn = 0; turn < 60; turn += 1) {
      const here = next() % 3
      const journal = journals[here] as Entry[] // one of three
      if (next() % 7 === 0) {
        const from = journals[next() % 3] as Entry[] // a file comes in, whole or cut off
        for (const entry of from.slice(0, next() % 3 === 0 ? next() % (from.length + 1) : from.length)) if (!journal.some(({ id }) => id === entry.id)) journal.push(entry)
        continue
      }
      const by = people[here] as Person // as many as journals
      const id = pick(records)
      const state = statesOf(journal).get(id) ?? untouched
      const asked: StepAsked = { step: pick(['begun', 'transcribed', 'transcribed', 'checked', 'checked', 'not-needed']), target: '00042', note: '理由', by: { by: pick(people), onBehalfOf: next() % 9 === 0 ? by : null } }
      if (next() % 11 === 0 && state.typed[0] !== undefined) {
        journal.push(anEntry('ward-line-struck', { id: entryId((ids += 1)), at: minute(turn), body: { struck: state.typed[0].entry, reason: '打ち間違い' } }))
        continue
      }
      const made = takeStep(entryId((ids += 1)), { id, patient: patientId(1), state }, asked)
      if (made.ok) journal.push(anEntry('record-transcribed', { ...made.value, at: minute(turn + (next() % 3)), by: asked.by.by, onBehalfOf: asked.by.onBehalfOf }))
    }
    return journals
  }

  const shuffled = (entries: readonly Entry[], seed: number): readonly Entry[] => {
    const next = seeded(seed)
    return entries.map((entry) => ({ entry, place: next() })).toSorted((a, b) => a.place - b.place).map(({ entry }) => entry)
  }

  test('[REC-2] of two transcribers, kills and merges ends with every record in exactly one status and no check by its own typist', () => {
    const reached = new Set<string>()
    for (let seed = 1; seed <= 120; seed += 1) {
      const journals = played(seed)
      for (const journal of journals) {
        const cut = journal.slice(0, seed % (journal.length + 1)) // killed here
        for (const entries of [journal, cut]) look(entries)
      }
      const all = journals.flat()
      const merged = look(all)
      // In whatever order the files came, and however often the same entry came with them.
      for (const other of [shuffled(all, seed), [...all, ...shuffled(all, seed + 1)]]) expect(statesOf(other)).toEqual(merged)
    }
    expect([...reached].toSorted()).toEqual([...recordStatuses].toSorted())

    function look(entries: readonly Entry[]): ReadonlyMap<EntryId, RecordState> {
      const states = statesOf(entries)
      for (const id of records) {
        const state = states.get(id) ?? untouched
        reached.add(state.status)
        expect(recordStatuses.filter((one) => one === state.status)).toHaveLength(1)
        expect(state.status === 'checked').toBe(state.checked !== null)
        expect(state.typed.length > 0).toBe(state.status === 'transcribed' || state.status === 'checked')
        const typists = new Set(state.typed.flatMap(handsOf))
        if (state.checked !== null) expect(handsOf(state.checked).filter((hand) => typists.has(hand))).toEqual([])
      }
      return states
    }
  })
})

describe('the next step', () => {
  const row = (state: RecordState, patient: RecordRow['patient'] = patientId(1)) => ({ id: record, patient, state })
  const ask = (what: TranscriptionStep, by: Person, state: RecordState, over: Partial<StepAsked> = {}, patient: RecordRow['patient'] = patientId(1)) => {
    const made = takeStep(entryId(9), row(state, patient), { step: what, target: '00042', note: '', by: { by, onBehalfOf: null }, ...over })
    return made.ok ? made.value.body : made.error.code
  }
  const typed = stateOf(step('transcribed', ann, 1))

  test('[REC-4] whoever typed it, or for whom it was typed, may not check it', () => {
    expect(ask('checked', ann, typed)).toBe('own-typing')
    expect(ask('checked', ben, typed, { by: { by: ben, onBehalfOf: ann } })).toBe('own-typing')
    expect(ask('checked', ben, typed)).toEqual({ of: [record], step: 'checked', target: '00042', note: '' })
    expect(ask('checked', ben, untouched)).toBe('not-transcribed')
    expect(ask('checked', cat, stateOf(step('transcribed', ann, 1), step('checked', ben, 2)))).toBe('already-checked')
  })

  test('[REC-5] without a number it is not typed, without a reason not set aside, and typed it is typed once', () => {
    expect(ask('transcribed', ann, untouched, { target: null })).toBe('target-missing')
    expect(ask('transcribed', ann, untouched, { target: null }, null)).toMatchObject({ target: null }) // a sheet of the ward
    expect(ask('not-needed', ann, untouched)).toBe('reason-empty')
    expect(ask('not-needed', ann, untouched, { note: 'a'.repeat(301) })).toBe('text-too-long')
    for (const what of ['begun', 'transcribed', 'not-needed'] as const) expect(ask(what, ben, typed, { note: '理由' })).toBe('already-transcribed')
    expect(RecordTranscribed.safeParse({ of: [record], step: 'not-needed', target: null, note: ' ' }).success).toBe(false)
  })
})

describe('the worklist', () => {
  const two = { patient: patientId(2) }
  const sheet = anEntry('sheet-listed', { body: { title: '経過表', pages: 2, written: '', patient: patientId(2) } })
  const note = anEntry('note', { id: entryId(31), at: anInstant('2026-11-20T07:00:00.000Z') })
  const entries: readonly Entry[] = [
    aPatient({}, { id: entryId(30) }), aPatient({}, { id: entryId(29), ...two }), note, anEntry('allergy-stated', { id: entryId(32), ...two }), anEntry('chart-opened'),
    anEntry('medicine-given', { id: entryId(33) }), anEntry('vital-signs', { id: entryId(34), ...two }), anEntry('entry-struck', { ...two, body: { struck: entryId(34), reason: '別の患者' } }), sheet,
  ]
  const persons = personsOf(wardOf(inJournal(entries)))
  const rows = (more: readonly Entry[] = []): readonly RecordRow[] => inWorkOrder(recordsOf(inJournal([...entries, ...more])), persons)

  test('[REC-1] every kind is a record with a priority, or none; a traced act, a signature and a struck record are none', () => {
    expect(Object.keys(priorityOf).toSorted()).toEqual([...kindNames].toSorted())
    // What is of a patient's care is brought back: of the kinds somebody may strike only those that say who is who are not.
    expect(kindNames.filter((kind) => kinds[kind].strikable && kinds[kind].about === 'patient' && priorityOf[kind] === null)).toEqual(['identity-verified', 'patient-linked', 'match-decided'])
    expect(rows().map(({ id }) => id)).not.toContain(entryId(34))
    expect(rows([note, note]).filter(({ id }) => id === note.id)).toHaveLength(1)
    const brought = anImported(anEntry('allergy-stated', { id: entryId(40) }))
    expect(rows([brought]).find(({ id }) => id === brought.id)).toMatchObject({ priority: 'A', entry: { kind: 'allergy-stated' }, origin: { letters: 'FA' } })
  })

  test('[REC-15] a sheet of paper is a record like the others, of its patient', () => {
    expect(rows().find(({ id }) => id === sheet.id)).toMatchObject({ priority: 'C', patient: patientId(2), state: { status: 'untouched' } })
    expect(rows([step('transcribed', ann, 1, { of: [sheet.id] })]).find(({ id }) => id === sheet.id)?.state.status).toBe('transcribed')
  })

  test('[REC-7] what harms if it is missing first; and the work goes on where it was left', () => {
    expect(rows().map(({ priority }) => priority)).toEqual(['A', 'A', 'B', 'B', 'B', 'C'])
    const [first, second] = rows()
    expect(nextToType(rows(), ann.staffNumber, null)?.id).toBe(first?.id)
    const begun = [step('begun', ann, 1, { of: [second?.id ?? record] })]
    expect(nextToType(rows(begun), ann.staffNumber, null)?.id).toBe(second?.id)
    expect(nextToType(rows(begun), ben.staffNumber, null)?.id).toBe(first?.id)
    expect(nextToType(rows(begun), ben.staffNumber, first?.id ?? null)?.id).toBe(rows()[2]?.id)
    const done = rows().map(({ id }, at) => step('transcribed', ann, at, { of: [id] }))
    expect(nextToType(rows(done), ann.staffNumber, null)).toBeNull()
    expect(nextToCheck(rows(done), ann.staffNumber, null)).toBeNull()
    expect(nextToCheck(rows(done), ben.staffNumber, first?.id ?? null)?.id).toBe(second?.id)
  })

  test('[REC-8] what two stations wrote of one person about the same time stands side by side', () => {
    const near = anImported(anEntry('note', { id: entryId(41), at: anInstant('2026-11-20T07:10:00.000Z') }))
    const far = anImported(anEntry('note', { id: entryId(42), at: anInstant('2026-11-20T09:10:00.000Z') }))
    const own = anEntry('note', { id: entryId(43), at: anInstant('2026-11-20T07:05:00.000Z') })
    const all = rows([near, far, own])
    const row = all.find(({ id }) => id === note.id)
    expect(row === undefined ? [] : besides(row, all, persons).map(({ id }) => id)).toEqual([near.id])
  })
})
