import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { infusionChangeWords, sixRightWords } from '#domain/medicine/medicine.ts'
import { doseUnitWords, shownRate } from '#domain/medicine/units.ts'
import { kinds } from '#domain/log/kinds.ts'
import { orderCategoryWords } from '#domain/order/order.ts'
import { instantOf, tokyoParts } from '#domain/time.ts'
import { howWords } from '#renderer/app/how-words.ts'
import { words as board } from '#renderer/features/board/words.ts'
import { words as chart } from '#renderer/features/chart/words.ts'
import { words as medicine } from '#renderer/features/medicine/words.ts'
import { words as more } from '#renderer/features/more/words.ts'
import { words as orders } from '#renderer/features/orders/words.ts'
import { words as round } from '#renderer/features/round/words.ts'
import { words as shell } from '#renderer/features/shell/words.ts'
import { secondWords } from '#renderer/ui/second-person.words.ts'
import { changeTo, introduce, openEnvelope, opener, register } from '../demo/steps.ts'
import { careHand, type CareHand } from './care-steps.ts'
import { keepPrints, minutesFrom, missing, printedSheets, type Minutes } from './printed.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { inLook } from './tour.ts'

/**
 * A night's medicines from the order to the empty bag, by keyboard alone and in both languages: who ordered, who received, who gave
 * and who looked; and at its end the paper says all of it.
 */
const folder = mkdtempSync(join(tmpdir(), 'tomoshibi-medicine-'))
const doctor = { name: '当直 三郎', staffNumber: 'D-0303', pin: '402817' } as const
const second = { name: '夜勤 四季', staffNumber: 'N-0404', pin: '639152' } as const
const patient = { family: '髙﨑', given: '𠮷野', familyKana: 'タカサキ', givenKana: 'ヨシノ', birth: 's30.1.2', bed: '301' } as const
const [antibiotic, tablet, fluid, narcotic] = ['セフトリアキソン静注用1g', 'アムロジピン錠5mg', '乳酸リンゲル液', 'モルヒネ塩酸塩注10mg']

test.afterAll(() => rm(folder, { recursive: true, force: true }))

for (const language of ['ja', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.describe.configure({ mode: 'serial' })
    let station: SealedStation
    let shown: Shown
    let page: Page
    let at: CareHand
    let number = ''
    /** Ten minutes from now: when the tablet is due. */
    const slot = tokyoParts(instantOf(Date.now() + 10 * 60_000)).hhmm
    /** When it was recorded, by what it was. */
    const minutes = new Map<string, Minutes>()

    test.beforeAll(async () => {
      test.setTimeout(120_000) // a station is opened, and people are brought in
      station = await aSealedStation('real')
      shown = await show(station)
      page = shown.page
      at = careHand(page, language)
      await openEnvelope(page, 1, station.codes[0] ?? '')
      await inLook(page, { language, theme: 'day' })
      await keepPrints(page)
      await introduce(page, doctor, 1)
      await introduce(page, second, 2)
    })
    test.afterAll(async () => {
      await shown.app.close()
      await station.drop()
    })

    const sheet = (): Locator => page.getByRole('tabpanel')

    async function confirmed(what: string, from: 'form' | 'looked over' = 'form'): Promise<void> {
      const before = Date.now()
      await at.confirm(from)
      minutes.set(what, minutesFrom(before))
    }

    async function order(drug: string, amount: string, unit: string, route: string, term: 1 | 2, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
      await at.push(orders.write)
      await at.chooseNamed(orderCategoryWords.medicine)
      await at.choose(orders.form.term, term)
      await at.write(orders.form.drug, drug)
      await at.write(orders.form.amount, amount)
      await at.pick(orders.form.route, route)
      await more()
      if (unit === '') return
      await at.pick(orders.form.unit, unit)
      await confirmed(`ordered ${drug}`)
      await page.getByRole('tab', { name: orders.tab[language], selected: true }).waitFor()
    }

    async function byTwo(): Promise<void> {
      for (const right of Object.values(sixRightWords)) await at.tick(right)
      await at.write(secondWords.who, second.staffNumber)
      await expect(page.getByText(secondWords.found[language](second.name))).toBeVisible()
    }

    /** Corrects the dose of the line in front. */
    async function correct(of: Locator, field: 'site' | 'slip', right: string, reason: string, what: string): Promise<void> {
      await at.push(medicine.correct, of)
      await page.getByRole('heading', { name: medicine.dose.toGive[language] }).waitFor()
      await at.write(medicine.dose[field], right)
      await at.write(medicine.dose.reason, reason)
      await at.write(secondWords.who, second.staffNumber)
      await confirmed(what)
      await page.getByRole('tab', { name: medicine.tab[language], selected: true }).waitFor()
    }

    async function give(of: string): Promise<void> {
      await at.push(medicine.give, at.line(of))
      await page.getByRole('heading', { name: medicine.dose.toGive[language] }).waitFor()
    }

    test('[ORD-1] a doctor writes four orders, and an amount without a unit waits with a sentence', async () => {
      number = await register(page, patient)
      await changeTo(page, doctor)
      await at.openChart('orders')
      await order(antibiotic, '1', 'g', 'intravenous', 2)
      await order(tablet, '1', 'tablet', 'oral', 1, () => at.write(orders.form.times, slot))
      await order(fluid, '500', 'mL', 'peripheral', 2, async () => {
        await at.write(orders.form.rate, '80')
        await at.pick(orders.form.rateUnit, 'mL/h')
        await at.write(orders.form.mixedWith, 'ビタメジン 1 V 側管')
      })
      await order(narcotic, '0.5', '', 'subcutaneous', 2, async () => {
        await at.tick(orders.form.controlled)
        await at.press('Control+Enter')
        await at.sees(orders.fault['unit-missing'])
      })
      await at.pick(orders.form.unit, 'ampoule')
      await confirmed(`ordered ${narcotic}`)
      await expect(sheet().getByText(orders.notReceived[language])).toHaveCount(4)
    })

    test('[ORD-15] the ward sees what is due of whom, and a line leads to the chart', async () => {
      await at.press('F2')
      await at.push(board.round)
      await expect(page.getByRole('table').getByText(patient.family).first()).toBeVisible()
      await expect(page.getByRole('tab', { name: round.counts.due[language] })).toHaveText(`${round.counts.due[language]}4`)
      await at.push(round.openOf[language](`${patient.family} ${patient.given} ${number}`))
      await page.getByRole('tab', { name: medicine.tab[language], selected: true }).waitFor()
    })

    test('[MED-4] the nurse receives it, is asked for the last dose first, and gives it with a second person', async () => {
      await changeTo(page, opener)
      await at.openChart('orders')
      await at.push(orders.receive, at.line(antibiotic))
      await confirmed('received', 'looked over')
      await expect(sheet().getByText(orders.notReceived[language])).toHaveCount(3)
      await at.press('Alt+3')
      await at.push(medicine.give, at.line(antibiotic))
      await at.sees(medicine.lastDose.source)
      await at.choose(medicine.lastDose.source, 7)
      await confirmed('last dose')
      await page.getByRole('heading', { name: medicine.dose.toGive[language] }).waitFor()
      await at.write(medicine.dose.site, '左前腕')
      await at.press('Control+Enter')
      await at.sees(secondWords.fault['second-missing'])
      await byTwo()
      await confirmed(`gave ${antibiotic}`)
      await expect(sheet().getByText(medicine.givenBy[language](opener.name, second.name)).first()).toBeVisible()
    })

    test('[ORD-8] what the nurse heard and read back is an order that waits for the doctor’s word', async () => {
      await at.press('Alt+2')
      await at.push(orders.write)
      await at.chooseNamed(orderCategoryWords.diet)
      await at.choose(orders.form.term, 1)
      await at.write(orders.form.text, '禁食、水分可')
      await at.push(howWords.proxy)
      await at.write(howWords.proxyWho, doctor.staffNumber)
      await at.press('Enter')
      await at.choose(orders.form.said, 1)
      await at.tick(orders.form.readBack)
      await confirmed('diet')
      await expect(at.line('禁食、水分可').getByText(orders.notApproved[language])).toBeVisible()
      await expect(at.line('禁食、水分可').getByText(orders.verbal[language])).toBeVisible()
    })

    test('[ORD-6] [ORD-7] [ORD-9] it is said right with a reason, and stopped with another', async () => {
      await at.push(orders.correct, at.line('禁食、水分可'))
      await at.write(orders.form.text, '全粥、水分可')
      await at.write(orders.form.reason, '食種の聞き違い')
      await at.press('Control+Enter')
      for (const ask of ['no-doctor', 'not-read-back'] as const) await at.sees(orders.asks[ask]) // what was read back was the other one
      await confirmed('diet corrected', 'looked over')
      await at.push(orders.stop, at.line('全粥、水分可'))
      await at.write(orders.act.reason, '嘔吐のため')
      await confirmed('diet stopped')
      await at.press('Alt+3')
    })

    test('[MED-11] another is withheld with its reason, and no longer due', async () => {
      await at.push(medicine.withhold, at.line(tablet))
      await at.choose(medicine.withheld.because, 1)
      await at.write(medicine.withheld.words, '検査のため')
      await confirmed('withheld')
      await expect(sheet().getByRole('listitem').filter({ hasText: tablet })).toHaveCount(0)
    })

    test('[MED-12] an infusion is started and runs slower', async () => {
      await give(fluid)
      await byTwo()
      await confirmed(`gave ${fluid}`)
      await at.sees(shownRate({ value: 80, unit: 'mL/h' }))
      await at.push(medicine.infusion.act, at.line(fluid))
      await at.choose(medicine.infusion.change, 1)
      await at.write(medicine.infusion.rate, '40')
      await at.pick(medicine.infusion.rateUnit, 'mL/h')
      await at.write(medicine.infusion.note, '刺入部に発赤なし')
      await confirmed('slower')
      await expect(sheet().getByText(shownRate({ value: 40, unit: 'mL/h' })[language])).toBeVisible()
    })

    test('[MED-18] while it runs its start is corrected, and the slower rate goes along', async () => {
      const given = sheet().getByRole('listitem').filter({ hasText: fluid }).filter({ has: page.getByRole('button', { name: medicine.correct[language], exact: true }) })
      await correct(given, 'site', '右手背', '点滴部位の書き誤り', 'infusion corrected')
      await expect(page.getByRole('heading', { name: medicine.running[language] })).toBeVisible()
      await expect(sheet().getByText(shownRate({ value: 40, unit: 'mL/h' })[language])).toHaveCount(1)
      await expect(given).toHaveCount(1)
    })

    test('[MED-12] the corrected infusion ends with what went in and what was left', async () => {
      await at.push(medicine.infusion.act, at.line(fluid))
      await at.chooseNamed(infusionChangeWords.ended)
      await at.write(medicine.infusion.given, '480')
      await at.write(medicine.infusion.discarded, '20')
      await confirmed('ended')
      await expect(page.getByRole('heading', { name: medicine.running[language] })).toHaveCount(0)
    })

    test('[MED-16] a narcotic comes into the safe by two, is given, and the book has one less', async () => {
      await at.push(shell.places.more)
      await at.push(more.controlled)
      await at.choose(medicine.controlled.move, 1)
      await at.write(medicine.controlled.drug, narcotic)
      await at.write(medicine.controlled.amount, '5')
      await at.pick(medicine.controlled.unit, 'ampoule')
      await at.write(secondWords.who, second.staffNumber)
      await confirmed('into the safe')
      await expect(page.getByRole('listitem').filter({ hasText: narcotic }).getByText('5', { exact: true })).toBeVisible()
      await at.openChart('medicine')
      await give(narcotic)
      await at.write(medicine.dose.discarded, '0.5')
      await at.sees(medicine.dose.after[language](4, doseUnitWords.ampoule[language]))
      await at.write(medicine.dose.before, '創部痛 NRS 8')
      await at.write(medicine.dose.slip, 'M-0417')
      await byTwo()
      await confirmed(`gave ${narcotic}`)
    })

    test('[MED-3] a dose is corrected with a note of why, and the chart keeps both', async () => {
      await correct(at.line(antibiotic), 'site', '右前腕', '部位の書き誤り', 'dose corrected')
      await correct(at.line(narcotic), 'slip', 'M-0418', '票番号の写し違い', 'slip corrected')
      await at.press('Alt+1')
      const course = page.getByRole('region', { name: chart.timeline.title[language], exact: true })
      for (const words of ['右前腕', '部位の書き誤り', infusionChangeWords.rate[language], kinds['medicine-withheld'].label[language]]) await expect(course.getByText(words).first()).toBeVisible()
    })

    test('[CHARTP-6] [CHARTP-8] [CHARTP-9] [CHARTP-16] the paper says all of it: drug and amount with unit, who ordered, received, gave and looked, when and why, and what was struck', async () => {
      await at.printAll()
      const paper = await printedSheets(shown, join(folder, `medicine-${language}.pdf`))
      /** What must stand there in one piece; of a moment either minute will do. */
      const said = (what: string, words: (time: string, day: string) => string): readonly string[] => (minutes.get(what) ?? []).map(({ day, hhmm }) => words(hhmm, day))
      const [first, right] = ['部位左前腕、6R患者・薬剤・目的・用量・用法・時間、2人目夜勤四季（N-0404）', '部位右前腕、6R患者・薬剤・目的・用量・用法・時間、2人目夜勤四季（N-0404）']
      expect(missing(paper, 'orders', [
        said(`ordered ${antibiotic}`, (time, day) => `1${day}${time}臨${antibiotic}1g静注1回当直`),
        said('received', (time) => `当直見本${time}F07へ`),
        said(`ordered ${tablet}`, (time, day) => `2${day}${time}継${tablet}1錠内服毎日${slot}当直`),
        said(`ordered ${fluid}`, (time, day) => `3${day}${time}臨${fluid}500mL点滴（末梢）80mL/時ビタメジン1V側管1回当直`),
        said(`ordered ${narcotic}`, (time, day) => `4${day}${time}臨${narcotic}0.5アンプル皮下注【麻薬・向精神薬】1回当直`),
        ['継食種:禁食、水分可指示当直三郎(D-0303)口頭指示復唱した【代行入力】入力見本一郎(N-0001)/本人当直三郎(D-0303)/未承認【訂正第2版】食種:全粥、水分可'],
        said('diet corrected', (time, day) => `訂正${day}${time}見本一郎(N-0001)理由:食種の聞き違い旧(第1版):食種:禁食、水分可指示当直三郎(D-0303)口頭指示復唱した`),
        said('diet stopped', (time, day) => `中止${day}${time}見本`), ['嘔吐のため'],
      ])).toEqual([])
      expect(missing(paper, 'medication', [
        [`${tablet}1錠内服1回/日${slot}`], ['×禁'], said('withheld', (time, day) => `№1${day}${time}見本:×検査のため`),
        said('last dose', (time, day) => `${day}${time}見本分からない不明`),
        [`${antibiotic}1g混注なし静注右前腕当直見本夜勤`], said(`gave ${antibiotic}`, (time) => `患薬目量経時${time}見本2`),
        [`${fluid}500mLビタメジン1V側管点滴末梢右手背80mL/時当直見本夜勤`], said(`gave ${fluid}`, (time) => `患薬目量経時${time}見本`),
        said('slower', (time) => `${time}速度変更40mL/時刺入部に発赤なし見本`), said('ended', (time) => `${time}480mL入`), said('ended', (time) => `${time}見本20mL廃棄`),
        [`${narcotic}0.5アンプル混注なし創部痛NRS8皮下注当直見本夜勤`], said(`gave ${narcotic}`, (time, day) => `${day}${time}M-0418${narcotic}1アンプル0.5アンプル0.5アンプル見本夜勤四季N-0404`),
        [`薬剤${antibiotic}1g静注、${first}【訂正第2版】薬剤${antibiotic}1g静注、${right}`],
        said('dose corrected', (time, day) => `訂正${day}${time}見本一郎(N-0001)理由:部位の書き誤り旧(第1版):薬剤${antibiotic}1g静注、${first}見本一郎N-0001`),
        said('infusion corrected', (time, day) => `【訂正第2版】内容は同じ訂正${day}${time}見本一郎(N-0001)理由:点滴部位の書き誤り旧(第1版):変更速度変更、速度40mL/時、観察刺入部に発赤なし`),
        said('infusion corrected', (time, day) => `速度80mL/時、部位右手背、希釈・ルートビタメジン1V側管、6R患者・薬剤・目的・用量・用法・時間、2人目夜勤四季（N-0404）訂正${day}${time}見本一郎(N-0001)理由:点滴部位の書き誤り旧(第1版):薬剤${fluid}500mL点滴（末梢）、速度80mL/時、希釈`),
        said('slip corrected', (time, day) => `施用票番号M-0418、残の廃棄0.5アンプル、投与前創部痛NRS8訂正${day}${time}見本一郎(N-0001)理由:票番号の写し違い旧(第1版):薬剤${narcotic}0.5アンプル皮下注、6R患者・薬剤・目的・用量・用法・時間、2人目夜勤四季（N-0404）、施用票番号M-0417、残の廃棄0.5アンプル`),
      ])).toEqual([])
      expect(missing(paper, 'fluids', [said('ended', (time) => `${time}点滴${fluid}480見本`), ['差引+480mL']])).toEqual([])
      for (const words of paper.values()) expect(words).toContain(`緊急番号${number}氏名カナタカサキヨシノ髙﨑𠮷野`)
      for (const words of paper.values()) expect(words).toContain('生年月日昭和30年(1955)1月2日年齢')
      expect(shown.complaints).toEqual([])
    })
  })
}
