import { pinFault, type PinFault } from '#domain/access/pin.ts'
import type { FieldSays } from './field.tsx'
import type { Spoken } from './language.tsx'

export const pinWords = {
  'pin-not-digits': { ja: '数字だけで決めます', en: 'Digits only' },
  'pin-too-short': { ja: '6桁以上にします', en: 'At least 6 digits' },
  'pin-too-long': { ja: '12桁までです', en: 'At most 12 digits' },
  'pin-all-same': { ja: '同じ数字だけのPINは使えません', en: 'Not one digit repeated' },
  'pin-straight': { ja: '123456 のような続き番号は使えません', en: 'Not a straight run such as 123456' },
  differ: { ja: '2回目が1回目と違います', en: 'The second differs from the first' },
  same: { ja: '2回とも同じです', en: 'Both are the same' },
} as const satisfies Record<PinFault['code'] | 'differ' | 'same', { ja: string; en: string }>

/** A PIN as typed, with full-width digits and spaces forgiven (domain/access/pin.ts reads it the same way). */
export function pinDigits(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '')
}

/** What to say under the first PIN box while a PIN is being chosen; quiet while it is merely unfinished. */
export function saysOfNewPin(typed: string, say: Spoken<typeof pinWords>): FieldSays | null {
  if (typed === '') return null
  const fault = pinFault(pinDigits(typed))
  if (fault === null) return null
  return { kind: fault.code === 'pin-too-short' ? 'ask' : 'bad', words: say[fault.code] }
}

/** What to say under the second box. */
export function saysOfPinAgain(first: string, again: string, say: Spoken<typeof pinWords>): FieldSays | null {
  if (again === '') return null
  if (pinDigits(first) === pinDigits(again)) return pinFault(pinDigits(first)) === null ? { kind: 'good', words: say.same } : null
  return pinDigits(again).length < pinDigits(first).length ? null : { kind: 'bad', words: say.differ }
}
