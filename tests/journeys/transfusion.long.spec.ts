import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { instantOf, tokyoParts } from '#domain/time.ts'
import { identifyWords } from '#renderer/app/identify-words.ts'
import { words as exams } from '#renderer/features/exams/words.ts'
import { words as fluids } from '#renderer/features/fluids/words.ts'
import { words as identity } from '#renderer/features/identity/words.ts'
import { words as blood } from '#renderer/features/transfusion/words.ts'
import { words as careForm } from '#renderer/ui/care-form.words.ts'
import { secondWords } from '#renderer/ui/second-person.words.ts'
import { changeTo, introduce, openEnvelope, opener, register } from '../demo/steps.ts'
import { careHand, type CareHand } from './care-steps.ts'
import { keepPrints, minuteOf, minutesFrom, missing, printedSheets, type Minutes } from './printed.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { inLook } from './tour.ts'
import { scans } from './wedge.ts'

/** Blood, tests and fluids of one patient through a night, by keyboard alone and in both languages; and at its end the paper says all of it. */
const folder = mkdtempSync(join(tmpdir(), 'tomoshibi-transfusion-'))
const second = { name: '確認 花子', staffNumber: 'N-0202', pin: '730915' } as const
const patient = { family: '德𠮷', given: '髙太郎', familyKana: 'トクヨシ', givenKana: 'コウタロウ', birth: 's25.3.4', bed: '301' } as const

test.afterAll(() => rm(folder, { recursive: true, force: true }))

for (const language of ['ja', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.describe.configure({ mode: 'serial' })
    let station: SealedStation
    let shown: Shown
    let page: Page
    let at: CareHand
    let number = ''
    let began = 0
    /** When it was recorded, by what it was. */
    const minutes = new Map<string, Minutes>()

    test.beforeAll(async () => {
      test.setTimeout(120_000) // a station is opened, and people are brought in
      station = await aSealedStation('real')
      shown = await show(station)
      page = shown.page
      at = careHand(page, language)
      began = Date.now() - 20 * 60_000
      await openEnvelope(page, 1, station.codes[0] ?? '')
      await inLook(page, { language, theme: 'day' })
      await keepPrints(page)
      await introduce(page, second, 2)
      await changeTo(page, opener)
      number = await register(page, patient)
      await at.press('Enter')
      await page.locator('[data-vital="temperatureC"]').waitFor()
    })
    test.afterAll(async () => {
      await shown.app.close()
      await station.drop()
    })

    /** `11/20 16:05`: so many minutes after the bag began, as it is typed. */
    function minutesIn(after: number): string {
      const { date, hhmm } = tokyoParts(instantOf(began + after * 60_000))
      return `${Number(date.slice(5, 7))}/${Number(date.slice(8))} ${hhmm}`
    }

    /** Recorded from its form at once. */
    async function recorded(what: string, then: Parameters<CareHand['sees']>[0]): Promise<void> {
      const before = Date.now()
      await at.press('Control+Enter')
      await at.sees(then)
      minutes.set(what, minutesFrom(before))
    }

    async function confirmed(what: string): Promise<void> {
      const before = Date.now()
      await at.confirm()
      minutes.set(what, minutesFrom(before))
    }

    async function bloodType(source: number, sample: string | null, becomes: keyof typeof blood.panel.is): Promise<void> {
      await at.push(blood.panel.say)
      await at.sees(blood.type.note)
      await at.choose(blood.type.abo, 1)
      await at.choose(blood.type.rh, 1)
      await at.choose(blood.type.source, source)
      if (sample !== null) await at.write(blood.type.sample, sample)
      await recorded(`type ${String(sample)}`, blood.panel.is[becomes])
    }

    test('[TRF-1] a blood type by word is not certain, and two samples make it so', async () => {
      await at.tab(blood.tab)
      await at.sees(blood.panel.none)
      await bloodType(1, null, 'stated')
      await bloodType(4, 'S-0012', 'stated')
      await bloodType(4, 'S-0044', 'certain')
    })

    test('[TRF-4] a bag begins with two people and a review of both types', async () => {
      await at.push(blood.panel.start)
      await at.choose(blood.start.product, 1)
      await page.getByRole('textbox', { name: blood.start.lot[language] }).focus()
      await scans(page, '12-3456-7890')
      await at.write(blood.start.units, '2')
      await at.write(blood.start.volume, '280')
      await at.write(blood.start.expires, '2099.12.31')
      await at.choose(blood.start.bagType, 1)
      await at.choose(blood.type.rh, 1)
      await at.choose(blood.start.crossmatch, 1)
      await page.getByRole('group', { name: blood.start.checks[language] }).getByRole('checkbox').first().focus()
      for (const key of ['1', '2', '3', '4', '5', '6', '7']) await page.keyboard.press(key, { delay: 150 })
      await at.write(secondWords.who, opener.staffNumber)
      await at.write(careForm.when, minutesIn(0))
      await at.press('Control+Enter')
      await at.sees(secondWords.fault['second-is-first'])
      await at.write(secondWords.who, second.staffNumber)
      await at.confirm()
      await at.sees(new RegExp(blood.panel.minutes[language](20).replace('20', String.raw`2\d`)))
      await at.sees(blood.panel.due.late[language](5, minutesIn(5).split(' ')[1] ?? ''))
      await expect(page.getByText('12-3456-7890').first()).toBeVisible()
    })

    test('[TRF-14] who the patient is does not change while it runs', async () => {
      await at.push(identifyWords.identity)
      await at.write(identity.verify.second, second.staffNumber)
      await at.choose(identity.verify.how, 1)
      await at.push(identity.verify.act)
      await at.sees(identity.fault['transfusion-runs'])
      await at.press('Escape')
    })

    test('[TRF-11] it is looked at after 5 and 15 minutes, and nothing is late any more', async () => {
      await at.tab(blood.tab)
      for (const [choice, after] of [[1, 5], [2, 15]] as const) {
        await at.push(blood.panel.look)
        await at.choose(blood.watch.minutes, choice)
        await at.choose(blood.watch.fine, after === 5 ? 1 : 2)
        if (after === 15) await at.write(blood.watch.words, '膨隆疹なし、悪寒あり')
        await at.write(careForm.when, minutesIn(after))
        await at.press('Control+Enter')
        await at.sees(blood.panel.looked[language](after, minutesIn(after).split(' ')[1] ?? ''))
      }
      for (const after of [5, 15]) await expect(page.getByText(blood.panel.due.late[language](after, ''), { exact: false })).toHaveCount(0)
    })

    test('[TRF-13] its end says how much went in and whether there was a reaction', async () => {
      await at.push(blood.panel.end)
      await at.write(blood.end.given, '280')
      await at.choose(blood.end.reacted, 2)
      await at.write(blood.end.reaction, '悪寒、解熱薬で軽快')
      await confirmed('end')
      await at.sees(blood.panel.noRunning)
      await expect(page.getByRole('cell', { name: blood.panel.given[language](280) })).toBeVisible()
    })

    test('[TRF-15] a lot that was copied wrong is corrected, and looks and end go with it', async () => {
      await at.push(`${blood.panel.correct[language]} ${blood.panel.from[language]}`)
      await page.getByRole('textbox', { name: blood.start.lot[language] }).waitFor()
      await at.write(blood.start.lot, '99-0000-0001')
      await at.write(careForm.reason, '写し違い')
      await confirmed('lot corrected')
      const rows = page.getByRole('row').filter({ hasText: blood.panel.given[language](280) })
      await expect(rows).toHaveCount(1)
      await expect(rows).toContainText('99-0000-0001')
      await expect(rows).toContainText(blood.panel.looked[language](15, minutesIn(15).split(' ')[1] ?? ''))
      await at.sees(blood.panel.noRunning)
    })

    test('[EXM-4] a critical value is told with who told whom', async () => {
      await at.tab(exams.tab)
      await at.push(exams.panel.take)
      await at.write(exams.specimen.specimen, '静脈血')
      await at.write(exams.specimen.label, 'B-0031')
      await recorded('specimen', `${exams.panel.label[language]} B-0031`)
      await at.push(exams.panel.report)
      await at.write(exams.report.exam, '生化学')
      await at.write(exams.report.item, 'K')
      await at.write(exams.report.value, '6.8')
      await at.write(exams.report.unit, 'mEq/L')
      await at.write(exams.report.range, '3.5–5.0')
      await at.sees(exams.report.looks.high)
      await at.choose(exams.report.flag, 5)
      await recorded('result', exams.panel.uncalled)
      await at.push(exams.panel.call)
      await at.write(exams.call.caller, '検査室 佐藤')
      await at.write(exams.call.told, '見本 医師')
      await at.choose(exams.call.readBack, 1)
      await at.write(exams.call.answer, 'カルチコール静注')
      await recorded('call', exams.panel.called[language]('検査室 佐藤', '見本 医師'))
      await expect(page.getByText(exams.panel.uncalled[language])).toHaveCount(0)
    })

    test('[EXM-5] a figure that was heard wrong is said right with a reason', async () => {
      await at.push(new RegExp(`^${exams.panel.correct[language]}$`))
      await page.getByRole('group', { name: exams.report.line[language](1) }).waitFor()
      await at.write(exams.report.value, '7.1')
      await at.write(careForm.reason, '聞き違い')
      await recorded('result corrected', '7.1')
      await at.sees(exams.panel.uncalled)
    })

    test('[FLU-3] fluids are summed with the bag, and an amount that was wrong is said right', async () => {
      await at.tab(fluids.tab)
      const write = async (group: keyof Pick<typeof fluids.form, 'in' | 'out'>, way: number, amount: string): Promise<void> => {
        await at.choose(fluids.form[group], way)
        await page.getByRole('textbox', { name: new RegExp(`^${fluids.form.amount[language]}`) }).focus()
        await page.keyboard.type(amount)
        const before = Date.now()
        for (const _ of [1, 2, 3]) await at.press('Enter')
        await at.sees(`${amount} mL`)
        minutes.set(`fluid ${amount}`, minutesFrom(before))
      }
      await write('out', 1, '420')
      await write('in', 1, '300')
      const balance = page.getByRole('row', { name: new RegExp(`^${fluids.panel.balance[language]}`) }).first()
      await expect(balance.getByRole('cell').last()).toHaveText('＋160')
      await at.push(fluids.panel.correct, page.getByRole('listitem').filter({ hasText: '300 mL' }))
      await at.write(fluids.form.amount, '500')
      await at.press('Control+Enter')
      await at.sees(careForm.reasonMissing)
      await at.write(careForm.reason, '量の写し違い')
      const before = Date.now()
      await at.press('Control+Enter')
      await expect(balance.getByRole('cell').last()).toHaveText('＋360')
      minutes.set('fluid corrected', minutesFrom(before))
      await at.press('Alt+1')
    })

    test('[CHARTP-6] [CHARTP-10] [CHARTP-13] [CHARTP-16] [CHARTP-18] the paper says all of it: bag, lot, both people, looks and reaction, values and calls, amounts and sums, and what was struck', async () => {
      await at.printAll()
      const paper = await printedSheets(shown, join(folder, `transfusion-${language}.pdf`))
      /** What must stand there in one piece; of a moment either minute will do. */
      const said = (what: string, words: (time: string, day: string) => string): readonly string[] => (minutes.get(what) ?? []).map(({ day, hhmm }) => words(hhmm, day))
      const [start, five, fifteen] = [0, 5, 15].map((after) => minuteOf(began + after * 60_000))
      const who = '見本一郎(N-0001)'
      const bag = (lot: string): string => `製剤赤血球液、製造番号${lot}、単位数2、容量280mL、バッグの血液型A型Rh(+)、患者の血液型A型Rh(+)、有効期限2099-12-31、交差適合試験適合、照合氏名・バンドの番号・血液型・製造番号・有効期限・交差適合試験・外観、2人目確認花子（N-0202）`
      expect(missing(paper, 'transfusion', [
        said('type null', (time, day) => `${day}${time}A型Rh(+)申告${who}`),
        ...['S-0012', 'S-0044'].map((sample) => said(`type ${sample}`, (time, day) => `${day}${time}A型Rh(+)採血検体の検査${sample}${who}`)),
        ['1袋目赤血球液99-0000-0001製剤赤血球液2単位280mL製造番号99-0000-0001血液型製剤A型Rh(+)/患者A型Rh(+)有効期限2099-12-31'],
        [`交差適合適合開始${start?.day}${start?.hhmm}${who}照合氏名`], [`照合者${who}確認花子（N-0202）`],
        said('end', (time) => `終了${time}280mL${who}副作用有:悪寒、解熱薬で軽快`),
        [`${five?.hhmm}5分異常なし${who}`], [`${fifteen?.hhmm}15分異常あり膨隆疹なし、悪寒あり${who}`],
        said('lot corrected', (time, day) => `【訂正第2版】${bag('99-0000-0001')}訂正${day}${time}${who}理由:写し違い旧(第1版):${bag('12-3456-7890')}見本一郎N-0001`),
        said('lot corrected', (time, day) => `【訂正第2版】内容は同じ訂正${day}${time}${who}理由:写し違い旧(第1版):開始から5分、状態異常なし`),
      ])).toEqual([])
      expect(missing(paper, 'exams', [
        said('specimen', (time, day) => `${day}${time}静脈血B-0031${who}`),
        said('result', (time, day) => `検査生化学${day}${time}記載${who}【パニック値未連絡】項目`), ['K7.1mEq/L3.5–5.0パニック値'],
        said('call', (time, day) => `${day}${time}検査室佐藤見本医師した生化学`), ['訂正・取消の前の値K6.8mEq/L（3.5–5.0）パニック値カルチコール静注'],
        said('result corrected', (time, day) => `【訂正第2版】検査生化学、結果K7.1mEq/L（3.5–5.0）パニック値訂正${day}${time}${who}理由:聞き違い旧(第1版):検査生化学、結果K6.8mEq/L（3.5–5.0）パニック値見本一郎N-0001`),
      ])).toEqual([])
      expect(missing(paper, 'fluids', [
        ['24時間IN780mLOUT420mL差引+360mL'], said('end', (time) => `${time}輸血99-0000-0001280見本`), said('fluid 420', (time) => `${time}尿420見本`), said('fluid 300', (time) => `${time}経口500見本`),
        said('fluid corrected', (time, day) => `種類経口、量300mL【訂正第2版】種類経口、量500mL訂正${day}${time}${who}理由:量の写し違い旧(第1版):種類経口、量300mL見本一郎N-0001`),
      ])).toEqual([])
      for (const words of paper.values()) expect(words).toContain(`緊急番号${number}氏名カナトクヨシコウタロウ德𠮷髙太郎`)
      for (const words of paper.values()) expect(words).toContain('生年月日昭和25年(1950)3月4日年齢')
      expect(shown.complaints).toEqual([])
    })
  })
}
