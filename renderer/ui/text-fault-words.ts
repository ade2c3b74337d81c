import type { TextFault } from '#domain/text.ts'
import type { Spoken } from './language.tsx'

/** Why typed text is refused: what it is, and what to do. What was typed stays in the box. */
export const textFaultWords = {
  'text-too-long': {
    ja: (most: number) => `${most}文字まで保存できます。短くするか、続きを次の記録に書いてください`,
    en: (most: number) => `Up to ${most} characters can be saved. Shorten it or go on in another record`,
  },
  'text-has-control-characters': {
    ja: '印刷できない制御文字が混じっています。貼り付けずに打ち直してください',
    en: 'It contains control characters that cannot be printed. Please type it instead of pasting',
  },
  'text-is-broken': {
    ja: '壊れた文字が混じっています。その文字を消して打ち直してください',
    en: 'It contains a broken character. Please delete and retype it',
  },
} as const

export function textFaultSentence(fault: TextFault, say: Spoken<typeof textFaultWords>): string {
  return fault.code === 'text-too-long' ? say[fault.code](fault.most) : say[fault.code]
}
