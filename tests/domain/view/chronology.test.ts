import { describe, expect, it } from 'vitest'
import { StaffNumber } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { instantOf } from '#domain/time.ts'
import { chronologyOf, type ChronologyRow } from '#domain/view/chronology.ts'
import { anEntry, aPatient, entryId } from '../../builders.ts'

const minute = 60_000
const base = Date.UTC(2026, 10, 18, 5, 50)
const at = (minutes: number) => instantOf(base + minutes * minute)
const holder = StaffNumber.parse('N-200')
const numbered = (entries: readonly Entry[]) => entries.map((entry, index) => ({ seq: (index + 1) * 10, entry }))
const whats = (rows: readonly ChronologyRow[]): readonly string[] => rows.map(({ content }) => content.what)

describe('the chronology', () => {
  const line = anEntry('chronology-line', { id: entryId(70), at: at(2), recordedAt: at(20), account: 1 })
  const patient = aPatient({}, { account: 1 })
  const entries: readonly Entry[] = [
    anEntry('incident-told', { account: 1, at: at(0), recordedAt: at(0) }),
    anEntry('person-identified', { account: 1 }),
    patient,
    anEntry('vital-signs', { account: 1 }),
    line,
    anEntry('patient-moved', { account: 1, patient: patient.patient, body: { bed: '302' } }),
    anEntry('person-identified', { account: 2 }),
    anEntry('export-made', { account: 2 }),
  ]

  it('[TELL-2] begins with the opening, and tells by itself what the station knows: people, registrations, moves, envelopes, exports', () => {
    const rows = chronologyOf(numbered(entries))
    expect(whats(rows)).toEqual(['opened', 'identified', 'registered', 'written', 'moved', 'joined', 'identified', 'exported'])
    expect(rows.map(({ isAuto }) => isAuto)).toEqual([true, true, true, false, true, true, true, true])
    expect(rows.find(({ content }) => content.what === 'moved')?.content).toMatchObject({ number: patient.body.number, bed: '302' })
    expect(rows.find(({ content }) => content.what === 'joined')?.content).toMatchObject({ envelope: 2 })
  })

  it('[TELL-2] tells who was admitted, left or died, by number, and the stand-down; one that was taken back stands under its line', () => {
    const here = { account: 1, patient: patient.patient }
    const stay = anEntry('stay-changed', { ...here, body: { ...anEntry('stay-changed').body, change: 'sent', to: '西4病棟' } })
    const death = anEntry('death-confirmed', { ...here, id: entryId(71) })
    const rows = chronologyOf(numbered([...entries.slice(0, 3), stay, death, anEntry('entry-struck', { ...here, body: { struck: death.id, reason: '別の患者' } }), anEntry('stood-down', { account: 1 })]))
    expect(whats(rows)).toEqual(['opened', 'identified', 'registered', 'stay', 'died', 'stood-down'])
    expect(rows[3]).toMatchObject({ isAuto: true, content: { number: patient.body.number, change: 'sent', to: '西4病棟' }, struck: null })
    expect(rows[4]).toMatchObject({ content: { number: patient.body.number }, struck: { reason: '別の患者' } })
  })

  it('[TELL-2] holds restart codes and a clock that jumped, as the machine told them, in their place', () => {
    const told = [
      { seq: 15, wallMs: base + minute, event: { event: 'restart-code-made', staffNumber: holder } as const },
      { seq: 35, wallMs: base, event: { event: 'clock-jumped', byMs: -3_600_000 } as const },
      { seq: 36, wallMs: base, event: { event: 'locked', why: 'asked' } as const },
    ]
    expect(whats(chronologyOf(numbered(entries.slice(0, 4)), told))).toEqual(['opened', 'restart-code', 'identified', 'registered', 'clock-doubted'])
  })

  it('[TELL-2] is the same in whatever order entries are read', () => {
    expect(chronologyOf(numbered(entries).toReversed())).toEqual(chronologyOf(numbered(entries)))
  })

  it('[TELL-3] a line written later keeps its place in the journal and says so, and a struck one stays readable', () => {
    const strike = anEntry('ward-line-struck', { body: { struck: line.id, reason: '二重に書いた' }, account: 1 })
    const again = anEntry('ward-line-struck', { body: { struck: line.id, reason: '別の理由' }, account: 1 })
    const row = chronologyOf(numbered([...entries, strike, again])).find(({ content }) => content.what === 'written')
    expect(row).toMatchObject({ seq: 50, at: at(2), recordedAt: at(20), late: true, struck: { reason: '二重に書いた' } })
    expect(row?.content).toMatchObject({ line: line.body })
    const opening = anEntry('ward-line-struck', { body: { struck: entries[0]?.id ?? line.id, reason: 'x' }, account: 1 })
    expect(chronologyOf(numbered([...entries, opening]))[0]?.struck).toBeNull()
  })

  it('[CLOCK-3] shows corrected times, each by what was confirmed when it was written', () => {
    const corrected = anEntry('clock-confirmed', { account: 1, body: { offsetMs: 9 * 3_600_000, why: 'utc', second: holder, aloneBecause: '' } })
    const after = anEntry('chronology-line', { account: 1, at: at(30), recordedAt: at(30) })
    const rows = chronologyOf(numbered([...entries.slice(0, 5), corrected, after]))
    expect(rows.filter(({ content }) => content.what === 'written').map((row) => row.at)).toEqual([at(2), at(30 + 9 * 60)])
  })
})
