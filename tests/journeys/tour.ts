import type { ElectronApplication, Page } from '@playwright/test'
import { betweenKeysMs, lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver } from '../demo/drive.ts'
import { allergy, changeTo, exportAll, note, openEnvelope, opener, register, setUp, strike, throughLadder, unlock, vitalSigns, type NewPatient } from '../demo/steps.ts'
import { diskThat, put } from './hostile.ts'
import { throughCare } from './tour-care.ts'
import { throughForms } from './tour-forms.ts'
import { throughMaintenance } from './tour-maintenance.ts'
import { lockWith, show, type Place } from './station.ts'
import { throughDrill, throughStandDown } from './tour-life.ts'
import { throughPatients } from './tour-patients.ts'
import { throughOpenList, throughSealedList } from './tour-reference.ts'
import { throughWhereabouts } from './tour-whereabouts.ts'

/** Called on every screen of the tour, while it stands; may change the look and must leave the rest. */
export type Visit = (name: string, page: Page) => Promise<void>

const patients: readonly NewPatient[] = [
  { family: '髙﨑', given: '花子', familyKana: 'タカサキ', givenKana: 'ハナコ', birth: 's25.3.4', bed: '503' },
  { family: '高崎', given: '華子', familyKana: 'タカサキ', givenKana: 'ハナコ', birth: 's31', bed: '504' },
  { family: '濵口', given: '一郎', familyKana: 'ハマグチ', givenKana: 'イチロウ', birth: 'r5.12.1', bed: '506' },
  { features: '50代くらい、紺の作業着、右前腕に擦過傷', bed: '501' },
  { features: '', bed: '' },
]

/** Slower than any reader. */
const handPace = { delay: 2 * betweenKeysMs } as const

/** Every screen there is, from an empty folder to a power cut, each in the states a person meets. What the windows complained about. */
export async function tour(place: Place, visit: Visit): Promise<readonly string[]> {
  const { app, page: first, complaints } = await show(place)
  let page = first
  let restartCode = ''
  try {
    const codes = await setUp(page, async (name) => {
      await visit(name, page)
      if (name === 'set-up-code') await askToRemake(page, visit)
      if (name === 'set-up-prove') await interrupt(page, visit)
    })
    await aroundSealed(page, visit)
    await throughSealedList(place, page, visit)
    page = await throughDrill(app, page, visit)
    restartCode = await openEnvelope(page, 1, codes.envelopes[0] ?? '', (name) => visit(name, page))
    await visit('board-empty', page)
    await throughWard(app, page, visit)
    await throughOpenList(place, page, visit)
    const numbers = await throughPatients(page, '応援 はな', visit)
    await throughForms(page, numbers[0] ?? '', visit)
    await throughCare(page, numbers[0] ?? '', visit)
    await throughWhereabouts(place, page, numbers, visit)
    await atLock(await lockWith(app, page), restartCode, visit)
    app.process().kill('SIGKILL')
  } finally {
    await app.close().catch(() => undefined) // the power was cut
  }
  return [...complaints, ...(await afterPowerCut(place, restartCode, visit))]
}

async function askToRemake(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.push('コードをすべて作り直す')
  await page.getByRole('alertdialog').waitFor()
  await visit('set-up-remake', page)
  await at.press('Escape')
}

/** Cut off before the officer's key is proved, and gone on with: everything is still there. */
async function interrupt(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.push('中断する')
  await at.sees('準備の途中です')
  await visit('set-up-resume', page)
  await at.press('Control+Enter')
  await at.sees('復旧責任者の鍵で開くか確かめます')
}

async function aroundSealed(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.press('F1')
  await at.sees('文字の大きさ')
  await visit('help-sealed', page)
  await at.push('ガイドライン適合表')
  await at.sees('MHLW-19')
  await visit('conformance', page)
  await at.press('Escape')
  await throughMaintenance(page, visit)
  await at.push('決めごと')
  await at.sees('開けるときの手順')
  await visit('plan-sealed', page)
  await at.press('Escape')
  await at.push('封印点検を記録する')
  await at.sees('点検する人')
  await visit('seal-check', page)
  await at.press('Escape')
  await at.push('封筒の置き場所')
  await at.sees('だれが預かっていますか')
  await visit('inventory', page)
  await at.press('Escape')
  await at.push('監査')
  await at.sees('端末を封印')
  await visit('audit-sealed', page)
  await at.press('Escape')
  await at.push(/緊急開封へ進む/)
  for (const [stage, shown] of [[1, '電子カルテで続けます'], [2, '書くのは紙です'], [4, '紙で続けます']] as const) {
    await at.choose('運用の段階', stage)
    await at.press('Control+Enter')
    await at.sees(shown)
    await visit(`open-stage-${stage}`, page)
    await at.press('Escape')
  }
  await at.choose('運用の段階', 3)
  await throughLadder(at)
  await at.choose('何が起きていますか', 1)
  await at.press('Control+Enter')
  await at.write('職員番号', 'N 0001')
  await at.write('氏名', opener.name)
  await at.choose('職種', 2)
  await visit('open-people-fault', page)
  await at.write('職員番号', opener.staffNumber)
  await at.write('開けると判断した人', opener.decidedBy)
  await at.press('Control+Enter')
  await at.choose('端末の時計は合っていますか', 2)
  await at.write('正しい時刻', '1453')
  await visit('open-clock-wrong', page)
  await at.press('Control+Enter')
  await at.choose('封筒の番号', 2)
  await page.locator('fieldset input').first().focus()
  await page.keyboard.type('7K2M07K2M07K2M07K2M0', handPace)
  await page.waitForTimeout(lateKeyMs + 50) // held back as a reader's until no further key comes
  await visit('open-code-group-wrong', page)
  for (let step = 0; step < 5; step += 1) await at.press('Escape')
}

async function throughWard(app: ElectronApplication, page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  for (const [index, patient] of patients.entries()) {
    await register(page, patient, index === 1 ? (name) => visit(`${name}-alike`, page) : undefined)
    await at.press('Escape')
  }
  await at.press('F3')
  await visit('register-empty', page)
  await put(page.getByLabel(/^生年月日/).first(), 's50.2.29')
  await put(page.getByLabel(/^推定年齢/).first(), '200')
  await at.press('Control+Enter')
  await visit('register-faults', page)
  await put(page.getByLabel(/^生年月日/).first(), 's64.3.4')
  await put(page.getByLabel(/^推定年齢/).first(), '')
  await at.press('Control+Enter')
  await visit('register-outside-era', page)
  await at.press('Escape')
  await visit('board', page)
  await chronologyAndClock(page, visit)
  await page.getByRole('grid').focus()
  await at.press('ArrowDown')
  await at.press('ArrowDown')
  await visit('board-chosen', page)
  await at.press('Enter')
  await page.locator('[data-vital="temperatureC"]').waitFor()
  await visit('chart-empty', page)
  await inChart(page, visit)
  await onFullDisk(app, page, visit)
  await at.press('F2')
  await throughPeople(page, visit)
  await at.push('その他')
  await visit('more', page)
  await at.push('決めごとを読む')
  await at.sees('開けるときの手順')
  await visit('plan', page)
  await at.press('Escape')
  await at.push('記録の検証と履歴')
  await at.sees('連鎖')
  await visit('audit', page)
  await at.push('連鎖を検証する')
  await at.sees('に検証し')
  await page.getByRole('tab', { name: '閲覧と記録の扱い' }).press('Enter')
  await visit('audit-openings', page)
  await page.getByRole('tab', { name: '業務の外' }).press('Enter')
  await visit('audit-duties', page)
  await page.getByRole('tab', { name: '人ごとの件数' }).press('Enter')
  await visit('audit-people', page)
  await at.press('Escape')
  await at.press('F1')
  await visit('help', page)
  await at.press('F2')
  await exportAll(page, async (name) => {
    await visit(name, page)
    if (name !== 'export') return
    await diskThat(app, 'waits')
    await at.press('Control+Enter')
    await page.getByRole('progressbar').waitFor()
    await visit('export-running', page)
    await diskThat(app, 'works')
    await page.getByText('読み返して確かめました').waitFor()
    await at.push('もう一度書き出す')
  })
  await at.press('F2')
}

/** Somebody new is introduced without a number of their own, writes, and gives the place back. */
async function throughPeople(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.press('Alt+K')
  await at.sees('次はだれが書きますか')
  await visit('switch-alone', page)
  await at.push('はじめての人を登録する')
  await at.sees('新しい記録者を登録します')
  await visit('newcomer', page)
  await at.write('氏名', '応援 はな')
  await at.write('所属', '架空市民病院')
  await at.choose('職種', 1)
  await at.write('自分のPIN', '730915')
  await at.write('もう一度', '730915')
  await at.press('Control+Enter')
  await at.sees('この番号を覚えてください')
  await visit('number-given', page)
  await at.press('Enter')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  await at.press('Alt+K')
  await page.getByRole('button', { name: opener.name }).press('Enter')
  await visit('switch', page)
  await at.press('F2')
  await at.push('その他')
  await at.push(/承認と確認/)
  await at.sees('1人で実施')
  await visit('items', page)
  await at.push('内容を見る')
  await page.getByRole('button', { name: /2人目として確認した(?!（)/ }).waitFor()
  await visit('item', page)
  await at.press('Alt+K')
  await page.getByRole('button', { name: opener.name }).press('Enter')
  await at.push('PINを決め直す')
  await at.sees('のPINを決め直します')
  await visit('pin-reset', page)
  await at.press('Escape')
  await changeTo(page, opener)
}

/** The promise is not given, and the screen says what to do instead. */
async function onFullDisk(app: ElectronApplication, page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await diskThat(app, 'is-full')
  await at.write('看護記録を書く', '体位変換。')
  await at.press('Control+Enter')
  await at.sees('保存できません')
  await visit('chart-cannot-save', page)
  await diskThat(app, 'works')
  await at.press('Control+Enter')
  await page.getByLabel('看護記録を書く').first().getByText('保存済み').waitFor()
}

/** What the station tells by itself, a line of somebody, a struck one; and the clock, held beside a watch. */
async function chronologyAndClock(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.press('F5')
  await page.getByRole('row').filter({ hasText: '封筒 1号を開封' }).waitFor()
  await put(page.getByLabel('時刻').first(), '99')
  await visit('chronology', page)
  await put(page.getByLabel('時刻').first(), `${twoDaysAgo()} 0:05`)
  await at.write('発信', '災害対策本部')
  await at.choose('手段', 7)
  await at.write('内容', '自家発電は6時間。人工呼吸器の患者を優先する。')
  await at.press('Control+Enter')
  const line = page.getByRole('row').filter({ hasText: '自家発電は6時間' })
  await line.getByRole('button').focus()
  await at.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await visit('chronology-strike', page)
  await at.write('理由', '重複')
  await at.press('Control+Enter')
  await line.locator('s').waitFor()
  await visit('chronology-struck', page)
  await at.press('Escape')
  await at.push('その他')
  await at.push('時計を確かめる')
  await at.choose('端末の時計は合っていますか', 2)
  await at.write('正しい時刻', '1453')
  await at.choose('だれと見比べましたか', 2)
  await visit('clock', page)
  await at.press('Escape')
}

async function inChart(page: Page, visit: Visit): Promise<void> {
  const at = driver(page)
  await vitalSigns(page, ['36.8', '92', '118', '70', '18', '97', '', '0'])
  await vitalSigns(page, ['39.8', '128', '88', '50', '32', '88', '5', '20'])
  await strike(page, '別の患者の値')
  await vitalSigns(page, ['42.5', '240', '270', '165', '3', '45', '16', '300'])
  await note(page, '意識清明。右前腕に擦過傷。\n洗浄し被覆した。')
  await page.getByRole('textbox', { name: '看護記録を書く' }).focus()
  await page.keyboard.insertText('昨夜、嘔吐1回。')
  await put(page.getByLabel('看護記録を書く').first().getByLabel('時刻'), `${twoDaysAgo()} 0:05`)
  await visit('chart-late', page)
  await at.press('Control+Enter')
  await page.getByLabel('看護記録を書く').first().getByText('保存済み').waitFor()
  await at.push(/確かめる/)
  await at.sees('アレルギーを確かめて記録する')
  await visit('allergy', page)
  await at.choose('確かめた結果', 2)
  await at.press('Control+Enter')
  await visit('allergy-fault', page)
  await at.press('Escape')
  await allergy(page, 'ペニシリン', '本人')
  await at.push(/取り消す/)
  await at.sees('この記録に取り消し線を引きますか')
  await visit('strike', page)
  await at.press('Escape')
  await page.locator('[data-vital="temperatureC"]').focus()
  for (const key of ['367', 'Enter', '25', 'Enter', '50', 'Enter', '70', 'Enter']) await (key === 'Enter' ? at.press(key) : page.keyboard.type(key))
  await put(page.getByRole('textbox', { name: '看護記録を書く' }), '記'.repeat(20_001))
  await put(page.getByLabel('バイタルサインを書く').getByLabel('測定時刻'), '99')
  await visit('chart-faults', page)
  await put(page.getByRole('textbox', { name: '看護記録を書く' }), '')
  for (const name of ['temperatureC', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg']) await put(page.locator(`[data-vital="${name}"]`), '')
  await put(page.getByLabel('バイタルサインを書く').getByLabel('測定時刻'), '')
  await at.push('代行で書く')
  await at.write('だれの代わりですか', '見')
  await visit('chart-proxy', page)
  await at.press('Escape')
  await visit('chart', page)
  await at.choose('表示する期間', 4)
  await visit('chart-week', page)
}

/** `11/21`, as a person in Japan writes it. */
function twoDaysAgo(): string {
  return new Date(Date.now() - 2 * 86_400_000).toLocaleDateString('en-US', { timeZone: 'Asia/Tokyo', month: 'numeric', day: 'numeric' })
}

async function atLock(page: Page, restartCode: string, visit: Visit): Promise<void> {
  const at = driver(page)
  await at.sees('だれが使いますか')
  await visit('lock', page)
  await page.getByRole('button', { name: opener.name }).press('Enter')
  await at.write('PIN', '204614')
  await at.press('Enter')
  await at.sees('PINが違います')
  await visit('lock-wrong-pin', page)
  await at.push('再開コード')
  await visit('lock-restart', page)
  await at.write('自分の職員番号', 'N-0207')
  await page.locator('fieldset input').first().focus()
  await page.keyboard.type(restartCode.replaceAll('-', ''), handPace)
  await page.waitForTimeout(lateKeyMs + 50) // held back as a reader's until no further key comes
  await at.press('Control+Enter')
  await at.sees('使う人はだれですか')
  await visit('lock-returned', page)
  await at.press('Escape')
  await at.push('別の封筒を開ける')
  await at.sees('開ける人はだれですか')
  await visit('open-join', page)
  await at.press('Escape')
  await unlock(page)
}

/** Killed, and started again: no PIN is known any more, and what the working copy says is in doubt. */
async function afterPowerCut(place: Place, restartCode: string, visit: Visit): Promise<readonly string[]> {
  const { app, page, complaints } = await show(place)
  const at = driver(page)
  try {
    await at.sees('再開コードを打ってください')
    await visit('lock-restarted', page)
    await at.write('自分の職員番号', 'N-0207')
    await page.locator('fieldset input').first().focus()
    await page.keyboard.type(restartCode.replaceAll('-', ''), handPace)
    await page.waitForTimeout(lateKeyMs + 50) // held back as a reader's until no further key comes
    await at.press('Control+Enter')
    await at.sees('使う人はだれですか')
    await page.keyboard.insertText('仮谷 和子')
    await at.choose('職種', 2)
    await at.write('自分のPIN', '830164')
    await at.write('もう一度', '830165')
    await visit('returned-fault', page)
    await at.write('もう一度', '830164')
    await at.press('Control+Enter')
    await at.sees('表示用の控えを作り直しました')
    await visit('board-after-power-cut', page)
    await throughStandDown(app, page, visit)
  } finally {
    await app.close()
  }
  return complaints
}

/** Switches language and colours by the two buttons of the top bar, without moving the focus; also under a dialog. */
export async function inLook(page: Page, { language, theme }: { readonly language: 'ja' | 'en'; readonly theme: 'day' | 'night' }): Promise<void> {
  const now = await page.evaluate(() => ({ language: document.documentElement.lang, theme: document.documentElement.dataset['theme'] ?? 'day' }))
  if (now.language !== language) await pressLookButton(page, 0)
  if (now.theme !== theme) await pressLookButton(page, 1)
}

/** The button of the language names the other language in itself; that of the colours stands behind it. */
async function pressLookButton(page: Page, which: 0 | 1): Promise<void> {
  await page.evaluate(async (behind) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('header button')]
    const at = buttons.findIndex((button) => button.querySelector('span[lang="en"], span[lang="ja"]') !== null)
    buttons[at + behind]?.click()
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  }, which)
}
