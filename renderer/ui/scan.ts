import { readSealedCode } from '#domain/access/code.ts'
import { readSymbols } from '#domain/access/crockford.ts'
import { codeLayout, groupVerdict } from './code-groups.ts'

/**
 * A scanner types: fast, and Enter at the end. What looks like an envelope's code while it comes in is held back from the
 * box that has the focus, so that a code scanned at the wrong moment is neither shown nor kept; what turns out to be
 * something else is given back, as if it had been typed.
 */
export type ScanRun = {
  /** Keys that came one close behind the other. */
  readonly text: string
  readonly lastMs: number
  /** The first group agrees with its check symbol: from here on keys are held back. */
  readonly isHeld: boolean
  /** A whole code was taken: the Enter that follows is the scanner's. */
  readonly isTaken: boolean
}

export const noRun: ScanRun = { text: '', lastMs: Number.NEGATIVE_INFINITY, isHeld: false, isTaken: false }

export type ScanStep = {
  readonly run: ScanRun
  /** The key does not reach the screen. */
  readonly isSwallowed: boolean
  /** `begin`: what the keys before this one put into the box is to be taken out. `code`: a whole one. `give-back`: it was none. */
  readonly act: { readonly what: 'nothing' } | { readonly what: 'begin' } | { readonly what: 'code'; readonly code: string } | { readonly what: 'give-back'; readonly text: string }
}

/** No hand is this fast for five keys on end; a scanner is faster by far. */
export const betweenKeysMs = 45
/** Once a scan was recognised a busy PC may be late with a key; a hand is slower still. */
export const lateKeyMs = 150

const nothing = { what: 'nothing' } as const

/** After a key; `key` as in a keyboard event. */
export function scanKey(run: ScanRun, key: string, nowMs: number): ScanStep {
  if (nowMs - run.lastMs > (run.isHeld || run.isTaken ? lateKeyMs : betweenKeysMs)) return run.isHeld ? { ...scanKey(noRun, key, nowMs), act: scanEnd(run) } : scanKey({ ...noRun, lastMs: nowMs }, key, nowMs)
  if (key === 'Enter' && run.isTaken) return { run: noRun, isSwallowed: true, act: nothing }
  if (key === 'Enter' && run.isHeld) {
    const act = scanEnd(run)
    return { run: noRun, isSwallowed: act.what === 'code', act }
  }
  if (key.length !== 1) return { run, isSwallowed: false, act: nothing } // Shift and its like stand between the keys of a scan
  const next = { text: run.text + key, lastMs: nowMs, isHeld: run.isHeld, isTaken: false }
  if (run.isHeld) {
    const act = scanEnd(next)
    return act.what === 'code' ? { run: { ...noRun, lastMs: nowMs, isTaken: true }, isSwallowed: true, act } : { run: next, isSwallowed: true, act: nothing }
  }
  if (!beginsCode(next.text)) return { run: next, isSwallowed: false, act: nothing }
  return { run: { ...next, isHeld: true }, isSwallowed: true, act: { what: 'begin' } }
}

/** When no further key came in time. */
export function scanEnd(run: ScanRun): ScanStep['act'] {
  if (!run.isHeld) return nothing
  const code = readSealedCode(run.text)
  return code.ok ? { what: 'code', code: code.value } : { what: 'give-back', text: run.text }
}

function beginsCode(text: string): boolean {
  const { length } = codeLayout.sealed
  const symbols = readSymbols(text)
  return text.length === length && symbols.length === length && groupVerdict('sealed', symbols, 0) === 'good'
}
