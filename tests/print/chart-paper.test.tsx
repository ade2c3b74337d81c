import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Entry } from '#domain/log/entry.ts'
import { CalendarDate } from '#domain/time.ts'
import { barsPath } from '#renderer/print/bars.tsx'
import { codeOf } from '#renderer/print/chart/chart-pages.tsx'
import { cut, goesOnWords, roomOf, table, type Placed } from '#renderer/print/chart/cut.ts'
import { listed } from '#renderer/print/chart/head-box.tsx'
import { headOf } from '#renderer/print/chart/head.ts'
import { linedRow, linesOf, para, type Grid, type Line } from '#renderer/print/chart/ink.ts'
import { partsOf } from '#renderer/print/count.ts'
import { qrPath } from '#renderer/print/qr-path.ts'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import type { Sheet } from '#renderer/print/sheet.ts'
import { patientId } from '#tests/builders.ts'
import { at, proxyNote, registered, sato, struckNote, told, week, yamada } from './chart-entries.ts'
import { blank, chartSheets, filled, kindsOfChart, numbered, ofEntries } from './chart-sheets.ts'
import { printed } from './sample-printed.ts'
import { readQr } from './read-qr.ts'

const today = CalendarDate.parse('2026-11-22')
const head = (entries: readonly Entry[]): NonNullable<NonNullable<ReturnType<typeof headOf>>['known']> => {
  const known = headOf(ofEntries(entries).person, '5階東病棟', today)?.known
  if (known === null || known === undefined) throw new Error('The patient is registered')
  return known
}
/** What a reader sees of each page. */
const pages = (sheet: Sheet): readonly string[] => renderToStaticMarkup(<SheetPages sheet={sheet} />).split('<section').slice(1).map((page) => `<section${page}`.replaceAll(/<[^>]*>/g, ''))
const words = (sheet: Sheet): string => pages(sheet).join('')

test('[CHARTP-1] The box says number, name under kana, birth with era and year, age, sex, bed, since when, hospital ID, allergies, blood type and infection; of what nobody said it says so.', () => {
  expect(head(week)).toMatchObject({
    name: '髙﨑 德子', kana: 'タカサキ ノリコ', birth: '昭和26年(1951)3月14日', age: '75歳', sex: '女', ward: '5階東病棟', bed: '412-2', since: '入院 2026-11-16',
    hospitalId: { text: '0004821375', tag: '未照合' }, blood: { text: 'A型 Rh(+)', tag: '申告' }, infection: 'なし',
  })
  const bare = head([{ ...registered, body: { ...registered.body, birth: { kind: 'estimated-age', years: 60 }, bed: null } }])
  expect(bare).toMatchObject({ birth: '生年月日不明', age: '推定60歳', bed: '床 未定', since: '登録 2026-11-16', hospitalId: { text: '不明', tag: '未照合' }, allergies: { state: 'unconfirmed' }, blood: { text: '不明', tag: null }, infection: '未確認' })
  for (const said of ['髙﨑 德子', 'タカサキ ノリコ', '昭和26年(1951)3月14日', '75歳', '5階東病棟 412-2', '入院 2026-11-16', '0004821375 未照合', 'A型 Rh(+)申告', '有ペニシリン系(発疹)・そば']) for (const page of pages(filled('nursing-note'))) expect(page).toContain(said)
})

test('[CHARTP-1] somebody registered without a name keeps the alias and the other number beside the name', () => {
  const unnamed: Entry = { ...registered, body: { ...registered.body, naming: { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } } }
  expect(head([unnamed, ...week.slice(5, 6)])).toMatchObject({ name: '髙﨑 德子', kana: 'タカサキ ノリコ', alias: '仮: ◇ ラジオ テガミ' })
  expect(pages(filled('nursing-note', [unnamed, ...week.slice(5, 6)]))[0]).toContain('タカサキ ノリコ 仮: ◇ ラジオ テガミ')
  expect(pages(chartSheets['nursing-note-long'] ?? filled('orders'))[0]).toContain('仮: ◇ ラジオ テガミ')
  const linked = told('patient-linked', '11-16 12:00', { to: { kind: 'hospital', hospitalId: '0004821375', from: null }, reason: '診察券' })
  expect(head([registered, linked]).hospitalId).toEqual({ text: '0004821375', tag: '照合済' })
})

test('[CHARTP-2] The blood type on paper is the one on the screen: 申告 until it is certain, and where anything that was said differs 不一致 without a type.', () => {
  const said = (sample: string, abo: 'A' | 'B' = 'A', source: 'sample' | 'word' = 'sample', n = 0): Entry => told('blood-type-stated', `11-17 10:0${n}`, { type: { abo, rh: 'positive' }, source, sample })
  const blood = (...of: readonly Entry[]) => head([registered, ...of]).blood
  const tag = (...of: readonly Entry[]): string | null => blood(...of).tag
  expect(tag(said('', 'A', 'word'), said('', 'A', 'word'))).toBe('申告')
  expect(tag(said('S-1'))).toBe('申告')
  expect(tag(said('S-1'), said('s-1 '))).toBe('申告')
  expect(tag(said('S-1'), said('S-2'))).toBeNull()
  expect(blood(said('S-1'), said('S-2'), said('', 'B', 'word'))).toEqual({ text: '不明', tag: '不一致' })
  expect(blood(said('S-1'), said('S-2', 'B'))).toEqual({ text: '不明', tag: '不一致' })
  const wrong = said('', 'B', 'word')
  expect(blood(said('S-1'), said('S-2'), wrong, told('entry-struck', '11-17 11:00', { struck: wrong.id, reason: '聞き違い' }))).toEqual({ text: 'A型 Rh(+)', tag: null })
  const sheet = (...of: readonly Entry[]): string => words(filled('nursing-note', [registered, ...of]))
  expect(sheet(said('S-1'), said('S-2'), wrong)).toContain('不明不一致')
  expect(sheet(said('S-1'), said('S-2'), wrong)).not.toContain('A型')
})

test('[CHARTP-3] Every allergy that was named stands in the box as 有, also after a later "none"; what has no room is counted and never cut.', () => {
  const none = told('allergy-stated', '11-17 09:00', { state: 'none', source: '家族' })
  expect(pages(filled('nursing-note', [...week, none]))[0]).toContain('有ペニシリン系(発疹)・そば')
  const many = Array.from({ length: 20 }, (_, n) => `造影剤${n}号(全身の発疹)`)
  const shown = listed(many, 31, 7.9)
  const count = many.filter((one) => shown.split('・').includes(one)).length
  expect(shown).toContain(`ほか${20 - count}件`)
})

test('[CHARTP-4] The QR of a page reads as number, form and sheet, and its line code as the number alone.', () => {
  const html = renderToStaticMarkup(<SheetPages sheet={filled('nursing-note')} />)
  const code = codeOf('D-AF-00123-4', 'nursing-note', printed, 1)
  expect(code).toBe('DAF001234-F08-000003')
  expect(readQr(qrPath(code))).toMatchObject({ version: 1, level: 'M', text: code })
  expect(html).toContain(qrPath(code).path)
  expect(html).toContain(barsPath('DAF001234').path)
})

const grid: Grid = { name: 'T', hasHead: true, rowMm: 8, isRuled: true, columns: [{ head: '日', width: 10, isRepeated: true }, { head: '記録', width: 70 }, { head: '者', width: 20, isRepeated: true }] }
const entries = fc.array(fc.array(fc.string({ unit: fc.constantFrom(...'あ病髙𠮷 WmiA09.'), minLength: 1, maxLength: 6_000 }), { minLength: 1, maxLength: 4 }), { maxLength: 12 })
const linesIn = (placed: readonly Placed[]): readonly Line[] => placed.flatMap((each) => (each.placed === 'rows' ? each.rows.flatMap(({ cells }) => cells[1] ?? []) : []))

test('[CHARTP-5] A record stands whole unless it is longer than a page; then both parts say so, moment and author stand on both, and no line is lost or doubled.', () => {
  fc.assert(fc.property(entries, (texts) => {
    const cut1 = cut([table(grid, texts.map((rows, n) => rows.map((text, row) => [row === 0 ? [para(`${n}日`)] : [], [para(text)], row === 0 ? [para('佐藤')] : []])))], 'upright')
    const { wide, high } = roomOf.upright
    const told1 = cut1.flatMap(linesIn).map(({ text }) => text).filter((text) => text !== goesOnWords.next && text !== goesOnWords.from)
    expect(told1).toEqual(texts.flatMap((rows) => rows.flatMap((text) => linesOf(para(text), wide * 0.7 - 2, 8).map((line) => line.text))))
    for (const [n, page] of cut1.entries()) {
      const shown = page.flatMap((each) => (each.placed === 'rows' ? each.rows : []))
      expect(shown.reduce((sum, { mm }) => sum + mm, 0)).toBeLessThanOrEqual(high)
      const goesOn = linesIn(page).at(-1)?.text === goesOnWords.next
      const from = linesIn(cut1[n + 1] ?? [])[0]?.text === goesOnWords.from
      expect(goesOn).toBe(from)
      if (from) {
        const [first] = (cut1[n + 1] ?? []).flatMap((each) => (each.placed === 'rows' ? each.rows : []))
        expect(first?.cells[2]?.map(({ text }) => text)).toEqual(['佐藤'])
      }
    }
    // Cut is only what is longer than a page.
    const longest = Math.max(0, ...texts.map((rows) => rows.reduce((sum, text) => sum + linedRow(grid, [[], [para(text)], []], wide, false).mm, 0)))
    if (longest < high - 10) expect(cut1.flatMap(linesIn).some(({ text }) => text === goesOnWords.next)).toBe(false)
  }), { numRuns: 60 })
})

test('[CHARTP-6] A struck record stands under two lines with who, when and why and its words again in plain type; what says it right stands with it as 【訂正】 and nowhere else.', () => {
  const html = renderToStaticMarkup(<SheetPages sheet={filled('nursing-note')} />)
  expect(html).toMatch(/<s [^>]*><span[^>]*><span><bdi[^>]*>体温38\.4℃ 脈拍98 悪寒あり。解熱薬を準備した。/)
  const text = words(filled('nursing-note'))
  expect(text).toContain('【訂正 第2版】体温37.4℃ 脈拍82 悪寒なし。')
  expect(text).toContain('訂正 11/20 15:02 佐藤 美咲(N1042) 理由:412-1の測定値を転記した誤り。')
  expect(text).toContain('旧(第1版):体温38.4℃ 脈拍98 悪寒あり。解熱薬を準備した。')
  expect(text.split('体温37.4℃')).toHaveLength(2)
  const alone = words(filled('nursing-note', [registered, struckNote, told('entry-struck', '11-20 15:00', { struck: struckNote.id, reason: '別の患者' }, { by: yamada })]))
  expect(alone).toContain('【取消】')
  expect(alone).toContain('取消 11/20 15:00 山田 花子(N1108) 理由:別の患者旧(第1版):体温38.4℃')
})

test('[CHARTP-6] a record corrected twice shows all three versions', () => {
  const [one, two, three] = ['一', '二', '三'].map((text, n) => told('note', `11-20 0${n}:00`, { text: `記録${text}` }))
  if (one === undefined || two === undefined || three === undefined) throw new Error('three notes')
  const text = words(filled('nursing-note', [registered, one, two, three, told('entry-struck', '11-20 05:00', { struck: one.id, reason: '誤記', replacement: two.id }), told('entry-struck', '11-20 06:00', { struck: two.id, reason: '再び誤記', replacement: three.id })]))
  for (const said of ['記録一【訂正 第2版】記録二', '旧(第1版):記録一', '【訂正 第3版】記録三', '旧(第2版):記録二', '理由:再び誤記']) expect(text).toContain(said)
})

test('[CHARTP-7] A note written late, for somebody else or on another station says so beside its words.', () => {
  const text = words(filled('nursing-note'))
  expect(text).toContain('X線へ独歩。【遅延記載】記載 11/20 13:05')
  expect(text).toContain('【代行入力】入力 佐藤 美咲(N1042)/本人 田中 誠(D0231)/承認 11/21 11:15 田中')
  expect(words(filled('nursing-note', [registered, proxyNote]))).toContain('/未承認')
})

test('[CHARTP-8] An order sheet holds the newest running order of every standing category at its head, and every order ever given in a line of its own with who received, did, stopped and struck it.', () => {
  const text = words(filled('orders'))
  const head = text.slice(0, text.indexOf('指示種別'))
  for (const said of ['安静度病棟内歩行可', '食種全粥・軟菜 1,400 kcal', '酸素SpO2 94%以上で維持', '不眠時嘔気時', '禁忌薬ペニシリン系(発疹)・そば']) expect(head).toContain(said)
  for (const said of ['レボフロキサシン点滴静注バッグ500mg/100mL', '100 mL/時', '中止11/19 09:30田中', '経口摂取ができる', '口頭指示 受 佐藤', '復唱', '確認15:20', '佐藤11:10', '山田15:40X線済', '条件: SpO2 96%以上4時間', '【緊急】画像・生理: 胸部X線']) expect(text).toContain(said)
  expect(renderToStaticMarkup(<SheetPages sheet={filled('orders')} />)).toMatch(/<s [^>]*><span[^>]*><span><bdi[^>]*>ソルデム3A輸液500mL/)
})

test('[CHARTP-15] A blank has the rules of the filled sheet, a number, its codes and its sheet number, and its pages are counted by the pen; one of a number that nobody wears is of no patient.', () => {
  for (const kind of kindsOfChart) {
    for (const sheet of [blank(kind), numbered(kind)]) {
      for (const page of pages(sheet)) {
        expect(page, kind).toContain('第枚')
        expect(page, kind).toMatch(/用紙 AF-\d{6}/)
      }
    }
    expect(partsOf(blank(kind)).map(({ patients }) => patients), kind).toEqual([[patientId(1)]])
    expect(partsOf(numbered(kind)).flatMap(({ patients }) => patients), kind).toEqual([])
    expect(pages(numbered(kind))[0], kind).toContain('D-AF-00141-5')
    // The head of each table, and the widths of its columns, are those of the filled sheet.
    const heads = (sheet: Sheet): readonly string[] => [...new Set(renderToStaticMarkup(<SheetPages sheet={sheet} />).match(/<colgroup>.*?<\/colgroup>(<thead>.*?<\/thead>)?/g))].map((found) => found.replaceAll(/<th[^>]*>|\d+\/\d+\([月火水木金土日]\)|　\/　\(　\)/g, '<th>'))
    for (const found of heads(numbered(kind))) expect(heads(filled(kind)), kind).toContain(found)
  }
})

test('a print of the chart is told of its patient, in as many sheets as it has pages', () => {
  for (const kind of kindsOfChart) {
    const sheet = filled(kind)
    expect(partsOf(sheet)).toEqual([{ patients: [patientId(1)], sheets: pages(sheet).length }])
    expect(at('11-16 10:40')).toBe('2026-11-16T01:40:00.000Z')
    expect(sato.profession).toBe('nurse')
  }
})
