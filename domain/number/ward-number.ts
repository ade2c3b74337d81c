import { z } from 'zod'
import type { Realm } from '../realm.ts'
import { dammDigit } from './damm.ts'

/**
 * The number people say, write on wristbands and type: `D-AF-00123-4`.
 *   D        D real, T drill (training), S demo (sample): a glance tells a drill band from a real one
 *   AF       two station letters, given in the hospital's station register
 *   00123    counter of those letters, never given twice (series.ts)
 *   4        Damm check digit over ALL symbols before it; letters count as digits (tables below)
 * The ten letters are those that neither look nor sound like a digit or like each other.
 *
 * Changing anything here makes printed wristbands unreadable.
 */
export const stationAlphabet = 'AFHKMRWXYZ'
const realmMark = { real: 'D', drill: 'T', demo: 'S' } as const satisfies Record<Realm, string>
const realmDigit = { D: 1, T: 2, S: 3 } as const

export const lastCount = 99_999

export const StationLetters = z
  .string()
  .regex(/^[AFHKMRWXYZ]{2}$/)
  .brand<'StationLetters'>()
export type StationLetters = z.infer<typeof StationLetters>

const form = /^([DTS])-([AFHKMRWXYZ]{2})-(\d{5})-(\d)$/

export const WardNumber = z
  .string()
  .refine((text) => readWardNumber(text).ok)
  .brand<'WardNumber'>()
export type WardNumber = z.infer<typeof WardNumber>

/** Writes the number for a count of 1–99,999. Throws outside that: series.ts never asks for more. */
export function wardNumber(realm: Realm, letters: StationLetters, count: number): WardNumber {
  if (!Number.isInteger(count) || count < 1 || count > lastCount) throw new Error('A count is a whole number from 1 to 99999')
  const mark = realmMark[realm]
  const counter = String(count).padStart(5, '0')
  return `${mark}-${letters}-${counter}-${checkDigit(mark, letters, counter)}` as WardNumber // built in exactly the branded form
}

/** Why a typed number is not one: the form is wrong, or the symbols do not agree with the check digit. */
export type WardNumberFault = { readonly code: 'not-a-ward-number' } | { readonly code: 'check-digit' }

export type WardNumberParts = {
  readonly realm: Realm
  readonly letters: StationLetters
  readonly count: number
  readonly number: WardNumber
}

/**
 * Reads a number as typed or scanned: case, width and hyphens are forgiven, symbols are not.
 * Err 'check-digit' when one symbol is wrong or two neighbours are swapped.
 */
export function readWardNumber(
  typed: string,
): { readonly ok: true; readonly value: WardNumberParts } | { readonly ok: false; readonly error: WardNumberFault } {
  if (typed.length > 40) return { ok: false, error: { code: 'not-a-ward-number' } }
  const bare = typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐‑–—−ー]/g, '')
  const spaced = `${bare.slice(0, 1)}-${bare.slice(1, 3)}-${bare.slice(3, 8)}-${bare.slice(8)}`
  const found = form.exec(spaced)
  const [, mark, letters, counter, check] = found ?? []
  if (mark === undefined || letters === undefined || counter === undefined || check === undefined || counter === '00000') {
    return { ok: false, error: { code: 'not-a-ward-number' } }
  }
  if (checkDigit(mark as Mark, letters, counter) !== Number(check)) return { ok: false, error: { code: 'check-digit' } }
  const realm = mark === 'D' ? 'real' : mark === 'T' ? 'drill' : 'demo'
  return { ok: true, value: { realm, letters: letters as StationLetters, count: Number(counter), number: spaced as WardNumber } }
}

type Mark = keyof typeof realmDigit

function checkDigit(mark: Mark, letters: string, counter: string): number {
  const letterDigits = [...letters].map((letter) => stationAlphabet.indexOf(letter))
  return dammDigit([realmDigit[mark], ...letterDigits, ...[...counter].map(Number)])
}
