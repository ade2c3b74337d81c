import { identityOf } from '#domain/identity/identity.ts'
import { allergyOfPerson, personsOf } from '#domain/identity/persons.ts'
import type { Birth } from '#domain/patient/birth.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import { daysOf, eras, shownAge } from '#domain/patient/wareki.ts'
import type { CalendarDate } from '#domain/time.ts'
import { bandsBefore } from '#domain/view/bands.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { bedNow } from '#domain/view/presence.ts'
import type { WardView } from '#domain/view/ward.ts'
import type { Worn } from '../print/band-sheets.ts'
import { patientWords } from '../ui/patient-words.ts'

const allergyWords = { unconfirmed: '未確認', none: 'なし', present: 'あり' } as const

/** What a patient's bands and labels say today; paper speaks Japanese, whatever the screen speaks. */
export function wornBy(row: KnownRow, view: WardView, today: CalendarDate): Worn {
  const identity = identityOf(row)
  const members = personsOf(view).membersOf(row.id).flatMap((id) => view.patients.get(id) ?? [])
  return {
    id: row.id, number: row.registered.number,
    name: shownName(identity.naming), kana: shownKana(identity.naming),
    alias: identity.alias === null || identity.naming.kind === 'unknown' ? '' : shownName({ kind: 'unknown', alias: identity.alias }),
    birth: birthOnBand(identity.birth, today, true), shortBirth: birthOnBand(identity.birth, today, false),
    sex: patientWords.sex[identity.sex].ja, bed: bedNow(row) ?? '',
    allergy: allergyWords[allergyOfPerson(members).state], bandsBefore: bandsBefore(view, row),
  }
}

/** 「1951-03-14(昭26) 75歳」; what is not known is said, and an estimate never looks like a day. */
export function birthOnBand(birth: Birth, today: CalendarDate, hasEra: boolean): string {
  const age = shownAge(birth, today).ja
  if (birth.kind === 'unknown' || birth.kind === 'estimated-age' || birth.kind === 'age-band') return hasEra ? `生年月日不明 ${age}` : age
  const { first, last } = daysOf(birth)
  const written = birth.kind === 'day' ? birth.on : birth.kind === 'month' ? birth.month : `${birth.year}年`
  const inEras = eras.filter((era) => era.first <= last && first <= era.last).map(({ kanji, offset }) => `${kanji}${Number(first.slice(0, 4)) - offset}`)
  return hasEra && inEras.length > 0 ? `${written}(${inEras.join('・')}) ${age}` : `${written} ${age}`
}
