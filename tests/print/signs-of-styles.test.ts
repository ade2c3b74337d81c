import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { signsOfStyles } from '#renderer/print/signs-of-styles.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('[SHEET-13] every sign that a stylesheet writes on paper is looked for in its face before it is printed', () => {
  const written = globSync('renderer/print/**/*.css', { cwd: root }).flatMap((path) => [...readFileSync(`${root}${path}`, 'utf8').matchAll(/content: '([^']*)'/g)].map(([, text = '']) => text))
  expect(written.some((text) => text.includes('訓練'))).toBe(true)
  expect([...new Set(written.join(''))].filter((sign) => !signsOfStyles.includes(sign))).toEqual([])
})
