import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { readInBoth, type ReaderKey } from '#domain/scan/key-text.ts'
import { afterPress, betweenKeysMs, noRun, type Press, type Run, type Step } from '#renderer/ui/wedge.ts'

const code = makeSealedCode({ random: (length) => new Uint8Array(length).fill(77) })

function keyOf(sign: string): Pick<Press, 'code' | 'key' | 'shift'> {
  if (/[0-9]/.test(sign)) return { code: `Digit${sign}`, key: sign, shift: false }
  if (/[a-z]/i.test(sign)) return { code: `Key${sign.toUpperCase()}`, key: sign, shift: sign !== sign.toLowerCase() }
  return { code: { '-': 'Minus', ' ': 'Space', '.': 'Period' }[sign] ?? sign, key: sign, shift: false }
}

function press(key: string | Partial<Press>, atMs: number): Press {
  return { ctrl: false, isRepeat: false, isOther: false, atMs, code: '', key: '', shift: false, ...(typeof key === 'string' ? keyOf(key) : key) }
}

const enter = { code: 'Enter', key: 'Enter' }
const gap = (ms: number) => (key: string | Partial<Press>): readonly [string | Partial<Press>, number] => [key, ms]

/** The scans in these keys, each with the milliseconds before it; and what became of every key. */
function heard(keys: readonly (readonly [string | Partial<Press>, number])[], pauseAfter = true): { readonly scans: readonly string[]; readonly fates: readonly Step['key'][] } {
  let run: Run = noRun
  let atMs = 1000
  const scans: string[] = []
  const fates: Step['key'][] = []
  const note = (ended: { readonly keys: readonly ReaderKey[]; readonly isReader: boolean } | null): void => {
    if (ended?.isReader === true) scans.push(readInBoth(ended.keys).us)
  }
  for (const [key, ms] of keys) {
    atMs += ms
    const step = afterPress(run, press(key, atMs))
    run = step.run
    note(step.ended)
    fates.push(step.key)
  }
  if (pauseAfter) note(afterPress(run, press({ code: 'F1' }, atMs + 1000)).ended)
  return { scans, fates }
}
const scanned = (text: string, ms: number, end: readonly Partial<Press>[] = [enter]): readonly (readonly [string | Partial<Press>, number])[] => [...text, ...end].map(gap(ms))

describe('a wedge reader', () => {
  it('[SCAN-1] is told by its speed, whatever ends its line: Enter, Tab, both halves of a line end, or nothing', () => {
    for (const ms of [0, 1, 8, 20, 35]) {
      for (const end of [[enter], [{ code: 'Tab', key: 'Tab' }], [{ code: 'NumpadEnter' }], [enter, { code: 'KeyJ', ctrl: true }], []]) expect(heard(scanned('D-AF-00123-4', ms, end)).scans).toEqual(['D-AF-00123-4'])
    }
    expect(heard(scanned('1234', 5, [enter, enter])).fates).toEqual(['first', 'early', 'early', 'reader', 'end', 'stray'])
    expect(heard([...scanned('4912345', 5), ...scanned('D-0077', 5).map(([key, ms], at) => [key, at === 0 ? 60 : ms] as const)]).scans).toEqual(['4912345', 'D-0077'])
    expect(heard([...['x', 'y'].map(gap(200)), ['N', 400], ...scanned('-1042', 5)]).scans).toEqual(['N-1042'])
  })

  it('[SCAN-1] is heard through an input method, without Num Lock, with Caps Lock and with Shift as a key of its own', () => {
    const process = { key: 'Process' }
    expect(heard([...'D12'].map((sign) => gap(5)({ ...keyOf(sign), ...process })).concat([gap(5)({ code: 'Numpad3', key: 'PageDown' }), gap(5)({ code: 'Enter', key: 'Process' })])).scans).toEqual(['D123'])
    expect(heard([...'af12'].flatMap((sign) => [gap(3)({ code: 'ShiftLeft', key: 'Shift', shift: true }), gap(3)({ ...keyOf(sign), key: sign, shift: true })]).slice(0, 4).concat(['1', '2'].map(gap(3)), [gap(3)(enter)])).scans).toEqual(['AF12'])
    expect(heard([...'0104', { code: 'ControlLeft', key: 'Control', ctrl: true }, { code: 'BracketRight', key: ']', ctrl: true }, ...'10', { code: 'F8', key: 'F8' }, ...'21', enter].map(gap(4))).scans).toEqual(['0104\u001D10\u001D21'])
  })

  it('[SCAN-1] is not lost when a busy PC hears it late: a key may be 150 ms behind once it is a scan', () => {
    expect(heard([...'1234'].map(gap(5)).concat([gap(140)('5'), gap(140)(enter)])).scans).toEqual(['12345'])
    expect(heard([...'1234'].map(gap(5)).concat([gap(160)('5'), gap(5)(enter)])).scans).toEqual(['1234'])
  })

  it('[SCAN-2] [PEOPLE-1] hands are never taken for one: not four keys in a row come within 35 ms of each other, nor does a held key count', () => {
    const byHand = fc.array(fc.tuple(fc.constantFrom(...'0123456789ABCDN-'), fc.integer({ min: 0, max: 400 })), { maxLength: 40 }).filter((keys) => keys.every((_, at) => keys.slice(at + 1, at + 4).length < 3 || keys.slice(at + 1, at + 4).some(([, ms]) => ms > betweenKeysMs)))
    fc.assert(fc.property(byHand, fc.integer({ min: 0, max: 400 }), (keys, last) => {
      const { scans, fates } = heard([...keys, [enter, last]])
      return scans.length === 0 && fates.every((fate) => fate === 'first' || fate === 'early' || fate === 'none')
    }), { numRuns: 1000 })
    expect(heard('7777777'.split('').map((sign, at) => [{ ...keyOf(sign), isRepeat: at > 0 }, 30] as const)).scans).toEqual([])
    expect(heard(scanned(code, 60)).scans).toEqual([])
  })

  it('[SCAN-2] a row of spaces ticks boxes, however fast: nothing a ward scans begins with one', () => {
    expect(heard([...'       ', enter].map(gap(1)))).toEqual({ scans: [], fates: Array.from({ length: 8 }, () => 'none') })
    expect(heard([...' 1234', enter].map(gap(5))).scans).toEqual(['1234'])
  })

  it('[SCAN-2] [PEOPLE-1] any other key breaks it off, and it ends somewhere', () => {
    for (const other of [{ code: 'Backspace' }, { code: 'ArrowLeft' }, { code: 'KeyS', ctrl: true }, { code: 'Digit1', isOther: true }, { code: 'F8' }]) expect(heard(['1', '2', '3', other, '4', '5', enter].map(gap(5))).scans).toEqual([])
    expect(heard([...'1234', { code: 'KeyS', ctrl: true }].map(gap(5))).scans).toEqual(['1234'])
    expect(heard(scanned('9'.repeat(501), 1)).scans).toEqual(['9'.repeat(500)])
  })

  it('[GLASS-11] an envelope’s code is whole with its last symbol and a key after it, and no more than three of its keys reach a box', () => {
    const { scans, fates } = heard([...scanned(code, 4, []), [{ code: 'Enter', ctrl: true }, 4]], false)
    expect(scans).toEqual([code])
    expect(fates.filter((fate) => fate === 'first' || fate === 'early')).toHaveLength(3)
  })
})
