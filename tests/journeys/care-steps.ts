import { expect, type Locator, type Page } from '@playwright/test'
import { identifyWords } from '#renderer/app/identify-words.ts'
import { words as medicine } from '#renderer/features/medicine/words.ts'
import { words as orders } from '#renderer/features/orders/words.ts'
import { words as print } from '#renderer/features/print/words.ts'
import { words as confirmWords } from '#renderer/ui/confirm-step.words.ts'
import { lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver } from '../demo/drive.ts'

export type Language = 'ja' | 'en'
/** A name of the product, from its own words. */
type Words = { readonly ja: string; readonly en: string }
type Said = Words | string | RegExp

/** The driver of a story that is told in both languages: what is on the screen is named by the product's own words. */
export type CareHand = {
  readonly press: (key: string) => Promise<void>
  readonly push: (name: Said, within?: Locator) => Promise<void>
  readonly write: (label: Words, text: string) => Promise<void>
  readonly choose: (label: Words, number: number) => Promise<void>
  readonly chooseNamed: (name: Words) => Promise<void>
  readonly pick: (label: Words, value: string) => Promise<void>
  readonly tick: (name: Words) => Promise<void>
  readonly sees: (text: Said) => Promise<void>
  /** A tab of the chart, by its name. */
  readonly tab: (name: Words) => Promise<void>
  /** Looked over, confirmed, and not waited for; from the form, or where nothing is filled in. */
  readonly confirm: (from?: 'form' | 'looked over') => Promise<void>
  /** The first patient of the ward, at one of the two sheets of orders and medicines. */
  readonly openChart: (sheet: 'orders' | 'medicine') => Promise<void>
  /** What the line of the sheet in front holds that says this. */
  readonly line: (text: string) => Locator
  /** Every sheet of this chart with all its records, to the printer. */
  readonly printAll: () => Promise<void>
}

export function careHand(page: Page, language: Language): CareHand {
  const at = driver(page)
  const said = (words: Said): string | RegExp => (typeof words === 'string' || words instanceof RegExp ? words : words[language])
  const button = (name: Said, within: Locator | Page = page): Locator => within.getByRole('button', { name: begins(said(name)) }).first()
  const enter = async (target: Locator): Promise<void> => {
    await target.focus()
    await at.press('Enter')
  }
  const space = async (target: Locator): Promise<void> => {
    await target.focus()
    await at.press('Space')
  }
  const selected = (words: Words): Promise<void> => page.getByRole('tab', { name: begins(words[language]), selected: true }).waitFor()
  return {
    press: at.press,
    push: (name, within) => enter(button(name, within)),
    write: (label, text) => at.write(label[language], text),
    choose: (label, number) => at.choose(label[language], number),
    chooseNamed: (name) => space(page.getByRole('radio', { name: begins(name[language]) }).first()),
    // A closed list moves by the arrows, as under a hand.
    pick: async (label, value) => {
      const list = page.getByRole('combobox', { name: label[language], exact: true })
      await list.focus()
      for (let tries = 0; tries < 40 && (await list.inputValue()) !== value; tries += 1) await at.press('ArrowDown')
      await expect(list).toHaveValue(value)
    },
    tick: (name) => space(page.getByRole('checkbox', { name: begins(name[language]) }).first()),
    sees: (text) => at.sees(said(text)),
    tab: async (name) => {
      await enter(page.getByRole('tab', { name: begins(name[language]) }))
      await selected(name)
    },
    confirm: async (from = 'form') => {
      if (from === 'form') await at.press('Control+Enter')
      for (const step of [confirmWords.confirm, confirmWords.atOnce]) {
        await button(step).waitFor()
        await at.press('Control+Enter')
      }
      await page.getByText(confirmWords.will[language]).first().waitFor({ state: 'hidden' }) // it is saved, and the next key is for the screen behind
    },
    openChart: async (sheet) => {
      await at.press('F2')
      await page.getByRole('grid').focus()
      await at.press('ArrowDown')
      await at.press('Enter')
      await page.getByRole('tab', { name: begins(medicine.tab[language]) }).waitFor()
      await at.press(sheet === 'orders' ? 'Alt+2' : 'Alt+3')
      await selected(sheet === 'orders' ? orders.tab : medicine.tab)
    },
    line: (text) => page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: text }).first(),
    printAll: async () => {
      await page.locator('[data-vital="temperatureC"]').waitFor()
      await at.push(identifyWords.print[language])
      const sheets = page.getByRole('group', { name: print.chart.what[language] })
      await sheets.waitFor()
      for (const sheet of await sheets.getByRole('checkbox').all()) {
        if (await sheet.isChecked()) continue
        await space(sheet)
        await page.waitForTimeout(lateKeyMs + 50) // a space may be a reader's (SCAN-2)
      }
      await at.press('Control+Enter')
    },
  }
}

/** 「受ける」 and not 「受けた…」 is what a name begins with; key caps and reasons may follow. */
function begins(name: string | RegExp): RegExp {
  return name instanceof RegExp ? name : new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`)
}
