import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { flowsOf, partsOf } from '#renderer/print/count.ts'
import { heightOfPage, heightOf, pagesOf, widthOfPage, written, type Flow, type Piece, type Table } from '#renderer/print/flow.ts'
import { widthMm, wrap } from '#renderer/print/measure.ts'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import type { Sheet } from '#renderer/print/sheet.ts'
import { conformanceSheet, handOver, sheets } from './sample-sheets.ts'

/** Without the longest charts and the blanks by number, a hundred pages that differ in nothing but their words: paper itself shows that they fit. */
const everySheet: Readonly<Record<string, Sheet>> = { ...Object.fromEntries(Object.entries(sheets).filter(([name, sheet]) => !('papers' in sheet && /-(long|number|drill)$/.test(name)))), conformance: conformanceSheet }
const table: Table = { name: 'T', hasHead: true, rowMm: 8, columns: [{ head: 'a', width: 30 }, { head: 'b', width: 70 }] }
const aFlow = (pieces: readonly Piece[]): Flow => ({ title: '', english: '', box: [], pieces })
const words = fc.string({ unit: fc.constantFrom(...'あ病棟髙﨑𠮷 WmiAz09.\n\t'), maxLength: 400 })
const aPiece: fc.Arbitrary<Piece> = fc.oneof(
  fc.constant<Piece>({ piece: 'heading', text: '見出し', note: '' }),
  words.map((text): Piece => ({ piece: 'row', table, cells: ['x', text.slice(0, 200)] })),
  fc.integer({ min: 1, max: 4 }).map((rows): Piece => ({ piece: 'pen', rows })),
  fc.constant<Piece>({ piece: 'line', text: '行', look: 'plain' }),
)

test('[SHEET-11] No words are lost between pages; nothing stands on two pages, no heading stands last on one, and a table repeats its head.', () => {
  fc.assert(fc.property(fc.array(aPiece, { maxLength: 120 }), (pieces) => {
    const pages = pagesOf(aFlow(pieces))
    expect(pages.flat()).toEqual(pieces)
    for (const [at, page] of pages.entries()) {
      if (at < pages.length - 1 && page.length > 1) expect(page.at(-1)?.piece).not.toBe('heading')
      if (page.length > 1) expect(page.reduce((sum, piece) => sum + heightOf(piece), 0)).toBeLessThanOrEqual(heightOfPage)
    }
  }))
})

test('[SHEET-11] a line is as typed, and no wider than the paper', () => {
  fc.assert(fc.property(words, (text) => {
    const lines = wrap(text, 80, 9)
    expect(lines.join('')).toBe(text.replaceAll('\n', '').replaceAll('\t', '　'))
    for (const line of lines) expect(widthMm(line, 9)).toBeLessThanOrEqual(80)
  }))
})

test('[SHEET-11] every table of every sheet fills the width, and its columns are named once', () => {
  for (const sheet of flowing()) {
    for (const { flow } of flowsOf(sheet)) {
      for (const piece of flow.pieces) {
        if (piece.piece !== 'row') continue
        expect(piece.table.columns.reduce((sum, { width }) => sum + width, 0), piece.table.name).toBe(100)
        expect(new Set(piece.table.columns.map(({ head }) => head)).size, piece.table.name).toBe(piece.table.columns.length)
        expect(heightOf(piece)).toBeLessThan(heightOfPage)
      }
    }
  }
  expect(written('', 3)).toEqual([{ piece: 'pen', rows: 3 }])
  expect(widthOfPage).toBe(182)
})

test('[SHEET-9] Every page says when and by whom it was printed, station, opened envelopes of how many, chain head, number of the sheet, form and version, page and pages; a blank leaves page and pages to the pen.', () => {
  for (const [name, sheet] of Object.entries(everySheet)) {
    const count = partsOf(sheet).reduce((sum, part) => sum + part.sheets, 0)
    const pages = drawnPages(sheet)
    expect(pages, name).toHaveLength(count)
    pages.forEach((page, at) => {
      const { by, letters, opened, of, serial, head } = sheet.printed
      expect(page, name).toMatch(/印刷 2026-\d\d-\d\d\([日月火水木金土]\) \d\d:\d\d:\d\d/)
      expect(page, name).toContain(by === null ? '印刷者 —' : '山田 花子(看護師 N1108)')
      expect(page, name).toContain(`端末 ${letters}`)
      expect(page, name).toContain(`封筒開封 ${opened}/${of}`)
      if (head !== null) expect(page, name).toContain(`${head.split(' ')[1]}(#${head.split(' ')[0]})`)
      if (serial !== null) expect(page, name).toContain(`用紙 ${serial.slice(0, -6)}${String(Number(serial.slice(-6)) + at).padStart(6, '0')}`)
      expect(page, name).toMatch(/様式 F\d\d(-[A-Z])? v\d/)
      expect(page, name).toMatch('papers' in sheet && sheet.papers.every(({ isBlank }) => isBlank) ? /第　　枚/ : /\d+\/\d+頁/)
    })
  }
})

test('[SHEET-10] Every page of a drill or the demonstration says so in its mark and beside what is written.', () => {
  for (const [realm, word, sample] of [['drill', '訓練', 'TRAINING'], ['demo', '見本', 'SAMPLE']] as const) {
    for (const [name, sheet] of Object.entries(everySheet)) {
      const of: Sheet = { ...sheet, printed: { ...sheet.printed, realm } }
      for (const page of drawnPages(of)) {
        expect(page, name).toContain(word)
        expect(page, name).not.toContain('使用中')
        if (sheet.kind !== 'poster') expect(page, name).toContain(` ${sample}`)
      }
      // The words in the binding margin are drawn by this class (sheet.module.css).
      expect(renderToStaticMarkup(<SheetPages sheet={of} />).match(/<section/g)?.length).toBe([...renderToStaticMarkup(<SheetPages sheet={of} />).matchAll(new RegExp(`<section[^>]*_${realm}_`, 'g'))].length)
    }
  }
})

test('[SHEET-12] What nobody wrote down stands on a hand-over sheet as not written down or not taken, never as nothing or none.', () => {
  const [patient] = handOver.patients
  if (patient === undefined) throw new Error('The sample has a patient')
  const page = drawnPages({ ...handOver, patients: [{ ...patient, pumps: [], lastDose: '', nextDue: '', vitals: [{ sign: '体温', value: '', at: null }] }] }).join('')
  expect(page.match(/記載なし\(要確認\)/g)).toHaveLength(3)
  expect(page).toContain('体温未測定')
})

test('what a person wrote cannot become markup', () => {
  const html = renderToStaticMarkup(<SheetPages sheet={{ ...handOver, hospital: '<b onclick="x">' }} />)
  expect(html).not.toContain('<b onclick')
})

function flowing(): readonly Parameters<typeof flowsOf>[0][] {
  return Object.values(everySheet).flatMap((sheet) => (isFlowing(sheet) ? [sheet] : []))
}

function isFlowing(sheet: Sheet): sheet is Parameters<typeof flowsOf>[0] {
  return ['hand-over', 'incident-report', 'inventory', 'audit-head', 'drill-log', 'conformance', 'sign-off', 'number-list', 'worklist', 'erasure', 'statistics'].includes(sheet.kind)
}

/** What a reader sees of each page. */
function drawnPages(sheet: Sheet): readonly string[] {
  return renderToStaticMarkup(<SheetPages sheet={sheet} />).split('<section').slice(1).map((page) => `<section${page}`.replaceAll(/<[^>]*>/g, '').replaceAll('&quot;', '"'))
}
