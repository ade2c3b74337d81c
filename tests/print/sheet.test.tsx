import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { makeSealedCode, readSealedCode } from '#domain/access/code.ts'
import { EnvelopePage } from '#renderer/print/envelope-page.tsx'
import { codeCells, secretCells } from '#renderer/print/groups.ts'
import { knownOf } from '#renderer/print/known.ts'
import { LedgerPage } from '#renderer/print/ledger-page.tsx'
import { OfficerPage } from '#renderer/print/officer-page.tsx'
import { qrPath } from '#renderer/print/qr-path.ts'
import { readQr } from './read-qr.ts'
import { bareEnvelope, envelope, officer } from './sample-sheets.ts'

const codes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => makeSealedCode({ random: () => bytes }))
const secrets = fc.string({ unit: fc.constantFrom(...'023456789ACDEFGHJKLMNPQRSTUVWXYZ'), minLength: 58, maxLength: 58 }).map((rest) => `AGE-SECRET-KEY-1${rest}`)

/** What a reader of the paper sees, one text a run. */
const printed = (page: React.ReactNode): readonly string[] => renderToStaticMarkup(page).split(/<[^>]*>/).filter((text) => text !== '')
const drawn = (page: React.ReactNode): readonly string[] => [...renderToStaticMarkup(page).matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) => path)

test('[SHEET-1] An envelope’s code stands on the first page of its sheet in groups with their check symbols, as one line and in the QR; page two has nothing of it.', () => {
  const first = printed(<EnvelopePage sheet={envelope} />)
  expect(first.join('')).toContain('第1組 group 1QE541検第2組 group 2QXB9Z検第3組 group 3P1CBW検第4組 group 4WTQSP検')
  expect(first.filter((text) => text === envelope.code)).toHaveLength(1)
  expect(drawn(<EnvelopePage sheet={envelope} />)).toEqual([qrPath(envelope.code).path])
  const second = renderToStaticMarkup(<LedgerPage sheet={envelope} />)
  for (const group of envelope.code.split('-')) expect(second).not.toContain(group)
  expect(drawn(<LedgerPage sheet={envelope} />)).toEqual([])
})

test('[SHEET-1] what stands in the cells, typed one after the other, is the code', () => {
  fc.assert(fc.property(codes, (code) => {
    const typed = codeCells(code).map(({ symbols, check }) => symbols.join('') + check).join('')
    expect(readSealedCode(typed)).toEqual({ ok: true, value: code })
    expect(codeCells(code).map(({ symbols }) => symbols.length)).toEqual([4, 4, 4, 4])
  }))
})

test('[SHEET-2] A QR on a sheet reads as exactly the text printed beside it, at level M or better, with its quiet zone.', () => {
  fc.assert(fc.property(codes, (code) => {
    expect(readQr(qrPath(code))).toEqual({ version: 2, level: 'Q', text: code })
  }), { numRuns: 15 })
  fc.assert(fc.property(secrets, (secret) => {
    expect(readQr(qrPath(secret))).toEqual({ version: 4, level: 'M', text: secret })
  }), { numRuns: 10 })
})

test('[SHEET-3] Both pages of an envelope’s sheet say its number of how many, the station, the day in Japan and the roster’s fingerprint.', () => {
  for (const Page of [EnvelopePage, LedgerPage]) {
    const text = printed(<Page sheet={envelope} />).join('')
    for (const said of ['封筒 2/3', '2号 / 3通', '潮見総合病院　5階東病棟', '端末 AF', '2026-09-01(火) 10:20:44', envelope.fingerprint]) expect(text).toContain(said)
  }
})

test('[SHEET-4] The recovery officer’s sheet holds the secret key in groups, as one line and in the QR, with the words for age.', () => {
  const page = <OfficerPage sheet={officer} />
  const text = printed(page)
  expect(text.join('')).toContain('AGE-SECRET-KEY-11QZ5M28H2V37K3X')
  expect(text.filter((run) => run === officer.secret)).toHaveLength(1)
  expect(text).toContain(officer.recipient)
  expect(text).toContain('age -d -i key.txt -o 出力 入力.age')
  expect(drawn(page)).toEqual([qrPath(officer.secret).path])
})

test('[SHEET-4] head and groups, typed one after the other, are the key', () => {
  fc.assert(fc.property(secrets, (secret) => {
    const { head, groups } = secretCells(secret)
    expect(head + groups.join('')).toBe(secret)
    expect(groups).toHaveLength(15)
  }))
})

test('[SHEET-15] What the hospital decided beforehand stands printed on an envelope’s sheet; what it did not decide is left for the pen.', () => {
  const declarers = [{ name: '伊藤 恵', duty: '副院長', staffNumber: null, isDeputy: false }, { name: '加藤 恵子', duty: '', staffNumber: null, isDeputy: true }]
  const known = knownOf({ declarers, contacts: [{ who: '災害対策本部', reach: 'PHS 2901', note: '' }] }, { place: '看護部長室 金庫', holder: '看護部長' })
  const label = printed(<LedgerPage sheet={{ ...envelope, known }} />)
  for (const said of ['副院長 伊藤 恵/加藤 恵子', '災害対策本部 PHS 2901', '看護部長室 金庫', '看護部長']) expect(label).toContain(said)
  expect(printed(<EnvelopePage sheet={{ ...envelope, known }} />)).toContain('看護部長室 金庫　看護部長')
  const bare = renderToStaticMarkup(<LedgerPage sheet={bareEnvelope} />)
  for (const head of ['封緘日・封緘者', '保管場所', '開けてよい人', '夜間の連絡先', '次回点検期限', '拾得・破損の連絡先']) expect(bare).toMatch(new RegExp(`${head}</th><td[^>]*></td>`))
})

test('what a hospital calls itself cannot become markup', () => {
  expect(renderToStaticMarkup(<EnvelopePage sheet={{ ...envelope, hospital: '<b onclick="x">' }} />)).toContain('&lt;b onclick=&quot;x&quot;&gt;')
})
