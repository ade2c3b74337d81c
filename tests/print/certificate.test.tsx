import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { instantOf } from '#domain/time.ts'
import { SheetPages } from '#renderer/print/sheet-pages.tsx'
import { erasedRecords } from '#renderer/session/erasure.ts'
import { erasure } from './sample-sheets.ts'

const wordsOf = (sheet: typeof erasure): string => renderToStaticMarkup(<SheetPages sheet={sheet} />).replaceAll(/<[^>]*>/g, '')

it('[ERASE-11] the certificate says what, when, by whom, by which archives, what can still open it, and what it does not claim', () => {
  const text = wordsOf(erasure)
  const { erased } = erasure
  for (const said of [`${erased.entries}件`, erased.by, erased.second, ...erased.archives.map(({ sha256 }) => sha256.slice(0, 12)), '2026-12-04 10:12']) expect(text).toContain(said)
  for (const stays of ['復旧責任者の鍵と、上の保管記録2つ', '継続用の控え(うち暗号化なし 1)', 'ほかの端末へ送った患者の記録', '二重記録の媒体', '丸ごと写したもの']) expect(text).toContain(stays)
  for (const honest of ['消すことは上書きではない', '残っていたとしても、それは暗号文である', '本人であることの証明ではない']) expect(text).toContain(honest)
})

it('[ERASE-11] one that was cut says so, and a copy of the second device is named only where it was not reached', () => {
  expect(wordsOf({ ...erasure, finished: null })).toContain('この消去は途中で切れている')
  expect(wordsOf({ ...erasure, finished: { at: erasure.erasedAt, secondJournal: 'erased' } })).not.toContain('二重記録の媒体')
})

it('[ERASE-11] it is made of the public frames alone, with the newest word on how far it came', () => {
  const { erased } = erasure
  const finished = (secondJournal: 'unreachable' | 'erased') => ({ event: 'erasure-finished', incident: erased.incident, secondJournal }) as const
  const newestFirst = [{ wallMs: 3000, event: finished('erased') }, { wallMs: 2000, event: finished('unreachable') }, { wallMs: 1000, event: erased }]
  expect(erasedRecords(newestFirst)).toEqual([{ erased, erasedAt: instantOf(1000), finished: { at: instantOf(3000), secondJournal: 'erased' } }])
  expect(erasedRecords([{ wallMs: 1000, event: erased }])).toEqual([{ erased, erasedAt: instantOf(1000), finished: null }])
})
