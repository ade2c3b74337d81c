import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/**
 * The passphrase of maintenance: chosen by a person of the IT office, typed at a screen without a single patient. It is
 * what `age` asks for, in its NFKC form: a full-width letter is the letter, so an input method left on locks nobody out.
 */
export const Passphrase = z
  .string()
  .refine((text) => passphraseFault(text) === null)
  .brand<'Passphrase'>()
export type Passphrase = z.infer<typeof Passphrase>

export type PassphraseFault =
  | { readonly code: 'passphrase-too-short'; readonly least: number }
  | { readonly code: 'passphrase-too-long'; readonly most: number }
  /** One symbol again and again. */
  | { readonly code: 'passphrase-all-same' }
  /** A date or a telephone number is soon guessed. */
  | { readonly code: 'passphrase-only-digits' }
  /** What nobody can type again on another keyboard: control characters, broken characters. */
  | { readonly code: 'passphrase-not-typable' }

export const leastPassphrase = 12
export const mostPassphrase = 128

/** What is wrong with a passphrase being chosen. Lengths in characters as a person counts them. Rule MAINT-1. */
export function passphraseFault(text: string): PassphraseFault | null {
  if (/\p{Cc}/u.test(text) || !text.isWellFormed()) return { code: 'passphrase-not-typable' }
  const symbols = [...text]
  if (symbols.length < leastPassphrase) return { code: 'passphrase-too-short', least: leastPassphrase }
  if (symbols.length > mostPassphrase) return { code: 'passphrase-too-long', most: mostPassphrase }
  if (new Set(symbols).size === 1) return { code: 'passphrase-all-same' }
  return /^[\p{Nd}\s-]+$/u.test(text) ? { code: 'passphrase-only-digits' } : null
}

/** A passphrase as typed, in the form it is used in. */
export function readPassphrase(typed: string): Result<Passphrase, PassphraseFault> {
  const text = passphraseText(typed)
  const fault = passphraseFault(text)
  return fault === null ? ok(text as Passphrase) : err(fault) // just checked against the branded rule
}

/** The form in which a passphrase is compared and used. */
export function passphraseText(typed: string): string {
  return typed.slice(0, 1000).normalize('NFKC')
}

/** Both boxes hold the same passphrase, and it may be used. */
export function isSettled(first: string, again: string): boolean {
  return passphraseFault(passphraseText(first)) === null && passphraseText(first) === passphraseText(again)
}
