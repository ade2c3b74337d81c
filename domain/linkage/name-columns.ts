import { dividedName } from '../reference/source-text.ts'
import type { Coded, CodedList } from './coded.ts'
import { isKana } from './fold.ts'
import type { Columns, Words } from './lists.ts'
import type { Terms } from './terms.ts'

type NameColumns = Pick<Columns, 'family' | 'given' | 'whole' | 'familyKana' | 'givenKana' | 'wholeKana'>

/** A whole name in one cell is divided at its one space; a name written in kana alone is a reading, not a spelling. */
export function nameColumns(list: CodedList, words: Words): NameColumns {
  const [family, given, divided] = dividedColumns(list.family, list.given, words.name)
  const [familyKana, givenKana] = dividedColumns(list.familyKana, list.givenKana, words.kana)
  const areKana = { family: known(list.family.texts, isKana), given: known(list.given.texts, isKana) }
  const wide = (): Uint32Array => new Uint32Array(list.count)
  const [whole, wholeKana] = [wide(), wide()]
  for (let row = 0; row < list.count; row += 1) {
    const [familyCode, givenCode] = [list.family.codes[row]!, list.given.codes[row]!]
    const isUnread = list.familyKana.codes[row] === 0 && list.givenKana.codes[row] === 0 && familyCode + givenCode !== 0
    if (isUnread && (familyCode === 0 || areKana.family(familyCode)) && (givenCode === 0 || areKana.given(givenCode))) {
      const name = givenCode === 0 ? divided(familyCode) : { family: list.family.texts[familyCode]!, given: list.given.texts[givenCode]! }
      familyKana[row] = words.kana.of(name.family)
      givenKana[row] = words.kana.of(name.given)
      family[row] = 0
      given[row] = 0
    }
    whole[row] = words.name.joined(family[row]!, given[row]!)
    wholeKana[row] = words.kana.joined(familyKana[row]!, givenKana[row]!)
  }
  return { family, given, whole, familyKana, givenKana, wholeKana }
}

type Name = { readonly family: string; readonly given: string }

/** The terms of both parts, and how the cell of a family name is divided beside which there is no given name. */
function dividedColumns(family: Coded, given: Coded, terms: Terms): readonly [family: Uint32Array, given: Uint32Array, divided: (code: number) => Name] {
  const divided = known(family.texts, (text) => (/\s/.test(text.trim()) ? dividedName(text.trim()) : { family: text, given: '' }))
  const familyTerm = known(family.texts, (text) => terms.of(text))
  const givenTerm = Uint32Array.from(given.texts, (text) => terms.of(text))
  const aloneFamily = known(family.texts, (_, code) => terms.of(divided(code).family))
  const aloneGiven = known(family.texts, (_, code) => terms.of(divided(code).given))
  const rows = [new Uint32Array(family.codes.length), new Uint32Array(family.codes.length)] as const
  for (let row = 0; row < family.codes.length; row += 1) {
    const [familyCode, givenCode] = [family.codes[row]!, given.codes[row]!]
    rows[0][row] = givenCode === 0 ? aloneFamily(familyCode) : familyTerm(familyCode)
    rows[1][row] = givenCode === 0 ? aloneGiven(familyCode) : givenTerm[givenCode]!
  }
  return [...rows, divided]
}

/** What is asked of a text is worked out when it is first asked. */
function known<Value>(texts: readonly string[], of: (text: string, code: number) => Value): (code: number) => Value {
  const values: Value[] = []
  return (code) => (values[code] ??= of(texts[code]!, code))
}
