import { areSymbols, readSymbols, symbolsOf } from '../access/crockford.ts'
import { err, ok, type Result } from '../result.ts'

/**
 * How a chain head stands on paper: the sequence and ten symbols, `1234 7K2MQ-8H3RD`. Fifty bits: nobody
 * finds another history with the same ten symbols by trying.
 */
export type PrintedHead = { readonly seq: number; readonly symbols: string }

export function printedHead(seq: number, head: string): string {
  const symbols = headSymbols(head)
  return `${seq} ${symbols.slice(0, 5)}-${symbols.slice(5)}`
}

/** The ten symbols of a head (64 hexadecimal digits). */
export function headSymbols(head: string): string {
  return symbolsOf(Uint8Array.from(head.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)), 10)
}

/** Reads what somebody copied from a sheet: `1234 7K2MQ-8H3RD`, also with other separators or in small letters. */
export function readPrintedHead(typed: string): Result<PrintedHead, { readonly code: 'not-a-printed-head' }> {
  const [, seq, rest] = /^\s*(\d{1,12})[\s:·、,-]+(.+)$/.exec(typed.normalize('NFKC')) ?? []
  const symbols = readSymbols(rest ?? '')
  if (seq === undefined || symbols.length !== 10 || !areSymbols(symbols)) return err({ code: 'not-a-printed-head' })
  return ok({ seq: Number(seq), symbols })
}
