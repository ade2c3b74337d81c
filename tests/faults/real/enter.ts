import { betweenKeysMs, lateKeyMs } from '#renderer/ui/wedge.ts'
import type { Page } from '@playwright/test'
import { driver } from '#tests/demo/drive.ts'
import { opener } from '#tests/demo/steps.ts'

/**
 * How long a right code took to become a board that can be used, in milliseconds; typing is not counted. Apart from
 * it the wait for the code: a kill between a try and its answer leaves that try counted as wrong (KEY-60).
 */
export type Entered = { readonly usableMs: number; readonly owedMs: number }

/** Longer than the longest wait the product may ask for. */
const mostOwedMs = 40_000

const registerButton = (page: Page) => page.getByRole('button', { name: '患者を登録する' }).first()

/** After a power cut: the shift leader's code, then who this is. */
export async function enterWithRestartCode(page: Page, code: string): Promise<Entered> {
  const at = driver(page)
  await at.sees('再開コードを打ってください')
  await at.write('自分の職員番号', opener.staffNumber)
  await typeCode(page, code)
  const owedMs = await owedWait(page, '解錠する')
  const opening = stopwatch()
  await at.press('Control+Enter')
  await page.getByLabel('氏名').first().waitFor()
  const openedMs = opening()
  await at.write('氏名', opener.name)
  await at.choose('職種', 2)
  await at.write('PIN', opener.pin)
  await at.write('もう一度', opener.pin)
  const entering = stopwatch()
  await at.press('Control+Enter')
  await registerButton(page).waitFor()
  return { usableMs: openedMs + entering(), owedMs }
}

/** With a further envelope while the incident runs; its opener copies a new restart code before going on. */
export async function enterWithEnvelope(page: Page, number: number, code: string): Promise<Entered> {
  const at = driver(page)
  await at.push('別の封筒を開ける')
  await at.sees('開ける人はだれですか')
  await at.write('職員番号', opener.staffNumber)
  await at.write('氏名', opener.name)
  await at.choose('職種', 2)
  await at.press('Control+Enter')
  await at.choose('封筒の番号', number)
  await typeCode(page, code)
  const owedMs = await owedWait(page, '開封する')
  const opening = stopwatch()
  await at.press('Control+Enter')
  await at.sees('は破られました')
  const openedMs = opening()
  await at.press('Control+Enter')
  await at.sees('自分のPINを決めてください')
  await at.write('PIN', opener.pin)
  await at.write('もう一度', opener.pin)
  await at.press('Control+Enter')
  await at.sees('再開コードを紙に書き写してください')
  await at.press('Space')
  const entering = stopwatch()
  await at.press('Control+Enter')
  await registerButton(page).waitFor()
  return { usableMs: openedMs + entering(), owedMs }
}

/** Opens the chart of the n-th patient of the list, with keys. */
export async function openChart(page: Page, index: number): Promise<void> {
  await page.getByRole('grid', { name: '患者一覧' }).focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('看護記録を書く').first().waitFor()
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('fieldset input').first().focus()
  // As a hand types: faster is taken for a reader, and on a busy machine a scan with late keys is taken short.
  await page.keyboard.type(code.replace(/[^0-9A-Z]/g, ''), { delay: 2 * betweenKeysMs })
  await page.waitForTimeout(lateKeyMs + 50)
}

/** Until the button can be pressed, as a person waits who reads 「あと3秒」 on it. */
async function owedWait(page: Page, button: string): Promise<number> {
  const waiting = stopwatch()
  await page.getByRole('button', { name: button, disabled: false }).waitFor({ timeout: mostOwedMs })
  return waiting()
}

function stopwatch(): () => number {
  const began = performance.now()
  return () => performance.now() - began
}
