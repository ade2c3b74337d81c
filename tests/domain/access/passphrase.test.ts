import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passphraseFault, readPassphrase } from '#domain/access/passphrase.ts'

const codeOf = (typed: string): string => {
  const read = readPassphrase(typed)
  return read.ok ? 'ok' : read.error.code
}

describe('a passphrase of maintenance', () => {
  it('[MAINT-1] what is too short, too long, one symbol only, digits only or cannot be typed is told apart', () => {
    expect(['灯台守りの古い合言葉だ', 'x'.repeat(129), 'あ'.repeat(12), '2026-11-20 0312', '架空の合言葉は\u0007ここにある', '古い灯台の合言葉は三つの波'].map(codeOf)).toEqual([
      'passphrase-too-short', 'passphrase-too-long', 'passphrase-all-same', 'passphrase-only-digits', 'passphrase-not-typable', 'ok',
    ])
  })

  it('[MAINT-1] an input method left on changes nothing', () => {
    expect(readPassphrase('ｋｏｇａｋｅ　ｎｏ　ｎａｍｉ　３')).toEqual(readPassphrase('kogake no nami 3'))
  })

  it('[MAINT-1] whatever is typed is taken or refused, and what is taken keeps its length as counted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const read = readPassphrase(typed)
      return !read.ok || (passphraseFault(read.value) === null && [...read.value].length >= 12)
    }))
  })
})
