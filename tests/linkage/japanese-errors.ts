import { kanjiVariants } from '#domain/patient/kanji-variants.ts'
import type { ListedPerson } from '#domain/linkage/lists.ts'
import { seeded } from '../builders.ts'
import { inventedPatients } from '../patients.ts'

/**
 * A hospital's list of patients, and the registrations of an emergency that a tired clerk made of some of them and of people who
 * only look like them. What goes wrong is what goes wrong in Japan: kana misheard, another form of a character, an era off, day
 * and month exchanged, a maiden name, no birth date; and the people most easily taken for each other: twins, brothers and
 * sisters, namesakes, namesakes born on one day.
 */
export type Registration = ListedPerson & {
  /** The row of the list this person truly is; -1: nobody of the list. */
  readonly truth: number
  readonly kind: RegistrationKind
}
export type RegistrationKind = 'as-listed' | 'with-errors' | 'maiden' | 'no-birth' | 'stranger' | 'twin' | 'sibling' | 'namesake' | 'namesake-of-one-day' | 'parent'

export type JapaneseLists = { readonly master: readonly ListedPerson[]; readonly registrations: readonly Registration[] }

const towns = ['港区南青山', '世田谷区桜丘', '高松市番町', '仙台市青葉区国分町', '福岡市中央区天神', '静岡市葵区追手町', '神戸市中央区中山手通', '金沢市香林坊', '熊本市中央区本荘', '京都市左京区岩倉']

export function japaneseLists(size: { readonly master: number; readonly registrations: number }, seed = 1): JapaneseLists {
  const chance = seeded(seed)
  const share = (): number => chance() / 2 ** 32
  const pick = <One>(list: readonly One[]): One => list[Math.floor(share() * list.length)] ?? never()
  const invented = inventedPatients(size.master, seed)
  const strangers = inventedPatients(size.registrations, seed + 1)
  const place = (): Pick<ListedPerson, 'postcode' | 'address' | 'phone'> => {
    const town = Math.floor(share() * towns.length)
    return {
      postcode: `${100 + town * 37}-${String(Math.floor(share() * 60)).padStart(4, '0')}`,
      address: `${towns[town] ?? ''}${1 + Math.floor(share() * 9)}丁目${1 + Math.floor(share() * 30)}-${1 + Math.floor(share() * 20)}`,
      phone: `0${pick(['90', '80', '70'])}-${figures(4)}-${figures(4)}`,
    }
  }
  const figures = (many: number): string => String(Math.floor(share() * 10 ** many)).padStart(many, '0')
  const personOf = (one: (typeof invented)[number]): ListedPerson => ({
    identifier: '', family: one.family, given: one.given, familyKana: one.familyKana, givenKana: one.givenKana,
    birthDate: one.birth.kind === 'day' ? one.birth.on : `${1930 + Math.floor(share() * 90)}-0${1 + Math.floor(share() * 9)}-1${Math.floor(share() * 10)}`,
    sex: one.sex, ...place(),
  })

  const master: ListedPerson[] = invented.map(personOf)
  // One in fifty is the twin of the one before, one in fifty a namesake, one in thirty of a family: in the list as among the registered.
  for (let row = 1; row < master.length; row += 1) {
    const [before, own] = [master[row - 1] ?? never(), master[row] ?? never()]
    const draw = share()
    if (draw < 0.02) master[row] = twinOf(before, own)
    else if (draw < 0.04) master[row] = { ...own, family: before.family, given: before.given, familyKana: before.familyKana, givenKana: before.givenKana, sex: before.sex }
    else if (draw < 0.07) master[row] = { ...own, family: before.family, familyKana: before.familyKana, phone: before.phone, postcode: before.postcode, address: before.address }
  }

  function twinOf(one: ListedPerson, other: ListedPerson): ListedPerson {
    const given = share() < 0.4 || other.givenKana === one.givenKana ? besideGiven(one) : { given: other.given, givenKana: other.givenKana }
    return { ...one, ...given, sex: share() < 0.7 ? one.sex : other.sex }
  }

  /** Twins are named alike: the last sign of the name is another. */
  function besideGiven(one: ListedPerson): Pick<ListedPerson, 'given' | 'givenKana'> {
    const [endKana, end] = pick(([['カ', '香'], ['ミ', '美'], ['ト', '人'], ['ヤ', '也'], ['キ', '樹'], ['ナ', '奈']] as const).filter(([kana, kanji]) => !one.givenKana.endsWith(kana) && !one.given.endsWith(kanji)))
    return { given: `${one.given.slice(0, 1)}${end}`, givenKana: `${one.givenKana.slice(0, -1)}${endKana}` }
  }

  function mishear(kana: string): string {
    const at = Math.floor(share() * kana.length)
    const other = pick([...'アイウエオカキクケコサシスセソタチツテトナニヌノハヒフホマミムメモヤユヨラリルレロワン'])
    const draw = share()
    if (draw < 0.25) return kana.slice(0, at) + kana.slice(at + 1)
    if (draw < 0.5) return kana.slice(0, at) + other + kana.slice(at)
    if (draw < 0.6 && at + 1 < kana.length) return kana.slice(0, at) + (kana[at + 1] ?? '') + (kana[at] ?? '') + kana.slice(at + 2)
    return kana.slice(0, at) + other + kana.slice(at + 1)
  }

  function otherForm(name: string): string {
    return [...name].map((sign) => {
      const others = forms.get(sign)
      return others === undefined ? sign : pick(others)
    }).join('')
  }

  function birthSlip(on: string): string {
    const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
    const draw = share()
    if (draw < 0.3 && day <= 12) return dateOf(year, day, month)
    if (draw < 0.5) return dateOf(year + (share() < 0.5 ? 1 : -1), month, day)
    if (draw < 0.65) return dateOf(year - 63 > 1900 ? year - 63 : year, month, day)
    return dateOf(year, month, Math.max(1, Math.min(28, day + pick([-10, 10, 1, -1]))))
  }

  function typed(person: ListedPerson): ListedPerson {
    let now = { ...person, birthDate: asTyped(person.birthDate) }
    if (share() < 0.3) now = { ...now, family: otherForm(now.family), given: otherForm(now.given) }
    if (share() < 0.4) now = { ...now, family: '', given: '' }
    if (share() < 0.12) now = { ...now, familyKana: mishear(now.familyKana) }
    if (share() < 0.12) now = { ...now, givenKana: mishear(now.givenKana) }
    if (share() < 0.03) now = { ...now, family: now.given, given: now.family, familyKana: now.givenKana, givenKana: now.familyKana }
    if (share() < 0.08) now = { ...now, birthDate: birthSlip(person.birthDate) }
    if (share() < 0.1) now = { ...now, birthDate: '' }
    if (share() < 0.05) now = { ...now, birthDate: person.birthDate.slice(0, 4) }
    if (share() < 0.1) now = { ...now, sex: '' }
    if (share() < 0.5) now = { ...now, phone: '' }
    if (share() < 0.15) now = { ...now, phone: place().phone }
    if (share() < 0.5) now = { ...now, postcode: '', address: '' }
    if (share() < 0.1) now = { ...now, ...place() }
    if (share() < 0.3) now = { ...now, postcode: '' }
    return now
  }

  function asTyped(on: string): string {
    const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
    const draw = share()
    if (draw < 0.3 && year >= 1927 && year <= 1988) return `s${year - 1925}.${month}.${day}`
    if (draw < 0.4) return `${year}/${month}/${day}`
    return draw < 0.5 ? on.replaceAll('-', '') : on
  }

  // Nobody comes twice: that is another question, which a list asks of itself.
  const rows = master.map((_, row) => ({ row, draw: share() })).toSorted((one, two) => one.draw - two.draw)
  /** Somebody else, mistyped: but not into the very name of the patient or of one of the same house, from whom nothing written could tell them. */
  function typedApart(other: ListedPerson, row: number): ListedPerson {
    const house = [row - 1, row, row + 1].map((near) => master[near]?.givenKana)
    for (;;) {
      const now = typed(other)
      if (!house.includes(now.givenKana) && !house.includes(now.familyKana)) return now
      if (house.includes(other.givenKana)) return { ...now, givenKana: `${now.givenKana}ヨ`, given: now.given === '' ? '' : `${now.given}代` }
    }
  }

  const registrations = Array.from({ length: size.registrations }, (_, at): Registration => {
    const row = rows[at % rows.length]?.row ?? never()
    const person = master[row] ?? never()
    const other = personOf(strangers[at] ?? never())
    const draw = share()
    if (draw < 0.15) return { ...person, birthDate: asTyped(person.birthDate), truth: row, kind: 'as-listed' }
    if (draw < 0.5) return { ...typed(person), truth: row, kind: 'with-errors' }
    if (draw < 0.53) return { ...typed({ ...person, family: other.family, familyKana: other.familyKana }), truth: row, kind: 'maiden' }
    if (draw < 0.58) return { ...typed(person), birthDate: '', truth: row, kind: 'no-birth' }
    if (draw < 0.66) return { ...typedApart(twinOf(person, other), row), truth: -1, kind: 'twin' }
    if (draw < 0.72) return { ...typedApart({ ...other, family: person.family, familyKana: person.familyKana, phone: person.phone, postcode: person.postcode, address: person.address }, row), truth: -1, kind: 'sibling' }
    if (draw < 0.78) return { ...typed({ ...other, family: person.family, given: person.given, familyKana: person.familyKana, givenKana: person.givenKana, sex: person.sex }), truth: -1, kind: 'namesake' }
    if (draw < 0.8) return { ...typed({ ...person, ...place() }), truth: -1, kind: 'namesake-of-one-day' }
    if (draw < 0.84) return { ...typedApart({ ...other, family: person.family, familyKana: person.familyKana, sex: person.sex, phone: person.phone, address: person.address, postcode: person.postcode, birthDate: older(person.birthDate) }, row), truth: -1, kind: 'parent' }
    return { ...typed(other), truth: -1, kind: 'stranger' }
  })
  return { master, registrations }
}

function older(on: string): string {
  return `${Math.max(1900, Number(on.slice(0, 4)) - 28)}${on.slice(4)}`
}

function dateOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const forms: ReadonlyMap<string, readonly string[]> = new Map(kanjiVariants.split(' ').flatMap((word) => [...word].map((sign) => [sign, [...word]] as const)))

function never(): never {
  throw new Error('A list was read past its end')
}
