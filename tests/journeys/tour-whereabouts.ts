import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver, type Driver } from '../demo/drive.ts'
import { known, writeTransfer } from './brought.ts'
import type { Place } from './station.ts'
import { openChart, seesChart } from './tour-patients.ts'
import type { Visit } from './tour.ts'
import { scansUntil } from './wedge.ts'

/** Where patients are and where they go, what they wear, and what the station says of a bar. `numbers`: two women of this ward. */
export async function throughWhereabouts(place: Place, page: Page, [one = '', other = '']: readonly string[], visit: Visit): Promise<void> {
  const at = driver(page)
  await page.evaluate(() => {
    window.print = () => undefined // nobody stands at a printer here
  })
  await throughStay(at, one, visit)
  await throughNewborn(at, one, visit)
  await throughPaper(at, visit)
  await throughScans(at, one, other, visit)
  await throughSending(at, other, visit)
  await throughReceiving(at, place, visit)
  await at.press('F2')
  await at.push('病棟の集計')
  await at.sees('現在。入退院は今日0時から')
  await visit('census', page)
  await at.press('Escape')
}

/** Every act, first with what is missing from it; then five of them for good. */
async function throughStay(at: Driver, number: string, visit: Visit): Promise<void> {
  const { page } = at
  const act = async (name: string): Promise<void> => {
    const all = page.getByRole('radiogroup', { name: '何を記録しますか' })
    await all.getByRole('radio', { name }).waitFor()
    const names = await all.getByRole('radio').evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent ?? ''))
    await at.choose('何を記録しますか', names.findIndex((one) => one.startsWith(name)) + 1)
  }
  await openChart(at, number)
  await at.push('入退院・移動')
  await page.getByRole('alertdialog').waitFor()
  await at.press('Control+Enter')
  await visit('stay', page)
  for (const [name, called, isAsking] of [['ベッド移動', 'bed', true], ['外泊', 'leave', false], ['転出', 'sent', true], ['退院', 'discharged', false], ['救護区分', 'needs', true], ['死亡確認', 'death', true]] as const) {
    await act(name)
    if (isAsking) await at.press('Control+Enter') // something is missing still
    await visit(`stay-${called}`, page)
  }
  await act('救護区分')
  await at.choose('救護区分', 2)
  await recorded(at)
  await visit('chart-needs', page)
  for (const [name, called, fill] of [['外泊', '', ''], ['帰院', 'returned', ''], ['退院', '', ''], ['入院', 'admit', '302']] as const) {
    await at.push('入退院・移動')
    await page.getByRole('alertdialog').waitFor()
    await act(name)
    if (fill !== '') await at.write('ベッド', fill)
    if (called !== '') await visit(`stay-${called}`, page)
    await recorded(at)
  }
  await openChart(at, known.id)
  await at.push('入退院・移動')
  await act('死亡確認')
  await at.write('死亡を確認した医師', '見本 医師')
  await recorded(at)
  await visit('chart-died', page)
}

async function recorded(at: Driver): Promise<void> {
  await at.press('Control+Enter')
  await at.page.getByRole('alertdialog').waitFor({ state: 'hidden' })
}

async function throughNewborn(at: Driver, mother: string, visit: Visit): Promise<void> {
  await openChart(at, mother)
  await at.push('新生児を登録する')
  await at.sees('子の番号（自動）')
  await visit('newborn', at.page)
  await at.write('生まれた日', '29991231')
  await at.press('Control+Enter')
  await visit('newborn-fault', at.page)
  await at.write('生まれた日', '')
  await at.choose('性別', 2)
  await at.press('Control+Enter')
  await at.sees('登録しました')
  await visit('newborn-registered', at.page)
  await at.press('Enter')
  await seesChart(at)
}

/** On the chart that is open, then everybody's. */
async function throughPaper(at: Driver, visit: Visit): Promise<void> {
  await at.push('バンド・ラベルを印刷する')
  await at.sees('印刷するもの')
  await at.press('Control+Enter')
  await at.sees('本目です')
  await visit('paper', at.page)
  await at.choose('印刷するもの', 4)
  await visit('paper-labels', at.page)
  await at.write('枚数', '999')
  await at.write('右へ', '99')
  await visit('paper-faults', at.page)
  await at.write('右へ', '0')
  await at.push('手で書き写す')
  await at.sees('番号を区切って読み上げて')
  await visit('hand-copy', at.page)
  await at.push('書き写した')
  await seesChart(at)
  await at.push('その他')
  await at.push(/印刷していないバンド/)
  await at.sees('登録が古い順です')
  await visit('bands', at.page)
  await at.press('Escape')
  await at.push('番号だけのバンド・ラベル')
  await at.sees('何人分')
  await visit('blank-numbers', at.page)
  await at.push('番号を取り置いてバンドを印刷する')
  await at.sees('バンドを印刷し直す')
  await visit('blank-numbers-set-aside', at.page)
  await at.press('Escape')
}

async function throughScans(at: Driver, one: string, other: string, visit: Visit): Promise<void> {
  const { page } = at
  await at.push('カメラで読み取る')
  await page.getByRole('alertdialog').waitFor()
  await at.sees('カメラが見つかりません')
  await visit('camera', page)
  await at.press('Escape')
  await at.press('F2')
  for (const [text, shown, called] of [['4912345678904', '知らない形です', 'unknown'], [one.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)), '検査数字が合いません', 'check-digit']] as const) {
    await page.getByRole('grid').focus()
    await scansUntil(page, text, page.getByText(shown))
    await visit(`scan-${called}`, page)
    await at.push('読みました')
  }
  await openChart(at, one)
  await scansUntil(page, one, page.getByText('いま開いている患者です'))
  await scansUntil(page, other, page.getByText('別の患者のバーコード'))
  await visit('scan-other-patient', page)
  await at.push('この患者のカルテを開く')
}

async function throughSending(at: Driver, number: string, visit: Visit): Promise<void> {
  await openChart(at, number)
  await at.push('他の端末へ転送')
  await at.sees('転送票にだけ印刷されます')
  await visit('send', at.page)
  await at.write('行き先', '架空総合病院 西4病棟 KM')
  await at.push('書き込む場所を選ぶ')
  await at.sees('書き込む場所 ')
  await visit('send-ready', at.page)
  await at.press('Control+Enter')
  await at.sees('読み返して確かめました')
  await visit('sent', at.page)
  await at.press('Escape')
}

async function throughReceiving(at: Driver, place: Place, visit: Visit): Promise<void> {
  const { page } = at
  const path = join(place.exportTo, '..', 'from-km.age')
  const { code, other } = await writeTransfer(path)
  const type = async (typed: string): Promise<void> => {
    await page.locator('[data-code-field] input').first().focus()
    await page.keyboard.type(typed.replaceAll('-', ''), { delay: 80 })
    await page.waitForTimeout(lateKeyMs + 50)
  }
  await at.press('F2')
  await at.push('その他')
  await at.push('他の端末から受け取る')
  await at.sees('転送ファイルを選び')
  await visit('receive', page)
  await page.locator('input[type=file]').setInputFiles(path)
  await type(other)
  await at.press('Control+Enter')
  await at.sees('このコードでは開きません')
  await visit('receive-wrong-code', page)
  for (const box of await page.locator('[data-code-field] input').all()) {
    await box.focus()
    await at.press('Control+A')
    await at.press('Delete')
  }
  await type(code)
  await at.press('Control+Enter')
  await at.sees('この患者を受け取る')
  await visit('receive-preview', page)
  await at.press('Control+Enter')
  await at.sees('ベッドを決めてください')
  await visit('receive-bed', page)
  await at.press('Control+Enter')
  await seesChart(at)
}
