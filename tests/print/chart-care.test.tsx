import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fluidSums } from '#domain/fluid/fluid-sums.ts'
import { flowsOf } from '#domain/fluid/flows.ts'
import { daySpan } from '#domain/fluid/shifts.ts'
import type { Entry } from '#domain/log/entry.ts'
import { CalendarDate } from '#domain/time.ts'
import { offScale, scales, xOf } from '#renderer/print/chart/flow-graph.tsx'
import { sumOf } from '#renderer/print/chart/flow-values.ts'
import { flowWeek } from '#renderer/print/chart/flow-week.ts'
import { sayByName } from '#renderer/print/chart/form-words.ts'
import { shownWeek, weekOf, weeksOf } from '#renderer/print/chart/weeks.ts'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import type { Sheet } from '#renderer/print/sheet.ts'
import { noVitalSigns } from '#tests/builders.ts'
import { amlodipine, at, bag, given, infusion, order, registered, result, sato, suzuki, tanaka, told, week, withMedicine } from './chart-entries.ts'
import { blank, controlledOf, filled, numbered, ofEntries } from './chart-sheets.ts'

const pages = (sheet: Sheet): readonly string[] => renderToStaticMarkup(<SheetPages sheet={sheet} />).split('<section').slice(1).map((page) => `<section${page}`.replaceAll(/<[^>]*>/g, ''))
const words = (sheet: Sheet): string => pages(sheet).join('')
const flowOf = (entries: readonly Entry[], when = '11-18 12:00'): ReturnType<typeof flowWeek> => flowWeek(weekOf(at(when)), { rows: ofEntries(entries).rows, since: null, registered: null, now: at('11-22 14:05'), say: sayByName, from: null })

test('[CHARTP-9] A square of the medication sheet holds the surname of who gave it, with the time where it was an hour off, × with its reason, a slash where nothing was ordered, and nothing where nobody answered.', () => {
  const text = words(filled('medication'))
  for (const said of ['山田13:20', '×拒', '№3 11/19 12:00 山田: × 下痢があるので飲みたくない', 'ランソプラゾールOD錠15mg', '11/16〜継続']) expect(text).toContain(said)
  const html = renderToStaticMarkup(<SheetPages sheet={filled('medication', [registered, amlodipine, given(amlodipine, '11-17 08:03', '11-17 08:00', suzuki)])} />)
  const [row = ''] = html.match(/<tr[^>]*><td[^>]*><span[^>]*><bdi[^>]*>1<.*?<\/tr>/) ?? []
  const squares = row.split('<td').slice(4)
  expect(squares).toHaveLength(28)
  // Monday: not ordered yet. Tuesday morning given, its other squares not ordered; Wednesday morning open.
  expect(squares.slice(0, 4).every((square) => square.includes('指示なし'))).toBe(true)
  expect(squares[4]).toContain('鈴木')
  expect(squares[5]).toContain('指示なし')
  expect(squares[8]?.replaceAll(/<[^>]*>|[^>]*>/g, '')).toBe('')
})

test('[CHARTP-9] a dose when needed stands with what was before and after, an injection with its second person, six rights, observations, end and rest, a narcotic with its slip', () => {
  const text = words(filled('medication'))
  for (const said of ['体温 39.1℃ 悪寒なし佐藤15:30 体温 38.8℃ 発汗あり佐藤指示簿№3', '12:10 刺入部 異常なし 佐藤', '13:08佐藤0', '400 mL廃棄', '中止指示', '右前腕', 'M-0042モルヒネ塩酸塩注10mg1 アンプル0.5 アンプル0.5 アンプル佐藤山田 花子N1108', '指示なし: 口頭指示（まだ書いていない） 電話で指示', 'お薬手帳']) expect(text).toContain(said)
  // The dose that was struck is in no square, and is told with its reason behind.
  expect(text).toContain('理由:別の患者に与薬した記録を書いた')
  const alone = words(filled('medication', [registered, { ...infusion, body: { ...infusion.body, byTwo: { aloneBecause: '夜勤が1人' } } }]))
  expect(alone).toContain('1人で実施: 夜勤が1人')
})

test('[CHARTP-9] a withheld injection stands with its reason, and a dose of another amount says so', () => {
  const drip = order('11-16 11:00', { medicine: withMedicine('抗菌薬注1g', 'peripheral'), times: ['12:00'] })
  const none = told('medicine-withheld', '11-16 12:00', { order: drip.id, due: at('11-16 12:00'), because: 'no-stock', words: '薬剤部に請求中' })
  expect(words(filled('medication', [registered, drip, none]))).toContain('×無 薬がない薬剤部に請求中')
  const twice = given(amlodipine, '11-17 08:03', '11-17 08:00', suzuki, { amount: 2 })
  expect(words(filled('medication', [registered, amlodipine, twice]))).toContain('№1 11/17 08:03 鈴木: 薬剤 アムロジピンOD錠5mg 2 錠 内服')
})

test('[CHARTP-9] an injection that is ordered and not given stands with the time for which the screen asks for it, and one that is given, stopped or over does not', () => {
  const shot = (when: string, drug: string, over: Parameters<typeof order>[1]): ReturnType<typeof order> => order(when, { medicine: withMedicine(drug, 'peripheral'), ...over })
  const twice = shot('11-22 08:00', 'セファゾリン注1g', { times: ['10:00', '22:00'] })
  const once = shot('11-22 11:00', 'フロセミド注20mg', { term: 'once' })
  const far = shot('11-22 09:00', 'ヘパリン注', { times: ['06:00'] })
  const stopped = shot('11-22 09:00', 'ビタミン注', { times: ['18:00'] })
  const over = shot('11-20 09:00', 'メロペネム注', { times: ['09:30'], until: at('11-20 12:00') })
  const entries = [registered, twice, once, far, stopped, over, told('order-stopped', '11-22 10:00', { order: stopped.id, reason: '' })]
  const page = (...more: readonly Entry[]): string => words(filled('medication', [...entries, ...more]))
  const text = page()
  expect(text).toContain('11/2210:00セファゾリン注1g')
  expect(text).toContain('22:00セファゾリン注1g')
  expect(text).toContain('11:00フロセミド注20mg')
  expect(text).toContain('06:00ヘパリン注')
  expect(text.split('予定・まだ実施の記録なし')).toHaveLength(5)
  for (const gone of ['ビタミン注', 'メロペネム注']) expect(text).not.toContain(gone)
  const after = page(given(once, '11-22 11:10', null, sato), given(twice, '11-22 10:05', '11-22 10:00', sato))
  expect(after.split('予定・まだ実施の記録なし')).toHaveLength(3)
  expect(after.split('フロセミド注20mg')).toHaveLength(2)
  expect(after).toContain('22:00セファゾリン注1g')
})

test('[CHARTP-10] Fluids on paper are those of the screen; what was seen and not measured is no nought, and a balance that lacks it says so.', () => {
  const { rows } = ofEntries(week)
  const day = flowsOf(rows).filter((move) => move.at >= at('11-18 00:00') && move.at < at('11-19 00:00'))
  expect(sumOf(day.filter(({ way }) => way.startsWith('in-')))).toMatchObject({ ml: 450 + 300 + 280, isWhole: true })
  expect(sumOf(day.filter(({ way }) => way === 'out-drain'))).toEqual({ ml: 0, times: 1, isMeasured: false, isWhole: false })
  const [, , wednesday] = flowOf(week).week.days ?? []
  expect(wednesday?.balance.map(({ label, text }) => `${label} ${text}`)).toEqual(['IN 1030', 'OUT 1100', '差引* −70', '体重 52.9'])
  expect(flowOf(week).week.shifts.otherOut[7]).toBe('ドレーン\n未測 (1)')
  const text = words(filled('fluids'))
  for (const said of ['日勤 8〜16時 計450差引 −200*650*未測を含まない', '24時間 IN 1030 mL　OUT 1100 mL　差引 −70 mL (測っていないものを含まない)', '輸血 12-3456-7890280', 'ドレーン 右胸腔未測(1)']) expect(text).toContain(said)
})

test('[CHARTP-10] what was read off a running infusion counts on paper as on the screen, and paper says how infusions count', () => {
  const read = (when: string, change: 'looked' | 'paused' | 'ended', givenMl: number | null): Entry => told('infusion-changed', when, { infusion: infusion.id, change, rate: null, givenMl, discardedMl: null, byTwo: null, note: '' })
  const running = [registered, infusion, read('11-16 15:00', 'looked', 62.5), read('11-16 20:00', 'looked', 60), read('11-17 01:00', 'ended', 100)]
  const { from, to } = daySpan(CalendarDate.parse('2026-11-16'))
  expect(fluidSums(ofEntries(running).rows, from, to).inMl).toBe(60)
  const text = words(filled('fluids', running))
  for (const said of ['15:00点滴 レボフロキサシン点滴静注バッグ500mg/100mL62.5', '20:00点滴 レボフロキサシン点滴静注バッグ500mg/100mL−2.5', '24時間 IN 60 mL', '24時間 IN 40 mL', '点滴は、観察・更新・終了のときに読み取って書いた量だけを']) expect(text).toContain(said)
  expect(flowOf(running, '11-16 12:00').week.days?.slice(0, 2).map(({ balance }) => balance[0]?.text)).toEqual(['60', '40'])
  expect(words(filled('fluids', [registered, told('fluid-measured', '11-16 09:00', { way: 'in-oral', name: '', amountMl: 100, times: null, note: '' })]))).not.toContain('読み取って')
  const struck = [...running, told('entry-struck', '11-17 09:00', { struck: infusion.id, reason: '別の患者さんの点滴' })]
  expect(fluidSums(ofEntries(struck).rows, from, to).ways).toEqual([])
  expect(words(filled('fluids', struck))).not.toContain('24時間 IN')
})

test('[CHARTP-11] A point of a curve stands at its true time; a value off the scale stands as a number with its arrow at the edge.', () => {
  expect(xOf(10)).toBeCloseTo(23.94 + 15)
  expect([scales.temperature.y(37), scales.temperature.y(42), scales.pulse.y(160), scales.pulse.y(20), scales.respirations.y(10)]).toEqual([30, 0, 0, 42, 42])
  expect([offScale('temperature', 42.1), offScale('temperature', 34.9), offScale('temperature', 35), offScale('pulse', 172), offScale('respirations', 8)]).toEqual(['↑', '↓', null, '↑', '↓'])
  expect(flowOf([registered, told('vital-signs', '11-17 02:40', noVitalSigns({ temperatureC: 36.6 }))]).week.temperature).toEqual([{ hours: 24 + 2 + 2 / 3, value: 36.6 }])
  const page = pages(filled('flowsheet'))[0]
  expect(page).toContain('●42.6↑')
  expect(page).toContain('○172↑')
})

test('[CHARTP-12] A flow sheet holds a calendar week from Monday a page, nothing carried over but the count of days.', () => {
  expect(shownWeek(weekOf(at('11-18 12:00')))).toBe('2026-11-16(月)〜22(日)')
  expect(weekOf(at('11-22 23:59'))).toEqual(weekOf(at('11-16 00:00')))
  expect(weeksOf([at('11-22 23:59'), at('11-23 00:00')])).toHaveLength(2)
  const sunday = told('vital-signs', '11-22 23:59', noVitalSigns({ systolicMmHg: 131 }))
  const monday = told('vital-signs', '11-23 00:00', noVitalSigns({ systolicMmHg: 129 }))
  const [one, two] = pages(filled('flowsheet', [...week.slice(0, 6), sunday, monday]))
  expect(one).toContain('131')
  expect(one).not.toContain('129')
  expect(two).toContain('129')
  expect(two).toContain('入院8日目')
  expect(two).toContain('2026-11-23(月)〜29(日) 第2週')
})

test('[CHARTP-12] a value that finds no room in its square is told behind with its moment, and filled and blank have the same rules', () => {
  const early = told('vital-signs', '11-17 08:10', noVitalSigns({ systolicMmHg: 180, diastolicMmHg: 100 }))
  const late = told('vital-signs', '11-17 10:00', noVitalSigns({ systolicMmHg: 140, diastolicMmHg: 90, remark: 'とても長い備考'.repeat(20) }))
  const { week: shown, over } = flowOf([registered, early, late])
  expect(shown.pressure[8]).toEqual(['140', '90'])
  expect(over.map(({ text }) => text)).toEqual(expect.arrayContaining(['血圧 180/100', `${'とても長い備考'.repeat(20)}(10:00)`]))
  const rules = (sheet: Sheet): readonly string[] => {
    const [table = ''] = renderToStaticMarkup(<SheetPages sheet={sheet} />).match(/<table aria-label="経過表".*?<\/table>/) ?? []
    return (table.match(/<col [^>]*>|<tr[^>]*>|<t[dh][^>]*>/g) ?? []).map((tag) => tag.replaceAll(/ ?_tiny_\w+/g, '').replace(' class=""', ''))
  }
  expect(rules(blank('flowsheet'))).toEqual(rules(filled('flowsheet')))
  expect(rules(numbered('flowsheet'))).toEqual(rules(blank('flowsheet')))
})

test('[CHARTP-12] every vital sign, observation and fluid of a week is on its pages, what was struck too', () => {
  const wrong = told('vital-signs', '11-19 10:00', noVitalSigns({ temperatureC: 39.7, pulsePerMin: 141 }))
  const strike = told('entry-struck', '11-19 10:20', { struck: wrong.id, reason: '隣の患者の値' })
  const text = words(filled('flowsheet', [...week, wrong, strike]))
  for (const said of ['体温 39.7 ℃、脈拍 141 回/分', '理由:隣の患者の値', '電気毛布を外した', '血糖 148', 'GCS E4V5M6', '52.4', '1 / B2', '嘔吐 80', '右胸腔']) expect(text, said).toContain(said)
})

test('[CHARTP-13] Every record of a kind stands on its sheet with all its words: transfusions bag by bag with checks and both people, results with flags and critical calls, forms field by field.', () => {
  const transfusion = words(filled('transfusion'))
  for (const said of ['赤血球液 2単位 280 mL', '12-3456-7890', '製剤 A型 Rh(+) / 患者 A型 Rh(+)', '2026-12-01', '適合', '11/18 14:00 佐藤 美咲(N1042)', '山田 花子（N1108）', '5分異常なし', '15分異常あり前腕に膨疹2個', '16:10 280 mL', '有: 膨疹、抗ヒスタミン薬で消失', '申告']) expect(transfusion, said).toContain(said)
  const exams = words(filled('exams'))
  for (const said of ['静脈血S-0012', 'K6.8mEq/L3.5–5.0パニック値', 'CRP12.3mg/dL0–0.3高', '右下肺野の浸潤影は縮小。', '検査 技師田中 誠した生化学 11/18 09:40心電図をとり、再検する']) expect(exams, said).toContain(said)
  const forms = words(filled('form-record'))
  for (const said of ['doneはい', 'coating中等度', 'places舌・上顎', 'remark義歯は外して洗浄した', '11/17 10:00 佐藤 美咲(N1042)']) expect(forms, said).toContain(said)
  // What other sheets tell is not told twice.
  expect(forms).not.toContain('咳は減りました')
})

test('[CHARTP-13] a struck bag, result or form is told with its reason and its words', () => {
  const strikes = [bag, result].map((entry) => told('entry-struck', '11-18 18:00', { struck: entry.id, reason: '別の患者' }))
  const form = told('form', '11-18 10:00', { definition: 'oral-care', version: 1, values: { coating: '高度' } })
  const right = told('form', '11-18 10:00', { definition: 'oral-care', version: 1, values: { coating: '軽度' } }, { by: sato })
  const correction = told('entry-struck', '11-18 11:00', { struck: form.id, reason: '見間違い', replacement: right.id })
  const entries = [...week, ...strikes, form, right, correction]
  expect(words(filled('transfusion', entries))).toContain('旧(第1版):製剤 赤血球液、製造番号 12-3456-7890')
  expect(words(filled('exams', entries))).toContain('旧(第1版):検査 生化学')
  const text = words(filled('form-record', entries))
  for (const said of ['coating: 高度【訂正 第2版】coating: 軽度', '理由:見間違い', '旧(第1版):coating: 高度']) expect(text).toContain(said)
})

test('[CHARTP-13] micrograms stand in a sign that our faces have', () => {
  const drip = order('11-16 11:00', { medicine: { ...withMedicine('ノルアドレナリン注3mg', 'peripheral'), rate: { value: 0.05, unit: 'mcg/kg/min' } } })
  const text = words(filled('orders', [registered, drip]))
  expect(text).toContain('0.05 µg/kg/分')
  expect(text).not.toContain('μ')
})

test('[CHARTP-14] The ledger of narcotics shows every line with what is left after it.', () => {
  const text = words(controlledOf())
  for (const said of ['モルヒネ塩酸塩注10mg単位 アンプル　残 4 アンプル', '受領5 アンプルR-00075 アンプル佐藤 美咲N1042山田 花子N1108', '施用1 アンプルD-AF-00123-4M-00424 アンプル', '実数確認4 アンプル4 アンプル佐藤 美咲N10421人で実施: 夜勤が1人']) expect(text).toContain(said)
  expect(words(controlledOf([]))).toContain('第　　枚')
})

test('[CHARTP-19] Who received and who carried out an order stand with the time, and with the day where it was not the day of the order.', () => {
  const standing = order('11-16 21:30', { category: 'treatment', text: '創処置 毎日' }, { by: tanaka })
  const text = words(filled('orders', [
    registered, standing, told('order-received', '11-16 21:40', { order: standing.id }, { by: suzuki }),
    told('order-done', '11-17 06:15', { order: standing.id, due: null, note: '' }, { by: sato }), told('order-done', '11-18 06:20', { order: standing.id, due: null, note: '' }, { by: suzuki }),
  ]))
  expect(text).toContain('鈴木21:40佐藤11/1706:15鈴木11/1806:20')
})

const correctedBy = (when: string, of: Entry, by: Entry, reason: string): Entry => told('entry-struck', when, { struck: of.id, reason, replacement: by.id })

test('[CHARTP-17] An order that was stopped stands under two lines, corrected before or written for somebody else or not; an earlier version says by whom it was, its start and end where they differ, and whether it was read back; its moment is not told as the right time of the one before.', () => {
  const heard = order('11-16 11:00', { category: 'diet', text: '禁食', until: at('11-18 09:00'), verbal: { readBack: true } }, { by: sato, onBehalfOf: tanaka })
  const right = order('11-16 13:30', { category: 'diet', text: '全粥' }, { by: suzuki })
  const corrected = [registered, heard, right, correctedBy('11-16 13:30', heard, right, '聞き違い')]
  const stop = told('order-stopped', '11-16 18:00', { order: right.id, reason: '嘔吐' }, { by: sato })
  const said = words(filled('orders', corrected))
  expect(said).toContain('旧(第1版):食種: 禁食　指示 田中 誠(D0231) 終了 11/18 09:00 口頭指示 復唱した')
  expect(said).not.toContain('正しい時刻')
  const crossed = (entries: readonly Entry[], text: string): boolean => new RegExp(`<s [^>]*>(?:<[^>]*>)*(?:【訂正 第2版】)?(?:<[^>]*>)*食種: ${text}`).test(renderToStaticMarkup(<SheetPages sheet={filled('orders', entries)} />))
  expect([crossed(corrected, '禁食'), crossed(corrected, '全粥'), crossed([...corrected, stop], '全粥')]).toEqual([true, false, true])
  const proxy = [registered, heard, told('order-stopped', '11-16 18:00', { order: heard.id, reason: '嘔吐' }, { by: tanaka })]
  expect(crossed(proxy, '禁食')).toBe(true)
  expect(words(filled('orders', proxy))).toContain('【代行入力】入力 佐藤 美咲(N1042)/本人 田中 誠(D0231)/未承認')
})

test('[CHARTP-18] A critical value that nobody was told of says so on paper as on the screen; a call that told one that was corrected or struck since says which.', () => {
  const right = { ...result, id: told('note', '11-18 09:40', { text: '' }).id, body: { ...result.body, lines: result.body.lines.map((line) => (line.item === 'K' ? { ...line, value: '7.1' } : line)) } }
  const open = '【パニック値 未連絡】'
  expect(words(filled('exams'))).not.toContain(open)
  const corrected = [...week, right, correctedBy('11-18 10:00', result, right, '聞き違い')]
  const text = words(filled('exams', corrected))
  expect(text).toContain(open)
  expect(text).toContain('生化学 11/18 09:40訂正・取消の前の値 K 6.8 mEq/L（3.5–5.0） パニック値心電図をとり、再検する')
})

test('[CHARTP-6] what was written anew only because the record it belongs to was corrected says that it is the same', () => {
  const look = (of: Entry): Entry<'transfusion-watched'> => told('transfusion-watched', '11-18 14:05', { bag: of.id, minutes: 5, fine: true, words: '' })
  const right = { ...bag, id: told('note', '11-18 14:00', { text: '' }).id, body: { ...bag.body, lot: '99-0000-0001' } }
  const [first, second] = [look(bag), look(right)]
  const text = words(filled('transfusion', [registered, bag, first, right, second, correctedBy('11-18 15:00', bag, right, '写し違い'), correctedBy('11-18 15:00', first, second, '写し違い')]))
  expect(text).toContain('開始から 5 分、状態 異常なし【訂正 第2版】内容は同じ')
  expect(text).toContain('旧(第1版):開始から 5 分、状態 異常なし')
  expect(text).toContain('【訂正 第2版】製剤 赤血球液、製造番号 99-0000-0001')
})

test('[CHARTP-9] what was thrown away of a narcotic has its unit also where the dose was struck', () => {
  const dose = told('medicine-given', '11-17 09:00', { ...given(amlodipine, '11-17 09:00', null, sato).body, drug: 'モルヒネ塩酸塩注10mg', amount: 0.5, unit: 'ampoule', route: 'subcutaneous', controlled: { slip: 'M-1', discarded: 0.5 } })
  expect(words(filled('medication', [registered, amlodipine, dose, told('entry-struck', '11-17 10:00', { struck: dose.id, reason: '別の患者' })]))).toContain('残の廃棄 0.5 アンプル')
})
