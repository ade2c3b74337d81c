import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { fieldsOf, type FormDefinition, type FormField } from '#domain/form/definition.ts'
import { forms } from '#domain/form/forms.ts'
import { words as confirmWords } from '#renderer/ui/confirm-step.words.ts'
import { words as formWords } from '#renderer/features/form/words.ts'
import { betweenKeysMs, lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver, type Driver } from '../demo/drive.ts'
import { openEnvelope, register } from '../demo/steps.ts'
import { careHand } from './care-steps.ts'
import { keepPrints, printedWords, wordsOf } from './printed.ts'
import { aSealedStation, show, type SealedStation, type Shown } from './station.ts'
import { inLook } from './tour.ts'

/**
 * Every form there is, whole: each field filled by keyboard, confirmed, corrected, printed; and what the paper says is what was
 * written, in both versions. In both languages.
 */
const folder = mkdtempSync(join(tmpdir(), 'tomoshibi-forms-'))
const name = '髙﨑𠮷野'

for (const language of ['ja', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.describe.configure({ mode: 'serial' })
    let station: SealedStation
    let shown: Shown
    let page: Page
    let at: Driver
    let number = ''
    /** What must stand on paper, form by form. */
    const written: string[] = []

    test.beforeAll(async () => {
      station = await aSealedStation()
      shown = await show(station)
      page = shown.page
      at = driver(page)
      await openEnvelope(page, 1, station.codes[0] ?? '')
      number = await register(page, { features: '70代くらい、白髪', bed: '301' })
      await page.keyboard.press('Enter')
      await page.locator('[data-vital="temperatureC"]').waitFor()
      await keepPrints(page)
      await inLook(page, { language, theme: 'day' })
    })
    test.afterAll(async () => {
      await shown.app.close()
      await station.drop()
    })

    const inChart = (): Promise<void> => page.locator('[data-vital="temperatureC"]').waitFor()

    for (const form of forms) {
      test(`[FORM-13] [CONFIRM-1] ${form.id}: every field is written, confirmed, corrected with a reason, and both versions stand in the chart`, async () => {
        await inChart()
        await at.push(formWords.listTitle[language])
        await page.getByRole('heading', { level: 2, name: formWords.listTitle[language] }).waitFor()
        await page.getByRole('button', { name: form.label[language], exact: true }).focus()
        await at.press('Enter')
        await page.getByRole('heading', { level: 2, name: form.label[language] }).waitFor()
        for (const field of fieldsOf(form)) written.push(...(await fill(field, form)))
        await confirmed()
        const text = markOf(form)
        await page.getByRole('listitem').filter({ hasText: text }).first().locator('button[data-correct], button').filter({ hasText: language === 'ja' ? /訂正/ : /Correct/ }).first().focus()
        await at.press('Enter')
        const corrected = firstTyped(form)
        const box = page.locator(`[data-form="${corrected.name}"]`).locator('input, textarea').first()
        await box.waitFor()
        await box.focus()
        await at.press('Control+A')
        await page.keyboard.insertText(`${text}改`)
        await page.locator('[data-form-reason] input, [data-form-reason] textarea').first().focus()
        await page.keyboard.insertText(`${form.id}の書き誤り`)
        await confirmed()
        written.push(`${text}改`, `${form.id}の書き誤り`)
      })
    }

    test('[CHARTP-6] [CHARTP-13] the paper of all records says every word of both versions, with name, number and page', async () => {
      await careHand(page, language).printAll()
      const paper = await printedWords(shown, join(folder, `forms-${language}.pdf`))
      expect(paper.length).toBeGreaterThan(2_000)
      expect(paper).toContain(number)
      expect(paper).toMatch(/1\/\d+/)
      expect(paper).toContain('E1V1M1')
      expect([...new Set(written)].filter((words) => !paper.includes(wordsOf(words)))).toEqual([])
    })

    test('nothing was complained of on the way', () => {
      expect(shown.complaints).toEqual([])
    })

    async function confirmed(): Promise<void> {
      await at.press('Control+Enter')
      await page.getByRole('button', { name: confirmWords.confirm[language] }).waitFor()
      await at.press('Control+Enter')
      await page.getByRole('button', { name: confirmWords.atOnce[language] }).waitFor()
      await at.press('Control+Enter')
      await inChart()
    }

    /** Writes one field as a hand does; returns what the paper must say of it. */
    async function fill(field: FormField, form: FormDefinition): Promise<readonly string[]> {
      const place = page.locator(`[data-form="${field.name}"]`)
      const type = async (text: string): Promise<void> => {
        await place.locator('input, textarea').first().focus()
        await at.press('Control+A')
        await page.keyboard.insertText(text)
      }
      switch (field.type) {
        case 'line': {
          const text = field.name === firstTyped(form).name ? markOf(form) : `${name}${field.name}`
          await type(text)
          return [text]
        }
        case 'text': {
          const text = field.name === firstTyped(form).name ? markOf(form) : `${name}に${field.name}を説明した。`
          await type(`${text}\n二行目${field.name}`)
          return [text, `二行目${field.name}`]
        }
        case 'number': {
          const value = Number(((field.likely[0] + field.likely[1]) / 2).toFixed(field.decimals))
          await type(String(value))
          return [String(value)]
        }
        case 'moment':
          await type('00:00')
          return ['00:00']
        case 'date':
          await type('r8.11.18')
          return ['2026-11-18']
        case 'yes-no':
        case 'choice': {
          await place.getByRole('radio').first().focus()
          await at.press('1')
          await page.waitForTimeout(Math.max(lateKeyMs + 50, 3 * betweenKeysMs))
          // Of a score the figure is the answer, and the flow sheet holds the figure alone.
          if (field.type !== 'choice' || field.options.some(({ code }) => code === '1')) return []
          return [field.options[0]?.label.ja ?? '']
        }
        case 'choices': {
          await place.getByRole('checkbox').first().focus()
          await at.press('Space')
          await page.waitForTimeout(lateKeyMs + 50)
          return [field.options[0]?.label.ja ?? '']
        }
      }
    }
  })
}

/** The first field of a form that is typed in words: what its record is known by. */
function firstTyped(form: FormDefinition): FormField {
  const field = fieldsOf(form).find(({ type }) => type === 'text') ?? fieldsOf(form).find(({ type }) => type === 'line')
  if (field === undefined) throw new Error(`${form.id} has no field for words`)
  return field
}

const markOf = (form: FormDefinition): string => `𠮷${form.id}の記録`
