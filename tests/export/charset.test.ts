import { spawnSync } from 'node:child_process'
import encoding from 'encoding-japanese'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charsetsBy, type Charset } from '#domain/export/charset/charset.ts'
import { downMapped } from '#domain/export/charset/down-map.ts'
import { kanjiVariants } from '#domain/patient/kanji-variants.ts'
import { hostile } from './fixture.ts'

const { cp932, jis } = charsetsBy((label, bytes) => new TextDecoder(label).decode(bytes))
const decoders = { CP932: new TextDecoder('shift_jis', { fatal: true }), 'ISO-2022-JP': new TextDecoder('iso-2022-jp', { fatal: true }) }
const decoded = (charset: Charset, text: string): string => decoders[charset.name].decode(charset.encode(text))
const hex = (charset: Charset, text: string): string => Buffer.from(charset.encode(text)).toString('hex')

const letters = [...new Set(`${kanjiVariants}髙﨑𠮷①⑳㊤㈱㎎Ⅳⅳ№℡㍻ｶﾞﾊﾟｱｰ−〜～‖—¥é½³Ω☎♡👩🏽‍⚕️\u202e\u3099が\u{fa19}葛󠄀龠=+@'",\n`)]
const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...letters) }))
  .map((text) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')) // what no form lets in (domain/text.ts)

describe('a character set', () => {
  it('[CHARSET-1] is CP932 as Windows writes it', () => {
    expect(hex(cp932, '髙')).toBe('fbfc')
    expect(hex(cp932, '－～∥￢Ⅰ①㈱∵≒')).toBe('817c8160816181ca87548740878a81e681e0')
    expect(hex(cp932, 'ｱﾞA\r\n')).toBe('b1de410d0a')
    for (const private_ of ['\ue000', '\ue757', '𠮷', '\u0080']) expect(cp932.has(private_)).toBe(false)
  })

  it('[CHARSET-2] is ISO-2022-JP of ASCII and JIS X 0208, and ends in ASCII', () => {
    expect(Buffer.from(jis.encode('A灯\rB')).toString('latin1')).toBe('A\x1b$BEt\x1b(B\rB')
    for (const foreign of ['髙', '﨑', '①', '㈱', '№', 'ｱ', '𠮷', '\x1b', '\x0e']) expect(jis.has(foreign), foreign).toBe(false)
  })

  it('[CHARSET-1] [CHARSET-2] agrees with another library on every kanji of JIS X 0208', () => {
    let seen = 0
    for (let unit = 0x4e00; unit < 0xa000; unit += 1) {
      const letter = String.fromCharCode(unit)
      if (!jis.has(letter)) continue
      seen += 1
      for (const [charset, to] of [[cp932, 'SJIS'], [jis, 'JIS']] as const) expect([...charset.encode(letter)]).toEqual(encoding.convert(encoding.stringToCode(letter), { to, from: 'UNICODE' }))
    }
    expect(seen).toBe(6356) // level 1: 2,965, level 2: 3,390, and 仝 of row 1
  })

  it('[CHARSET-2] never writes a row that readers refuse', () => {
    fc.assert(fc.property(anyText, (text) => {
      let isWide = false
      const bytes = jis.encode(downMapped(text, jis).text)
      for (let at = 0; at < bytes.length; at += isWide ? 2 : 1) {
        while (bytes[at] === 0x1b) {
          isWide = bytes[at + 1] === 0x24
          at += 3
        }
        const row = (bytes[at] ?? 0x21) - 0x20
        if (isWide) expect((row >= 1 && row <= 8) || (row >= 16 && row <= 84), `row ${row}`).toBe(true)
        else expect(bytes[at] ?? 0).toBeLessThan(0x80)
      }
    }))
  })

  it('[CHARSET-2] is what the iconv of every Unix accepts', () => {
    if (spawnSync('iconv', ['--version']).status !== 0) {
      console.warn('skipped: iconv is not installed')
      return
    }
    const every = [...Array(0x10000).keys()].map((unit) => String.fromCharCode(unit)).filter((letter) => letter >= ' ' && jis.has(letter)).join('')
    expect(every.length).toBe(6879 + 96)
    const run = spawnSync('iconv', ['-f', 'ISO-2022-JP', '-t', 'UTF-8'], { input: jis.encode(every) })
    expect(run.status, run.stderr.toString()).toBe(0)
    expect([...run.stdout.toString('utf8')]).toHaveLength(every.length)
    expect(spawnSync('iconv', ['-f', 'CP932', '-t', 'UTF-8'], { input: cp932.encode('髙﨑①㈱～－ｱ') }).stdout.toString('utf8')).toBe('髙﨑①㈱～－ｱ')
  })
})

describe('a text put into a smaller character set', () => {
  it('[CHARSET-3] decodes to what was mapped, whatever was typed', () => {
    for (const charset of [cp932, jis]) fc.assert(fc.property(anyText, (text) => {
      const { text: mapped } = downMapped(text, charset)
      expect(decoded(charset, mapped)).toBe(mapped)
    }))
  })

  it('[CHARSET-4] differs in nothing but what is told, in its order', () => {
    for (const charset of [cp932, jis]) fc.assert(fc.property(anyText, (text) => {
      const { text: mapped, replaced } = downMapped(text, charset)
      const rest = [...replaced]
      let [at, retold] = [0, '']
      while (at < text.length) {
        const next = rest[0]
        if (next !== undefined && text.startsWith(next.from, at) && !charset.has(next.from)) {
          rest.shift()
          retold += next.to
          at += next.from.length
        } else {
          retold += text[at] ?? ''
          at += 1
        }
      }
      expect(retold).toBe(mapped)
      expect(rest).toEqual([])
    }))
  })

  it('[CHARSET-3] is untouched where nothing has to change', () => {
    for (const text of ['', '灯 花子', 'カナ　ー・。', 'a~\\|^&\n', '■☆◇℃±×÷≦']) for (const charset of [cp932, jis]) expect(downMapped(text, charset)).toEqual({ text, replaced: [] })
    expect(downMapped('髙﨑①㈱㎎Ⅳ№ｱﾞ\u{fa19}', cp932).replaced).toEqual([])
  })

  it.each([
    ['−〜‖—¥¢£', '－～∥―￥￠￡', 'same'],
    ['か\u3099', 'が', 'same'],
    ['ｶﾞﾊﾟｱｰ｡', 'ガパアー。', 'width'],
    ['＂＇', '"\'', 'width'],
    ['髙﨑𠮷𣘺', '高崎吉橋', 'form'],
    ['葛󠄀', '葛', 'form'],
    ['\u{fa19}', '神', 'form'],
    ['①⑳㊤㈱㎎Ⅳⅳ№℡㍻㏄', '(1)(20)(上)(株)mgIVivNo.Tel平成cc', 'spelled'],
    ['é', 'e', 'spelled'],
    ['\u3094', 'う゛', 'spelled'],
    ['☎👨', '■■', 'lost'],
    ['\u202e', '', 'lost'],
  ])('[CHARSET-3] %j is %j in JIS X 0208: %s', (from, to, kind) => {
    const { text, replaced } = downMapped(from, jis)
    expect(text).toBe(to)
    expect(new Set(replaced.map((one) => one.kind))).toEqual(new Set([kind]))
  })

  it('[CHARSET-3] never makes another amount of an amount', () => {
    expect(downMapped('10³/μL 2½錠 体表面積1.6㎡ 1.6m² SpO₂', jis).text).toBe('10*3/μL 2(1/2)錠 体表面積1.6m*2 1.6m*2 SpO2')
  })

  it('[CHARSET-3] a kanji becomes another form of itself wherever there is one', () => {
    for (const word of kanjiVariants.split(' ')) {
      const isSayable = [...word].some((letter) => jis.has(letter))
      for (const letter of word) expect(downMapped(letter, jis).text, word).toMatch(isSayable ? /^[^■]$/ : /^■$/)
    }
  })
})
