import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byteOrderMark, readCsv, unguarded } from '#domain/export/csv.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { anEntry, aPatient, noVitalSigns } from '#tests/builders.ts'
import { anInput, bytesOf, filesOf, hostile } from './fixture.ts'

const key = createStationKey().minisignKey
const input = anInput([
  aPatient({ features: '髙﨑 𠮷 −3℃ 〜 ①㈱ ☎' }),
  ...[...hostile, '⁼1+1', '﹣2', '１２３', '00123'].map((text) => anEntry('note', { body: { text } })),
  anEntry('vital-signs', { body: noVitalSigns({ temperatureC: 36.5, pulsePerMin: 80, remark: '−1+2' }) }),
])

function rows(text: string): readonly (readonly string[])[] {
  const read = readCsv(text)
  if (!read.ok) throw new Error('The arrangement failed')
  return read.value
}

describe('the tables in CP932', () => {
  it('[CHARSET-5] [CHARSET-4] [EXP-6] decode to the UTF-8 tables with what the report says, and nothing else', async () => {
    const files = await filesOf(input, key)
    const decoder = new TextDecoder('shift_jis', { fatal: true })
    const report = rows(files.get('csv/lossy-characters.csv') ?? '').slice(1).map((row) => row.map(unguarded))
    let [tables, replaced] = [0, 0]
    for (const [name, bytes] of await bytesOf(input, key)) {
      if (!name.startsWith('csv-cp932/')) continue
      tables += 1
      const [head = [], ...lines] = rows(byteOrderMark + decoder.decode(bytes))
      const [sameHead = [], ...whole] = rows(files.get(name.replace('csv-cp932', 'csv')) ?? '')
      expect(head).toEqual(sameHead)
      expect(lines).toHaveLength(whole.length)
      for (const [place, line] of whole.entries()) {
        for (const [column, cell] of line.entries()) {
          const own = report.filter(([, file, , seq, field]) => file === name && seq === line[1] && field === head[column])
          replaced += own.length
          expect(unguarded(lines[place]?.[column] ?? '')).toBe(retold(unguarded(cell), own.map(([, , , , , from = '', , to = '']) => [from, to])))
        }
      }
    }
    expect(tables).toBeGreaterThan(40)
    expect(replaced).toBe(report.filter(([, file = '']) => file.startsWith('csv-cp932/')).length)
    expect(replaced).toBeGreaterThan(10)
  })

  it('[CHARSET-5] [EXP-6] hold no cell that would run, also where a letter turned into one that would', async () => {
    const notes = (await bytesOf(input, key)).get('csv-cp932/notes.csv') ?? new Uint8Array()
    const cells = rows(byteOrderMark + new TextDecoder('shift_jis').decode(notes)).map((line) => line.at(-1) ?? '')
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'-2"]))
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]/)
  })
})

/** The replacements in the order of the text, each at the next place its letter stands. */
function retold(text: string, all: readonly (readonly [from: string, to: string])[]): string {
  let [at, out] = [0, '']
  for (const [from, to] of all) {
    const next = text.indexOf(from, at)
    out += text.slice(at, next) + to
    at = next + from.length
  }
  return out + text.slice(at)
}

const hasOffice = spawnSync('soffice', ['--version']).status === 0
if (!hasOffice) console.warn('tests with LibreOffice are skipped: soffice not installed (Debian: apt-get install libreoffice-calc)')

describe.skipIf(!hasOffice)('LibreOffice', { timeout: 240_000 }, () => {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tomoshibi-office-'))
    for (const [name, bytes] of await bytesOf(input, key)) {
      if (/^csv(-cp932)?\/(notes|vital-signs)\.csv$/.test(name)) writeFileSync(join(folder, name.replace('/', '_')), bytes)
    }
    // 44: comma, 34: quotes, 76 and 64: UTF-8 and CP932, first line 1; text in quotes stays text, formulas are not looked for.
    for (const [of, set] of [['csv_', 76], ['csv-cp932_', 64]] as const) {
      execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, `--infilter=CSV:44,34,${set},1,,0,true,true,false`, '--convert-to', 'fods', '--outdir', folder, join(folder, `${of}notes.csv`), join(folder, `${of}vital-signs.csv`)], { timeout: 200_000 })
    }
  }, 240_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const sheet = (name: string): string => readFileSync(join(folder, `${name}.fods`), 'utf8')

  it.each(['csv_', 'csv-cp932_'])('[EXP-6] [CHARSET-5] opens %s tables with numbers as numbers and runs no formula', (of) => {
    const vitals = sheet(`${of}vital-signs`)
    expect(vitals).toMatch(/office:value-type="float" office:value="36\.5"/)
    expect(vitals).toMatch(/office:value-type="float" office:value="80"/)
    const notes = sheet(`${of}notes`)
    for (const text of [vitals, notes]) expect(text).not.toContain('table:formula')
    expect(notes).toMatch(/office:value-type="string"[^>]*>\s*<text:p>00123</)
    expect(notes).toMatch(/office:value-type="string"[^>]*>\s*<text:p>１２３</)
    expect(notes).toContain('髙橋 﨑山')
    expect(notes).toContain('=cmd|')
  })
})
