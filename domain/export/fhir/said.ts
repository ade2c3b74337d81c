import { versionsFor } from '../../form/say-form.ts'
import type { Birth } from '../../patient/birth.ts'
import { both } from '../words.ts'
import { sayEntry } from '../say-entry.ts'
import type { Line, Scene } from './scene.ts'

/** What a record says, one text a field, in the words of the pages; dates of birth without eras, which are never sent. */
export function saidOf({ entry, form, origin }: Pick<Line, 'entry' | 'form' | 'origin'>, { line, forms }: Pick<Scene, 'forms' | 'line'>): readonly string[] {
  const birth = 'birth' in entry.body ? birthWords(entry.body.birth) : ''
  const said = sayEntry({ entry, placeOf: (id) => line(id)?.seq ?? null, forms: versionsFor({ form, origin }, forms) })
  return said.map(({ label, text }) => (label === null ? text : `${both(label)}: ${label.en === 'birth' ? birth : text}`))
}

/** A birth as far as it is known, in the Western calendar. */
export function birthWords(birth: Birth): string {
  switch (birth.kind) {
    case 'day':
      return birth.on
    case 'month':
      return birth.month
    case 'year':
      return String(birth.year)
    case 'estimated-age':
      return `推定${birth.years}歳 about ${birth.years} y`
    case 'age-band':
      return birth.to === null ? `${birth.from}歳以上 ${birth.from} y or older` : `${birth.from}〜${birth.to}歳 ${birth.from}–${birth.to} y`
    case 'unknown':
      return '不明 unknown'
  }
}
