import type { Page } from '@playwright/test'
import { driver } from '../demo/drive.ts'
import { openChart, seesChart } from './tour-patients.ts'
import type { Visit } from './tour.ts'

/** The sheets beside the course, where they are written, and the rounds and prints of the whole ward. */
export async function throughCare(page: Page, number: string, visit: Visit): Promise<void> {
  const at = driver(page)
  await openChart(at, number)
  for (const [key, tab] of [['Alt+2', '指示簿'], ['Alt+3', '注射・与薬'], ['Alt+4', '水分出納'], ['Alt+5', '検査'], ['Alt+6', '輸血']] as const) {
    await at.press(key)
    await page.getByRole('tab', { name: new RegExp(tab), selected: true }).waitFor()
    await visit(`chart-${key.slice(-1)}`, page)
  }
  await at.press('Alt+2')
  await at.push('指示を書く')
  await page.getByRole('radiogroup', { name: '種別' }).waitFor()
  await at.press('Control+Enter')
  await visit('order-refused', page)
  await at.press('Escape')
  await page.getByRole('tab', { name: /指示簿/, selected: true }).waitFor()
  await at.press('Alt+1')
  await seesChart(at)
  await at.push('写真')
  await page.getByRole('radiogroup', { name: '何の写真か' }).waitFor()
  await visit('photos', page)
  await at.press('Escape')
  await seesChart(at)
  await at.push('記録を印刷する')
  await page.getByRole('heading', { level: 2, name: 'この患者の記録を印刷する' }).waitFor()
  await visit('print-chart', page)
  await at.press('Escape')
  await seesChart(at)
  await at.press('F11')
  await page.getByRole('button', { name: '病棟一式を印刷する' }).waitFor()
  await visit('print-ward', page)
  await at.push('継続用の控えを媒体に書く')
  await page.getByRole('radiogroup', { name: '暗号化' }).waitFor()
  await visit('continuity', page)
  await at.choose('暗号化', 3)
  await page.getByLabel('2人目の職員番号').waitFor()
  await visit('continuity-plain', page)
  await at.press('Escape')
  await page.getByRole('button', { name: '病棟一式を印刷する' }).waitFor()
  await at.press('F2')
  await at.push('検温ラウンド')
  await page.locator('[data-round="temperature"]').first().waitFor()
  await visit('vital-round', page)
  await at.press('Escape')
  await at.push('いつ誰に')
  await visit('round', page)
  await at.press('Escape')
}
