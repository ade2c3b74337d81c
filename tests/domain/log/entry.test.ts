import { describe, expect, it } from 'vitest'
import { EntryId, IncidentId, PatientId, Sha256, StaffNumber, StationId } from '#domain/ids.ts'
import { decide, readEntry, type Draft } from '#domain/log/entry.ts'
import { kinds, kindNames } from '#domain/log/kinds.ts'
import { checkText } from '#domain/text.ts'
import { instantOf, tokyoParts } from '#domain/time.ts'

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const now = instantOf(1_790_000_000_000)
const standing = {
  realm: 'real', incident: IncidentId.parse(id(1)), station: StationId.parse(id(2)), account: 1,
  by: { staffNumber: StaffNumber.parse('N-104'), name: '架空 花子', profession: 'nurse' }, onBehalfOf: null,
} as const
const after = { head: Sha256.parse('0'.repeat(64)), n: 1 }
const note = (text: string): Draft<'note'> => ({ id: EntryId.parse(id(3)), kind: 'note', patient: PatientId.parse(id(4)), at: null, body: { text } })
const made = (draft: Draft) => decide(draft, standing, after, { now: () => now })

describe('an entry', () => {
  it('[ENT-1] that is malformed is refused by the name of the field, never by its value', () => {
    const good = made(note('観察'))
    if (!good.ok) throw new Error('a plain note is an entry')
    const refused = readEntry({ ...good.value, body: { text: 42, secret: '山田太郎' } })
    expect(refused).toEqual({ ok: false, error: { code: 'entry-malformed', where: 'body.text' } })
    expect(readEntry(null).ok).toBe(false)
    expect(readEntry({ ...good.value, kind: 'remark' })).toEqual({ ok: false, error: { code: 'entry-malformed', where: 'kind' } })
  })

  it('[ENT-1] read back from its own JSON is the same entry', () => {
    const good = made(note('神󠄀𠮷 ‏ __proto__ 🙂\n二行目'))
    if (!good.ok) throw new Error('a plain note is an entry')
    expect(readEntry(JSON.parse(JSON.stringify(good.value)))).toEqual(good)
  })

  it('[TRACE-1] of a chart opened says by which way; one of the first version reads as unsaid, and another word is refused', () => {
    const opened = made({ id: EntryId.parse(id(3)), kind: 'chart-opened', patient: PatientId.parse(id(4)), at: null, body: { via: 'search' } })
    if (!opened.ok) throw new Error('a look is an entry')
    expect(opened.value.body).toEqual({ via: 'search' })
    expect(readEntry({ ...opened.value, body: {} })).toMatchObject({ ok: true, value: { body: { via: 'unsaid' } } })
    expect(readEntry({ ...opened.value, body: { via: 'door' } })).toEqual({ ok: false, error: { code: 'entry-malformed', where: 'body.via' } })
  })

  it('[ENT-2] cannot have happened after it was written down', () => {
    const later = { ...note('観察'), at: instantOf(1_790_000_000_001) }
    expect(made(later)).toEqual({ ok: false, error: { code: 'entry-in-the-future' } })
    expect(made({ ...note('観察'), at: now }).ok).toBe(true)
  })

  it('[ENT-3] about a patient names the patient', () => {
    expect(made({ ...note('観察'), patient: null })).toEqual({ ok: false, error: { code: 'entry-without-patient' } })
  })

  it('[ENT-4] every kind has its words, its place on paper, its table and its retention', () => {
    expect(kindNames.length).toBeGreaterThan(8)
    for (const kind of kindNames) {
      const row = kinds[kind]
      expect([row.label.ja, row.label.en, row.paper, row.table, row.retention].every((word) => word.length > 0), kind).toBe(true)
    }
    expect(new Set(kindNames.map((kind) => kinds[kind].table)).size).toBe(kindNames.length)
  })
})

describe('typed text', () => {
  it.each(['神', '𠮷野家', '髙﨑', '🙂', '\u200fعربى', '__proto__', '一行\n二行\tタブ', ''])('[ENT-5] %j is kept as it is', (text) => {
    expect(checkText(text, 100)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['x'.repeat(101), 'text-too-long'],
    ['\u0000', 'text-has-control-characters'],
    ['a\u001bb', 'text-has-control-characters'],
    ['\ud83d', 'text-is-broken'],
    ['\udc00x', 'text-is-broken'],
  ])('[ENT-5] %j is refused', (text, code) => {
    expect(checkText(text, 100)).toMatchObject({ ok: false, error: { code } })
  })

  it('[ENT-5] ten megabytes are refused as a note', () => {
    expect(made(note('あ'.repeat(10_000_000))).ok).toBe(false)
  })
})

describe('time', () => {
  it('[ENT-2] is shown in Japan, whatever the PC is set to', () => {
    expect(tokyoParts(instantOf(Date.UTC(2026, 10, 22, 15, 30)))).toEqual({ date: '2026-11-23', hhmm: '00:30', hhmmss: '00:30:00' })
    expect(tokyoParts(instantOf(0))).toEqual({ date: '1970-01-01', hhmm: '09:00', hhmmss: '09:00:00' })
  })
})
