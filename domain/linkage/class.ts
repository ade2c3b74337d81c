import type { Words as Said } from '../patient/wareki.ts'
import type { Columns, Words } from './lists.ts'
import type { Scored } from './levels.ts'

/**
 * How a pair is put before a person: `likely` needs one look, `review` needs the papers. Never more than a proposal: two
 * people decide every pair.
 */
export type PairClass = 'likely' | 'review'

/** Why a pair is not called likely, however many bits speak for it. */
export const holds = ['given-differs', 'family-differs', 'birth-unsure', 'sex-differs', 'number-differs', 'contact-differs', 'rival', 'too-little'] as const
export type Hold = (typeof holds)[number]

const holdWords: Readonly<Record<Hold, Said>> = {
  'given-differs': { ja: '名が違う（双子・家族かもしれない）', en: 'The given name differs: it may be a twin or a relative' },
  'family-differs': { ja: '姓が違う（旧姓かもしれない）', en: 'The family name differs: it may be a maiden name' },
  'birth-unsure': { ja: '生年月日で確かめられない', en: 'The birth date does not settle it' },
  'sex-differs': { ja: '性別が違う', en: 'The sex differs' },
  'number-differs': { ja: '番号が違う', en: 'The number differs' },
  'contact-differs': { ja: '電話も住所も一致しない（同姓同名かもしれない）', en: 'Neither telephone nor address agrees: it may be a namesake' },
  rival: { ja: 'ほかにも似た人がいる', en: 'Somebody else is nearly as like' },
  'too-little': { ja: '一致する項目が少ない', en: 'Too little agrees' },
}

export const saysHold = (hold: Hold): Said => holdWords[hold]

/** A thousand to one and more; and a number, telephone or address agrees beside the name and the birth date, since namesakes born on one day exist. */
const likelyBits = 10
/** What a telephone, a postcode or an address must say to agree: in a small town the postcode says nothing. */
const contactBits = 5

/** Everything that holds a pair back, but for rivals, which only the whole comparison shows. */
export function holdsOf(scored: Scored, sure: { readonly isSlipOfLetters: boolean }): readonly Hold[] {
  const found: Hold[] = []
  const isSure = scored.identifier === 'same'
  const [agrees, compared] = contact(scored)
  // Twins are named with one sound in other characters, too: 由香 and 由花.
  if (!((firm.has(scored.given) && scored.given !== 'same-reading') || (scored.given === 'slip' && sure.isSlipOfLetters))) found.push('given-differs')
  if (!(firm.has(scored.family) || scored.family === 'slip')) found.push('family-differs')
  const isBirthSure = scored.birth === 'same' || (scored.birth === 'slip' && (agrees || isSure)) || ((scored.birth === 'unknown' || scored.birth === 'same-as-far-as-known') && isSure)
  if (!isBirthSure) found.push('birth-unsure')
  if (scored.sex === 'differs') found.push('sex-differs')
  if (scored.identifier === 'differs') found.push('number-differs')
  if (compared && !agrees && !isSure) found.push('contact-differs')
  if (scored.total < likelyBits || !(agrees || isSure || compared)) found.push('too-little')
  return found
}

const firm: ReadonlySet<Scored['family']> = new Set(['same', 'same-reading', 'same-spelling', 'exchanged'])

/** A postcode alone does not stand against a telephone or an address that is another's. */
function contact({ phone, postcode, address, bits }: Scored): readonly [agrees: boolean, compared: boolean] {
  const isContradicted = phone === 'differs' || address === 'differs' || address === 'much-alike'
  const agrees = bits.phone >= contactBits || (address !== 'differs' && bits.address >= contactBits) || (bits.postcode >= contactBits && !isContradicted)
  return [agrees, [phone, postcode, address].some((level) => level !== 'unknown')]
}

/** One letter wrong in a given name is a slip; one kana wrong is often another person's name (ユウタ, ユウマ), a twin's above all. */
export function isSlipOfLetters(words: Words, asking: Columns, a: number, searched: Columns, b: number): boolean {
  if ((asking.givenKana[a] ?? 0) !== 0 && (searched.givenKana[b] ?? 0) !== 0) return false
  const [one, two] = [words.name.key(asking.given[a] ?? 0), words.name.key(searched.given[b] ?? 0)]
  return one.length >= 4 && two.length >= 4 && /^[a-z]+$/.test(one + two)
}
