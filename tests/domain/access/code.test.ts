import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupFault, makeRestartCode, makeSealedCode, readRestartCode, readSealedCode, SealedCode } from '#domain/access/code.ts'
import { checkSymbol, symbolsOf } from '#domain/access/crockford.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const handOf = (bytes: Uint8Array) => ({ random: (length: number) => bytes.slice(0, length) })
const someBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

/** The two codes under the same rules: how they are made, read, and how long a group is. */
const codes = [
  { form: 'sealed', make: makeSealedCode, read: readSealedCode, groups: 4, size: 5 },
  { form: 'restart', make: makeRestartCode, read: readRestartCode, groups: 2, size: 6 },
] as const

function swapped(text: string, one: number, other: number): string {
  const symbols = [...text]
  const kept = symbols[one] ?? ''
  symbols[one] = symbols[other] ?? ''
  symbols[other] = kept
  return symbols.join('')
}

describe.each(codes)('a $form code', ({ form, make, read, groups, size }) => {
  it('[KEY-1] carries its random bits in groups with check symbols', () => {
    const needed = form === 'sealed' ? 10 : 7
    const asked: number[] = []
    const code = make({ random: (length) => (asked.push(length), new Uint8Array(length).fill(0xff)) })
    expect(asked).toEqual([needed])
    expect(code.split('-').map((group) => group.length)).toEqual(Array.from({ length: groups }, () => size))
    const bits = form === 'sealed' ? 80 : 50
    const seen = new Set(
      Array.from({ length: bits }, (_, bit) => make(handOf(Uint8Array.from({ length: 10 }, (_, byte) => (byte === bit >> 3 ? 128 >> (bit & 7) : 0))))),
    )
    expect(seen.size).toBe(bits) // every single random bit makes another code
  })

  it('[KEY-1] reads back exactly what was printed', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = make(handOf(bytes))
        expect(read(code)).toEqual({ ok: true, value: code })
      }),
    )
  })

  it('[KEY-2] names the group of any one wrong symbol', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = make(handOf(bytes))
        for (let at = 0; at < code.length; at += 1) {
          if (code[at] === '-') continue
          const group = Math.floor(at / (size + 1)) + 1
          for (const symbol of alphabet) {
            if (symbol === code[at]) continue
            const fault = read(code.slice(0, at) + symbol + code.slice(at + 1))
            expect(fault).toEqual({ ok: false, error: { code: 'code-check', groups: [group] } })
          }
        }
      }),
      { numRuns: 10 },
    )
  })

  it('[KEY-2] names the group of any two exchanged symbols, neighbours or not', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = make(handOf(bytes))
        for (let group = 0; group < groups; group += 1) {
          for (let one = 0; one < size; one += 1) {
            for (let other = one + 1; other < size; other += 1) {
              const typed = swapped(code, group * (size + 1) + one, group * (size + 1) + other)
              const expected = typed === code ? { ok: true, value: code } : { ok: false, error: { code: 'code-check', groups: [group + 1] } }
              expect(read(typed)).toEqual(expected)
            }
          }
        }
      }),
    )
  })

  it('[KEY-3] notices groups in the wrong order', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const parts = make(handOf(bytes)).split('-')
        const turned = [...parts.slice(1), parts[0] ?? ''].join('-')
        expect(read(turned)).toEqual({ ok: false, error: { code: 'code-check', groups: parts.map((_, index) => index + 1) } })
      }),
    )
  })

  it('[KEY-4] forgives how it was typed', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const code = make(handOf(bytes))
        const wide = code.replace(/[0-9A-Z]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)).replaceAll('-', '　')
        const ways = [code.toLowerCase(), code.replaceAll('-', ''), wide, wide.toLowerCase(), ` ${code.replaceAll('-', ' − ')}\n`, code.replaceAll('-', 'ー'), code.replaceAll('0', 'o').replaceAll('1', 'l'), code.replaceAll('0', 'Ｏ').replaceAll('1', 'I')]
        for (const way of ways) expect(read(way)).toEqual({ ok: true, value: code })
      }),
    )
  })

  it('[KEY-5] tells a missing or surplus symbol, with its group where the groups are separated', () => {
    const code = make(handOf(new Uint8Array(10).fill(0x5a)))
    const needed = groups * size
    const short = code.slice(0, size + 1) + code.slice(size + 2)
    expect(read(short)).toEqual({ ok: false, error: { code: 'code-length', typed: needed - 1, needed, group: 2 } })
    expect(read(short.replaceAll('-', ''))).toEqual({ ok: false, error: { code: 'code-length', typed: needed - 1, needed, group: null } })
    expect(read(`${code}7`)).toEqual({ ok: false, error: { code: 'code-length', typed: needed + 1, needed, group: groups } })
    expect(read(' - ')).toEqual({ ok: false, error: { code: 'code-empty' } })
    expect(read('7'.repeat(5000))).toMatchObject({ ok: false, error: { code: 'code-length', group: null } })
  })

  it('[KEY-6] a fault holds no symbol of the code', () => {
    const code = make(handOf(new Uint8Array(10).fill(0xc3)))
    const faults = [read(`U${code.slice(1)}`), read(swapped(code, 0, 1)), read(code.slice(1)), read(`${code.slice(0, -1)}*`)]
    expect(faults[0]).toEqual({ ok: false, error: { code: 'code-symbol', groups: [1] } })
    expect(faults[3]).toEqual({ ok: false, error: { code: 'code-symbol', groups: [groups] } })
    for (const group of code.split('-')) expect(JSON.stringify(faults)).not.toContain(group.slice(1))
  })

  it('[KEY-7] says of each group whether it matches the paper', () => {
    const code = make(handOf(Uint8Array.from({ length: 10 }, (_, index) => index * 37)))
    code.split('-').forEach((group, index) => {
      expect(groupFault(form, index + 1, group.toLowerCase())).toBeNull()
      expect(groupFault(form, index + 2, group)).toEqual({ code: 'code-check', groups: [index + 2] })
      expect(groupFault(form, index + 1, group.slice(1))).toEqual({ code: 'code-length', typed: size - 1, needed: size, group: index + 1 })
      expect(groupFault(form, index + 1, `é${group.slice(1)}`)).toEqual({ code: 'code-symbol', groups: [index + 1] })
    })
    expect(groupFault(form, 1, '')).toEqual({ code: 'code-empty' })
  })
})

describe('codes', () => {
  it('[KEY-1] a code of one kind is never read as the other', () => {
    const hand = handOf(new Uint8Array(10).fill(9))
    expect(readSealedCode(makeRestartCode(hand))).toMatchObject({ ok: false, error: { code: 'code-length' } })
    expect(readRestartCode(makeSealedCode(hand))).toMatchObject({ ok: false, error: { code: 'code-length' } })
  })

  it('[KEY-1] gives the same paper for the same bytes for ever', () => {
    const bytes = Uint8Array.from([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf])
    expect(symbolsOf(bytes, 16)).toBe('0123456789ABCDEF')
    expect(makeSealedCode(handOf(bytes))).toBe('0123P-4567M-89ABR-CDEFG')
    expect(makeRestartCode(handOf(bytes))).toBe('012341-56789Y')
  })

  it('[KEY-8] the stored form is exactly the printed form', () => {
    const code = makeSealedCode(handOf(new Uint8Array(10).fill(200)))
    expect(SealedCode.safeParse(code).success).toBe(true)
    expect(SealedCode.safeParse(code.toLowerCase()).success).toBe(false)
    expect(SealedCode.safeParse(code.replaceAll('-', '')).success).toBe(false)
  })

  it('[KEY-2] the check symbol agrees with the field arithmetic worked out by hand', () => {
    // One symbol of value 1 in group 1: 2 × (1 xor 1) = 0. Value 16 in group 0: 2 × 16 = 32 → 32 xor 37 = 5.
    expect(checkSymbol(1, '1')).toBe('0')
    expect(checkSymbol(0, 'G')).toBe('5')
  })
})
