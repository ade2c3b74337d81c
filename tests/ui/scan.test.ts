import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { noRun, scanEnd, scanKey, type ScanRun, type ScanStep } from '#renderer/ui/scan.ts'

const code = makeSealedCode({ random: (length) => new Uint8Array(length).fill(77) })

/** What reaches the screen, and what was done, when these keys come so many milliseconds apart. */
function type(text: string, gapMs: number, enter = true): { readonly shown: string; readonly done: readonly ScanStep['act'][]; readonly run: ScanRun } {
  let run = noRun
  let shown = ''
  const done: ScanStep['act'][] = []
  for (const [index, key] of [...text, ...(enter ? ['Enter'] : [])].entries()) {
    const step = scanKey(run, key, 1000 + index * gapMs)
    run = step.run
    if (step.act.what === 'begin') shown = ''
    if (step.act.what === 'give-back') shown += step.act.text
    if (!step.isSwallowed) shown += key === 'Enter' ? '⏎' : key
    if (step.act.what !== 'nothing') done.push(step.act)
  }
  return { shown, done, run }
}

describe('an envelope’s code from a scanner', () => {
  it('[GLASS-11] is taken whole and never reaches a box, with its Enter', () => {
    expect(type(code, 4)).toMatchObject({ shown: '', done: [{ what: 'begin' }, { what: 'code', code }] })
    expect(type(code.replaceAll('-', ''), 4)).toMatchObject({ shown: '', done: [{ what: 'begin' }, { what: 'code', code }] })
  })

  it('[GLASS-11] is taken with its last symbol, so that the next key finds it there', () => {
    expect(type(code, 4, false)).toMatchObject({ shown: '', done: [{ what: 'begin' }, { what: 'code', code }] })
    const { run } = type(code.slice(0, -1), 4, false)
    expect(scanEnd(run)).toEqual({ what: 'give-back', text: code.slice(0, -1) })
  })

  it('[GLASS-11] typed by hand it is typing', () => {
    expect(type(code, 120)).toMatchObject({ shown: `${code}⏎`, done: [] })
  })

  it('[GLASS-11] of anything else that is scanned or typed nothing is lost', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ-abc .'), maxLength: 30 })
    fc.assert(fc.property(texts, fc.constantFrom(2, 30, 200), (text, gapMs) => {
      const { shown, done } = type(text, gapMs)
      return done.some(({ what }) => what === 'code') || shown === `${text}⏎`
    }), { numRuns: 2000 })
    const [first = ''] = code.split('-')
    expect(type(`${first}-204817`, 4)).toMatchObject({ shown: `${first}-204817⏎`, done: [{ what: 'begin' }, { what: 'give-back' }] })
  })
})
