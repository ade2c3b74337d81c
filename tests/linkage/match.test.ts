import fc from 'fast-check'
import { expect, it } from 'vitest'
import { birthLikeness } from '#domain/linkage/birth-number.ts'
import { matchWithin } from '#domain/linkage/match.ts'
import { inventedPatients } from '../patients.ts'
import { listed, listOf, matched, today } from './pairs.ts'

const hanako = listed({ family: '髙橋', given: '花子', familyKana: 'タカハシ', givenKana: 'ハナコ', birthDate: '1950-03-04', sex: 'female', phone: '090-1234-5678', postcode: '107-0062', address: '港区南青山1丁目2-3' })
/** A list long enough that a name can be rare in it. */
const others = inventedPatients(2_000, 3).map((one) => listed({ family: one.family, given: one.given, familyKana: one.familyKana, givenKana: one.givenKana, birthDate: one.birth.kind === 'day' ? one.birth.on : '', sex: one.sex, phone: '' }))
const master = [hanako, ...others]

const pairOf = (asking: ReturnType<typeof listed>, list = master) => matched([asking], list).find((match) => match.searched === 0)

it.each([
  ['another form of a character', { family: '高橋' }],
  ['half-width kana alone', { family: '', given: '', familyKana: 'ﾀｶﾊｼ', givenKana: 'ﾊﾅｺ' }],
  ['hiragana in the field of the name', { family: 'たかはし', given: 'はなこ', familyKana: '', givenKana: '' }],
  ['the whole name in one cell', { family: '髙橋花子', given: '', familyKana: 'タカハシ　ハナコ', givenKana: '' }],
  ['family and given name exchanged', { family: '花子', given: '髙橋', familyKana: 'ハナコ', givenKana: 'タカハシ' }],
  ['an era date', { birthDate: '昭和25年3月4日' }],
  ['day and month exchanged', { birthDate: '1950-04-03' }],
  ['a year too many', { birthDate: '1951-03-04' }],
  ['the telephone without its hyphens', { phone: '09012345678' }],
])('[MATCH-3] a registration with %s is likely the patient of the list', (_, over) => {
  expect(pairOf({ ...hanako, ...over })).toMatchObject({ searched: 0, class: 'likely' })
})

it.each([
  ['in kanji', { family: '勅使河原', given: '花子' }, { family: '勅使河原花子' }],
  ['in kana', { familyKana: 'テシガワラ', givenKana: 'ハナコ' }, { familyKana: 'テシガワラハナコ' }],
])('[MATCH-3] a rare name %s is found, whichever list holds it undivided and nowhere else', (_, divided, undivided) => {
  const { birthDate, sex, phone } = hanako
  const [two, one] = [listed({ birthDate, sex, phone, ...divided }), listed({ birthDate, sex, phone, ...undivided })]
  for (const [asking, inList] of [[two, one], [one, two]] as const) {
    const pair = pairOf(asking, [inList, ...others])
    expect(pair).toMatchObject({ class: 'likely', scored: { family: 'same', given: 'same' } })
    expect(Object.values(pair?.scored.bits ?? {}).every(Number.isFinite)).toBe(true)
  }
})

it('[MATCH-2] a given name that neither row says is unknown, and newborn twins without one are never likely', () => {
  const newborn = listed({ family: '佐藤', familyKana: 'サトウ', birthDate: '2026-11-20', sex: 'female', phone: '090-1234-5678' })
  const pair = pairOf(newborn, [newborn, ...others])
  expect(pair?.class).not.toBe('likely')
  expect(pair?.scored ?? { given: 'unknown', bits: { given: 0 } }).toMatchObject({ given: 'unknown', bits: { given: 0 } })
})

it('[MATCH-3] two lists that hold every name in one cell find the person by the whole of it', () => {
  const inOneCell = (one: ReturnType<typeof listed>): ReturnType<typeof listed> => ({ ...one, family: `${one.family}${one.given}`, given: '', familyKana: `${one.familyKana}${one.givenKana}`, givenKana: '' })
  const pair = pairOf(inOneCell(hanako), master.map(inOneCell))
  expect(pair).toMatchObject({ class: 'likely', scored: { family: 'same', given: 'same' } })
})

it.each([
  ['a kana misheard', { family: '', given: '', familyKana: 'タカハス', givenKana: 'ハナコ' }, null],
  ['the year alone', { birthDate: '1950' }, null],
  ['a maiden name', { family: '勅使河原', familyKana: 'テシガワラ' }, 'family-differs'],
  ['a twin', { given: '花枝', givenKana: 'ハナエ' }, 'given-differs'],
  ['another sex', { sex: '男' }, 'sex-differs'],
  ['a namesake born on the same day, who lives elsewhere', { phone: '080-9999-1111', postcode: '980-0803', address: '仙台市青葉区国分町9-9' }, 'contact-differs'],
  ['nothing but name, birth date and sex', { phone: '', postcode: '', address: '' }, 'too-little'],
  ['another birth date', { birthDate: '1987-11-29' }, 'birth-unsure'],
] as const)('[MATCH-4] %s is listed, and what holds it back is said', (_, over, hold) => {
  const pair = pairOf({ ...hanako, ...over })
  expect(pair).toBeDefined()
  if (hold !== null) expect([pair?.class, pair?.holds]).toEqual(['review', expect.arrayContaining([hold])])
})

it('[MATCH-5] of two who cannot be told apart both are listed, and neither is likely', () => {
  const pairs = matched([hanako], [hanako, ...others, { ...hanako, phone: '' }, hanako])
  expect(pairs.map((match) => [match.searched, match.class])).toEqual(expect.arrayContaining([[0, 'review'], [2_002, 'review']]))
  expect(pairs.every((match) => match.holds.includes('rival'))).toBe(true)
})

it('[MATCH-5] a row has one partner, the likelier one', () => {
  const pairs = matched([hanako, { ...hanako, given: '', givenKana: '', phone: '' }], master)
  expect(pairs.filter((match) => match.searched === 0).map((match) => match.asking)).toEqual([0])
})

it('[MATCH-2] leaving a field out of one list never turns a pair against itself, and comparing is fair to both lists', () => {
  const fields = ['sex', 'phone', 'postcode', 'address', 'birthDate'] as const
  fc.assert(fc.property(fc.subarray([...fields]), (left) => {
    const few = others.slice(0, 100)
    const without = { ...hanako, ...Object.fromEntries(left.map((field) => [field, ''])) }
    const [asked, searched] = [matched([without], [hanako, ...few], -30)[0], matched([hanako], [without, ...few], -30)[0]]
    for (const field of left) {
      const name = field === 'birthDate' ? 'birth' : field
      expect([asked?.scored.bits[name], searched?.scored.bits[name]]).toEqual([0, 0])
    }
  }))
})

it('[MATCH-3] every slip of a birth date is seen as one, whichever of the two is wrong', () => {
  const days = fc.record({ year: fc.integer({ min: 1900, max: 2025 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }).map(({ year, month, day }) => year * 10_000 + month * 100 + day)
  fc.assert(fc.property(days, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (birth, place, by) => {
    const figure = Math.floor(birth / 10 ** place) % 10
    const wrong = birth + (((figure + by) % 10) - figure) * 10 ** place
    fc.pre(wrong % 100 !== 0) // no day at all is not a wrong day
    expect(birthLikeness(birth, wrong)).toBe('slip')
    expect(birthLikeness(wrong, birth)).toBe('slip')
  }))
  expect(birthLikeness(19250304, 19880304)).toBe('slip')
  expect(birthLikeness(19500304, 19870911)).toBe('differs')
})

it('[MATCH-5] one list against itself gives each double once, the earlier row first, and nobody is his own double', () => {
  const pairs = matchWithin(listOf([...others.slice(0, 500), hanako, { ...hanako, family: '高橋', birthDate: 's25.3.4' }]), { today })
  expect(pairs?.filter((match) => match.class === 'likely').map((match) => [match.asking, match.searched])).toEqual([[500, 501]])
})

it('[MATCH-1] nothing is listed of a list of nobody, and a comparison that is stopped returns nothing', () => {
  expect(matched([], master)).toEqual([])
  expect(matched([listed({})], [listed({})])).toEqual([])
  expect(matchWithin(listOf(master), { today, onRows: () => false })).toBeNull()
})
