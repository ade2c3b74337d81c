import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { labelGrids, LabelGrid, labelPlaces, labelsOn, noShift } from '#domain/print/label-grid.ts'
import { readWardNumber } from '#domain/number/ward-number.ts'
import type { Worn } from '#renderer/print/band-sheets.ts'
import { barsPath } from '#renderer/print/bars.tsx'
import { fitName } from '#renderer/print/fit-name.ts'
import { widthMm } from '#renderer/print/measure.ts'
import { qrPath } from '#renderer/print/qr-path.ts'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import type { Sheet } from '#renderer/print/sheet.ts'
import { wornBy } from '#renderer/session/worn.ts'
import { wardOf } from '#domain/view/ward.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { CalendarDate } from '#domain/time.ts'
import type { Entry } from '#domain/log/entry.ts'
import { aNumber, anEntry, aPatient, patientId } from '#tests/builders.ts'
import { inJournal } from '#tests/domain/view/records.ts'
import { readQr } from './read-qr.ts'
import { printed } from './sample-printed.ts'
import { bandSheets, documents, longWorn, specimens, unnamed, worn } from './sample-sheets.ts'

const html = (sheet: Sheet): string => renderToStaticMarkup(<SheetPages sheet={sheet} />)
const plain = (of: string): string => of.replaceAll(/<[^>]*>/g, '')
const placed = { hospital: '潮見総合病院', ward: '5階東病棟', printed } as const
const bandOf = (who: Worn): string => html({ kind: 'wristband', ...placed, paper: 'roll', worn: [who] })
/** Lines of the name block, kana above. */
const nameLines = (of: string): readonly string[] => [...(/class="_name_[^>]*>(.*?)<\/div>/.exec(of)?.[1] ?? '').matchAll(/<bdi[^>]*>(.*?)<\/bdi>/g)].map(([, line = '']) => line.replaceAll('&amp;', '&'))

test('[BAND-1] A band carries name, kana, birth date with era and age, sex, number, ward, station and allergies as a word, and never a blood type.', () => {
  const text = plain(bandOf(worn))
  for (const said of ['髙﨑 德子', 'タカサキ ノリコ', '1951-03-14(昭26) 75歳 女', 'D-AF-00123-4', '5階東病棟', '端末 AF', '412-2', 'アレルギー あり']) expect(text).toContain(said)
  for (const [name, sheet] of Object.entries(bandSheets)) expect(plain(html(sheet)), name).not.toContain('血液型')
})

test('[BAND-1] what a patient wears is what the entries say of the person today', () => {
  const registered = aPatient({ number: aNumber(1), naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] }, sex: 'unknown', birth: { kind: 'estimated-age', years: 60 }, bed: '413-1' })
  const claim = anEntry('identity-claimed', { body: { naming: { kind: 'known', family: '髙﨑', given: '德子', familyKana: 'タカサキ', givenKana: 'ノリコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1951-03-14') }, hospitalId: null, how: 'patient-said', from: null, note: '' } })
  const second = aPatient({ number: aNumber(2) }, { patient: patientId(2) })
  const linked = anEntry('patient-linked', { patient: patientId(2), body: { to: { kind: 'patient', patient: patientId(1) }, reason: '同じ人' } })
  const allergic = anEntry('allergy-stated', { patient: patientId(2), body: { state: 'present', source: '本人', substances: [{ substance: 'ペニシリン', reaction: '' }] } })
  const now = (...entries: readonly Entry[]): Worn => {
    const view = wardOf(inJournal(entries))
    const [row] = registeredPatients(view)
    if (row === undefined) throw new Error('There is a patient')
    return wornBy(row, view, CalendarDate.parse('2026-11-20'))
  }
  expect(now(registered)).toMatchObject({ name: '◇ ラジオ テガミ', kana: '', alias: '', birth: '生年月日不明 推定60歳', sex: '性別不明', bed: '413-1', allergy: '未確認', bandsBefore: 0 })
  expect(now(registered, claim)).toMatchObject({ name: '髙﨑 德子', kana: 'タカサキ ノリコ', alias: '◇ ラジオ テガミ', birth: '1951-03-14(昭26) 75歳', shortBirth: '1951-03-14 75歳', sex: '女' })
  // The union: what is said of the second registration counts for the person.
  expect(now(registered, second, linked, allergic).allergy).toBe('あり')
})

test('[BAND-2] A QR or line code on a band or label reads as the ward number alone, and nothing of the person.', () => {
  for (const who of [worn, unnamed, longWorn]) {
    const raw = who.number.replaceAll('-', '')
    expect(readWardNumber(raw)).toMatchObject({ ok: true, value: { number: who.number } })
    expect(readQr(qrPath(raw))).toMatchObject({ version: 1, text: raw })
    expect(['M', 'Q', 'H']).toContain(readQr(qrPath(raw)).level)
    const codes = new Set([qrPath(raw).path, barsPath(raw).path])
    for (const sheet of [bandOf(who), html({ ...specimens, who }), html({ ...documents, who, grid: labelGrids['65'] }), html({ kind: 'bed-card', ...placed, worn: [who] })]) {
      const drawn = [...sheet.matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) => path)
      expect(drawn.length).toBeGreaterThan(0)
      expect(drawn.filter((path) => !codes.has(path))).toEqual([])
    }
  }
})

test('[BAND-2] a line code keeps ten modules of white on either side', () => {
  const { width, path } = barsPath('DAF001234')
  const bars = [...path.matchAll(/M([\d.]+) 0h([\d.]+)/g)].map(([, x, wide]) => [Number(x), Number(x) + Number(wide)] as const)
  expect(Math.min(...bars.map(([from]) => from))).toBe(10)
  expect(width - Math.max(...bars.map(([, to]) => to))).toBe(10)
})

const part = fc.string({ unit: fc.constantFrom(...'髙﨑𠮷德あア WmAzñ.'), maxLength: 100 }).filter((text) => text.length <= 100)
const aName = fc.tuple(part, part).map((parts) => parts.join(' '))

test('[BAND-3] A name of any allowed length stands whole on a band and a bed card: kana shrinks first, then the name, then lines break, and where both have no room the kana is left out whole; a label without room for the name says so and shows no part of it.', () => {
  fc.assert(fc.property(aName, aName, (name, kana) => {
    const lines = nameLines(bandOf({ ...worn, name, kana })).join('')
    expect([name, kana + name]).toContain(lines)
  }), { numRuns: 60 })
  expect(nameLines(bandOf(longWorn)).join('')).toBe(longWorn.name)
  expect(nameLines(bandOf(worn))).toEqual(['タカサキ ノリコ', '髙﨑 德子'])
  const label = plain(html({ ...documents, grid: labelGrids['65'], copies: 1, who: longWorn }))
  expect(label).toContain('氏名はバンドで確認')
  expect(label).not.toContain('髙﨑')
})

test('[BAND-3] what is fitted is no wider and no higher than its room, and nothing of it is lost', () => {
  fc.assert(fc.property(aName, aName, fc.integer({ min: 22, max: 170 }), fc.integer({ min: 9, max: 62 }), (name, kana, wide, heightMm) => {
    const fitted = fitName(name, kana, { widthMm: wide, heightMm, namePt: 60, kanaPt: 22 })
    if (fitted === null) return
    const both = [fitted.name, ...(fitted.kana === null ? [] : [fitted.kana])]
    expect(both.reduce((sum, { lines, mm }) => sum + lines.length * mm, 0)).toBeLessThanOrEqual(heightMm)
    for (const { lines, pt } of both) for (const line of lines) expect(widthMm(line, pt)).toBeLessThanOrEqual(wide + 0.001)
    expect(fitted.name.lines.join('')).toBe(name)
    expect(fitted.name.pt).toBeGreaterThanOrEqual(7)
    if (fitted.kana !== null) expect(fitted.kana.lines.join('')).toBe(kana)
  }), { numRuns: 200 })
  // The longest name of the widest signs has room on a band and on a card.
  for (const room of [{ widthMm: 94, heightMm: 16.2, namePt: 17, kanaPt: 8 }, { widthMm: 170, heightMm: 62, namePt: 60, kanaPt: 22 }]) expect(fitName('濵'.repeat(201), 'ア'.repeat(201), room)).not.toBeNull()
})

test('[BAND-4] An alias stands on the band with its mark ◇; once a name is claimed the name is large and the alias stays on it in small.', () => {
  expect(plain(bandOf(unnamed))).toContain('◇ ラジオ テガミ')
  expect(nameLines(bandOf({ ...worn, alias: '◇ ツバメ クジャク' }))).toEqual(['タカサキ ノリコ 仮: ◇ ツバメ クジャク', '髙﨑 德子'])
  expect(plain(html({ ...documents, who: { ...worn, alias: '◇ ツバメ クジャク' }, copies: 1 }))).toContain('仮: ◇ ツバメ クジャク')
  // Also beside a name that leaves no room for kana.
  expect(plain(bandOf(longWorn))).toContain('仮: ◇ ツバメ クジャク')
})

test('[BAND-5] The first band of a number has no counter; every later one says 再発行 with how many came before, those by hand and pre-printed ones included.', () => {
  expect(plain(bandOf(worn))).not.toContain('再発行')
  expect(plain(bandOf({ ...worn, bandsBefore: 2 }))).toContain('再発行 2')
  expect(plain(bandOf(longWorn))).toContain('再発行 12')
})

test('[BAND-6] A label sheet is laid out in millimetres of its grid and begins at any place, so that a half-used sheet is used up.', () => {
  for (const grid of Object.values(labelGrids)) {
    expect(LabelGrid.safeParse(grid).success).toBe(true)
    const each = labelsOn(grid)
    fc.assert(fc.property(fc.integer({ min: 1, max: each }), fc.integer({ min: 1, max: 200 }), (start, many) => {
      const places = labelPlaces(grid, many, start)
      expect(places.map(({ page, at }) => page * each + at)).toEqual(Array.from({ length: many }, (_, index) => start - 1 + index))
      for (const { at, leftMm, topMm } of places) {
        expect(leftMm).toBeCloseTo(grid.leftMm + (at % grid.across) * (grid.widthMm + grid.gapXMm), 6)
        expect(topMm).toBeCloseTo(grid.topMm + Math.floor(at / grid.across) * (grid.heightMm + grid.gapYMm), 6)
        expect(leftMm + grid.widthMm).toBeLessThanOrEqual(210.05)
        expect(topMm + grid.heightMm).toBeLessThanOrEqual(287)
      }
    }))
    expect(() => labelPlaces(grid, 1, each + 1)).toThrow()
  }
  expect(labelPlaces(labelGrids['24'], 1, 5, { xMm: 0.5, yMm: -1 })).toEqual([{ page: 0, at: 4, leftMm: 70.5, topMm: 45.8 }])
  const drawn = html({ ...documents, start: 23, copies: 3, shift: noShift })
  expect([...drawn.matchAll(/left:([\d.]+mm);top:([\d.]+mm);inline-size:70mm;block-size:33.9mm/g)].map(([, left, top]) => [left, top])).toEqual([['70.00mm', '250.20mm'], ['140.00mm', '250.20mm'], ['0.00mm', '12.90mm']])
  for (const bad of [{ ...labelGrids['24'], across: 4 }, { ...labelGrids['65'], topMm: 5 }, { ...labelGrids['65'], widthMm: 20 }]) expect(LabelGrid.safeParse(bad).success).toBe(false)
})

test('[BAND-11] A band or label of a drill or the demonstration says so on itself.', () => {
  for (const [realm, word] of [['drill', '訓練'], ['demo', '見本']] as const) {
    const at = { ...placed, printed: { ...printed, realm } }
    const bands = html({ kind: 'wristband', ...at, paper: 'roll', worn: [worn, longWorn] }).split('<section').slice(1).map(plain)
    for (const band of bands) expect(band.split(word).length - 1).toBeGreaterThanOrEqual(2)
    for (const grid of Object.values(labelGrids)) {
      for (const kind of ['specimen-labels', 'document-labels'] as const) {
        const labels = html({ kind, ...at, grid, start: 1, shift: noShift, who: worn, copies: 3 })
        expect(plain(labels).split(word).length - 1).toBe(4) // three labels and the foot
      }
    }
  }
})
