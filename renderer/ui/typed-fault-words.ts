import type { AmountFault } from '#domain/record/typed-amount.ts'
import type { LineFault } from '#domain/patient/typed-person.ts'
import type { Spoken } from './language.tsx'
import { textFaultSentence, type textFaultWords } from './text-fault-words.ts'

/** What is said of an amount or a line that cannot be kept; every form of care has some. */
export const typedFaultWords = {
  'not-a-number': { ja: '数字で書きます', en: 'Write a number' },
  'too-fine': { ja: '小数が細かすぎます。測れた桁までで書きます', en: 'Too many decimals. Write what was measured' },
  'out-of-range': { ja: '大きすぎます。書き直してください', en: 'Too large. Please write it again' },
  'text-has-line-breaks': { ja: '改行やタブが入っています。1行で書いてください', en: 'It contains a line break or tab. Please write one line' },
} as const

export function typedFaultSentence(fault: AmountFault | LineFault, say: Spoken<typeof typedFaultWords>, texts: Spoken<typeof textFaultWords>): string {
  switch (fault.code) {
    case 'text-too-long':
    case 'text-has-control-characters':
    case 'text-is-broken':
      return textFaultSentence(fault, texts)
    case 'not-a-number':
    case 'too-fine':
    case 'out-of-range':
    case 'text-has-line-breaks':
      return say[fault.code]
  }
}
