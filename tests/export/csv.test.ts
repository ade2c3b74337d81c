import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCsvRows, csvRow, guarded, readCsv, unguarded } from '#domain/export/csv.ts'
import type { Entry } from '#domain/log/entry.ts'
import { kinds, kindNames } from '#domain/log/kinds.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { aDoctor, anEntry, anInstant, aPatient, entryId, noVitalSigns } from '#tests/builders.ts'
import { aWard, anInput, filesOf, hostile } from './fixture.ts'

const key = createStationKey().minisignKey
async function table(name: string, entries = aWard(), realm: 'real' | 'drill' | 'demo' = 'real'): Promise<string> {
  return (await filesOf(anInput(entries, { realm }), key)).get(name) ?? ''
}

function rows(text: string): readonly (readonly string[])[] {
  const read = readCsv(text)
  return read.ok ? read.value : []
}

const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', ' ', "'", '"', ',', '\n', '\r', 'あ', '\u3000', '＝') }))

describe('a cell', () => {
  it('[EXP-6] is never a formula, and gives back what was typed', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const cell = guarded(typed)
        expect(cell).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/)
        expect(unguarded(cell)).toBe(typed)
      }),
    )
  })

  it('[EXP-6] is left alone when nothing in it could run', () => {
    for (const plain of ['', '36.5 ℃', 'D-AF-00123-4', '1-2', 'a=b', '。=']) expect(guarded(plain)).toBe(plain)
  })

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', ' =1', '\u3000＝1', '－1', '＠x', '＋1', '\ufeff=1', '\u202e=1', '−1'])('[EXP-6] that would run is guarded: %j', (text) => {
    expect(guarded(text)).toBe(`'${text}`)
  })

  it('[EXP-2] [EXP-6] survives being written and read, rows and all', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (typed) => {
        const text = `\ufeff${typed.map(csvRow).join('')}`
        expect(rows(text).map((row) => row.map(unguarded))).toEqual(typed)
        expect(countCsvRows(text)).toBe(typed.length)
      }),
    )
  })

  it('[EXP-6] is not read out of a file that this program did not write', () => {
    for (const other of ['a,b\r\n', '\ufeff"a\r\n', '\ufeffa\n', '\ufeffa,']) expect(readCsv(other).ok).toBe(false)
    expect(countCsvRows('\ufeff"a\r\n')).toBe(null)
  })
})

describe('the tables of an export', () => {
  it('[EXP-6] open in a spreadsheet: byte order mark, CRLF, one line an entry, as many cells as headings', async () => {
    for (const kind of kindNames) {
      const text = await table(`csv/${kinds[kind].table}.csv`)
      expect(text.startsWith('\ufeff')).toBe(true)
      expect(text.endsWith('\r\n')).toBe(true)
      const [head = [], ...lines] = rows(text)
      expect(lines).toHaveLength(aWard().filter((entry) => entry.kind === kind).length)
      for (const line of lines) expect(line).toHaveLength(head.length)
    }
  })

  it.each(hostile)('[EXP-2] [EXP-6] hold what was typed: %j', async (typed) => {
    const text = await table('csv/notes.csv', [anEntry('note', { body: { text: `${typed}` } })])
    expect(unguarded(rows(text)[1]?.at(-1) ?? '')).toBe(typed)
    expect(JSON.parse(await table('tables/notes.ndjson', [anEntry('note', { body: { text: typed } })]))).toMatchObject({ body: { text: typed } })
  })

  it('[EXP-6] write numbers as numbers, and what was not taken as nothing', async () => {
    const text = await table('csv/vital-signs.csv', [anEntry('vital-signs', { body: noVitalSigns({ temperatureC: 36.5, oxygenLPerMin: 0 }) })])
    expect(text.endsWith(',36.5,,,,,,0,,""\r\n')).toBe(true)
  })

  it('[EXP-4] say of a struck entry who struck it and why, and keep it', async () => {
    const struck = await table('tables/notes.ndjson')
    expect(JSON.parse(struck)).toMatchObject({ struckReason: '別の患者', struckByName: '試験 看護', body: { text: '右の患者の記録' } })
    expect(rows(await table('csv/notes.csv'))[1]).toEqual(expect.arrayContaining(['取消', '別の患者', '右の患者の記録']))
  })

  it('[EXP-6] explain every column in both languages', async () => {
    const explained = rows(await table('csv/columns.csv'))
    const notes = explained.filter(([, file]) => file === 'notes.csv')
    expect(notes.map((row) => row[3])).toEqual(rows(await table('csv/notes.csv'))[0])
    expect(notes.at(-1)).toEqual(['本番', 'notes.csv', String(notes.length), '記録', 'note', 'text'])
  })

  it('[PROXY-4] say of a proxy entry whether it was approved, when and by whom', async () => {
    const typed = (id: number): Entry => anEntry('note', { id: entryId(id), onBehalfOf: aDoctor() })
    const approval = anEntry('proxy-approved', { by: aDoctor(), body: { approved: entryId(7) }, at: anInstant('2026-11-20T08:00:00.000Z') })
    const [head = [], ...notes] = rows(await table('csv/notes.csv', [aPatient(), typed(7), typed(8), anEntry('note'), approval]))
    const cells = (name: string): readonly (string | undefined)[] => notes.map((line) => line[head.indexOf(name)])
    expect(cells('代行の承認')).toEqual(['承認済', '未承認', ''])
    expect(cells('承認の日時（日本時間）')).toEqual(['2026-11-20 17:00', '', ''])
    expect(cells('承認した人')).toEqual(['試験 医師', '', ''])
  })

  it('[EXP-3] say drill or demo in every line, heading included', async () => {
    for (const [realm, mark] of [['drill', '訓練 DRILL'], ['demo', '見本 DEMO']] as const) {
      const [head, ...lines] = rows(await table('csv/vital-signs.csv', aWard(realm), realm))
      expect(head?.[0]).toContain(mark)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line[0]).toBe(mark)
    }
  })
})
