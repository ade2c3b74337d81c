import { expect, it } from 'vitest'
import { headSymbols, printedHead, readPrintedHead } from '#domain/log/printed-head.ts'

const head = 'ff00'.repeat(16)

it('[VER-6] a printed head is read back with any separators and in small letters', () => {
  const shown = printedHead(1234, head)
  const symbols = headSymbols(head)
  for (const typed of [shown, shown.toLowerCase(), shown.replace('-', ' '), shown.replace(' ', ':'), ` ${shown} `, shown.replaceAll('0', 'O')]) {
    expect(readPrintedHead(typed), typed).toEqual({ ok: true, value: { seq: 1234, symbols } })
  }
})

it.each(['', '1234', '1234 7K2MQ', '7K2MQ-8H3RD', '12 7K2MQ-8H3RU', `1 ${'A'.repeat(10_000)}`])('[VER-6] %s is not a printed head', (typed) => {
  expect(readPrintedHead(typed)).toEqual({ ok: false, error: { code: 'not-a-printed-head' } })
})
