import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSymbolOf } from '#domain/scan/check-symbol.ts'
import { learnRule } from '#domain/scan/learn.ts'
import { readByRule, writeByRule, type ScanRule } from '#domain/scan/rule.ts'
import { aRule, bothOf, numberFor, plainRule } from './rules.ts'

describe('a hospital’s rule', () => {
  it('[SCAN-7] reads back every number it writes, with the zeros before it, and nothing else', () => {
    fc.assert(fc.property(aRule.chain((rule) => fc.tuple(fc.constant(rule), numberFor(rule))), ([rule, number]) => {
      const text = writeByRule(rule, number)
      expect(text).not.toBeNull()
      expect(readByRule(rule, text ?? '')).toEqual({ ok: true, value: number })
      expect(readByRule(rule, (text ?? '').toLowerCase())).toMatchObject({ ok: true })
    }), { numRuns: 500 })
  })

  it('[SCAN-6] refuses a bar whose check symbol does not agree, and shortens nothing', () => {
    const rule: ScanRule = { ...plainRule, before: 'A', after: 'A', least: 8, most: 8, check: 'mod10-w3', isCheckPrinted: true }
    expect(readByRule(rule, 'A00123457A')).toEqual({ ok: true, value: '00123457' })
    expect(readByRule(rule, 'A00123458A')).toEqual({ ok: false, error: 'check-symbol' })
    expect(readByRule(rule, 'A0123457A')).toEqual({ ok: false, error: 'other' })
    expect(readByRule(rule, 'B00123457A')).toEqual({ ok: false, error: 'other' })
    expect(readByRule({ ...rule, isCheckPrinted: false, least: 7, most: 7 }, 'a00123457a')).toEqual({ ok: true, value: '0012345' })
    expect(readByRule(rule, '')).toEqual({ ok: false, error: 'other' })
  })
})

describe('learning a rule', () => {
  it('[SCAN-10] from samples of any rule that rule is among what is proposed, and every proposal reads every sample', () => {
    fc.assert(fc.property(aRule.chain((rule) => fc.tuple(fc.constant(rule), numberFor(rule, rule.least), numberFor(rule, rule.most), numberFor(rule))), ([rule, ...numbers]) => {
      const samples = numbers.map((printed) => ({ read: bothOf(writeByRule(rule, printed) ?? ''), printed }))
      const learnt = learnRule(rule.what, samples)
      expect(learnt.ok).toBe(true)
      if (!learnt.ok) return
      const reads = (candidate: ScanRule, number: string): string | null => {
        const read = readByRule(candidate, writeByRule(rule, number) ?? '')
        return read.ok ? read.value : null
      }
      for (const candidate of learnt.value.rules) for (const { printed } of samples) expect(reads(candidate, printed)?.endsWith(printed)).toBe(true)
      const isSame = learnt.value.rules.filter((candidate) => candidate.check === rule.check && candidate.isCheckPrinted === rule.isCheckPrinted && candidate.before === rule.before && candidate.after === rule.after)
      expect(isSame).toHaveLength(1)
      const [same] = isSame
      fc.assert(fc.property(numberFor({ ...rule, symbols: same?.symbols ?? rule.symbols }), (further) => same !== undefined && reads(same, further) === further), { numRuns: 20 })
    }), { numRuns: 200 })
  })

  it('[SCAN-10] says when one bar can mean several rules, and proposes none without a bar', () => {
    const one = learnRule('patient', [{ read: bothOf('A00123457A'), printed: '00123457' }])
    expect(one.ok && one.value.rules.map(({ check }) => check)).toEqual(expect.arrayContaining(['none', 'mod10-w3']))
    const three = learnRule('patient', ['0012345', '0098761', '0500204'].map((payload) => {
      const printed = `${payload}${checkSymbolOf('mod10-w3', payload, { before: '', after: '' }) ?? ''}`
      return { read: bothOf(`A${printed}A`), printed }
    }))
    expect(three.ok && three.value.rules).toMatchObject([{ check: 'mod10-w3', isCheckPrinted: true, before: 'A', after: 'A', least: 8, most: 8 }, { check: 'none' }])
    expect(learnRule('patient', [])).toEqual({ ok: false, error: { code: 'no-sample' } })
  })

  it('[SCAN-10] takes a number printed without its zeros or with hyphens, and says when the print is not the bar’s', () => {
    const zeros = learnRule('patient', [{ read: bothOf('A0000123A'), printed: '123' }, { read: bothOf('A0004567A'), printed: '4567' }])
    expect(zeros.ok && zeros.value.rules.find(({ check }) => check === 'none')).toMatchObject({ before: 'A', after: 'A', least: 7, most: 7 })
    const hyphens = learnRule('patient', [{ read: bothOf('001234567'), printed: '００－１２３－４５６７' }])
    expect(hyphens.ok && hyphens.value.rules.some(({ before, least }) => before === '' && least === 9)).toBe(true)
    expect(learnRule('patient', [{ read: bothOf('A1234A'), printed: '1234' }, { read: bothOf('A999A'), printed: '1235' }])).toEqual({ ok: false, error: { code: 'printed-not-in-bar', at: 2 } })
    expect(learnRule('patient', [{ read: bothOf('A1234A'), printed: ' ' }])).toEqual({ ok: false, error: { code: 'printed-missing', at: 1 } })
    expect(learnRule('patient', [{ read: bothOf('A1234A'), printed: '1234' }, { read: bothOf('B1235B'), printed: '1235' }])).toEqual({ ok: false, error: { code: 'samples-differ' } })
  })

  it('[SCAN-3] learns from the print which layout the reader is set to', () => {
    const learnt = learnRule('patient', [{ read: { us: "A12'34", jis: 'A12:34' }, printed: '34' }, { read: { us: "A12'77", jis: 'A12:77' }, printed: '77' }])
    expect(learnt.ok && learnt.value.layout).toBe('us') // the number alone does not tell
    const marked = learnRule('patient', [{ read: { us: 'T=1234', jis: 'T^1234' }, printed: 'T^1234' }])
    expect(marked.ok).toBe(false) // no sign but hyphens belongs to a number
    const withHyphen = learnRule('triage-tag', [{ read: { us: "T'0123", jis: 'T-0123' }, printed: 'T-0123' }])
    expect(withHyphen.ok && withHyphen.value).toMatchObject({ layout: 'jis' })
  })
})
