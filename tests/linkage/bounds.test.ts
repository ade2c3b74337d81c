import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnsOf, type ListedPerson } from '#domain/linkage/lists.ts'
import { marksOf } from '#domain/linkage/keys.ts'
import { searchedList } from '#domain/linkage/match.ts'
import { scorerOf } from '#domain/linkage/score.ts'
import { listed, listOf, today } from './pairs.ts'

/** Few values, so that much is the same; and in a list of so many others each of them is rare. */
const some = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values)
const families = ['', '勅使河原', '佐藤', '佐籐', '花子', '勅使河原花子', '佐藤　花子', 'abernathy']
const familiesKana = ['', 'テシガワラ', 'サトウ', 'サトオ', 'ハナコ', 'テシガワラハナコ', 'サトウ ハナコ']
const givens = ['', '花子', '佐藤', '花枝', 'はなこ', 'roberta']
const givensKana = ['', 'ハナコ', 'サトウ', 'ハナエ']
const person: fc.Arbitrary<ListedPerson> = fc.record({
  identifier: some('', '', '1000001', '1000002', '7654321'),
  family: some(...families), given: some(...givens), familyKana: some(...familiesKana), givenKana: some(...givensKana),
  birthDate: some('', '1950-03-04', '1950-04-03', '1950', '1987-11-29'), sex: some('', '女', '男'), phone: some('', '090-1234-5678', '090-1234-5679', '080-9999-1111'),
  postcode: some('', '107-0062', '107-0063', '980-0803'), address: some('', '港区南青山1丁目2-3', '東京都港区南青山1-2-3', '港区南青山1丁目2-4', '港区南青山', '仙台市青葉区国分町9-9'),
})
const other = listed({ family: '田中', given: '一郎', familyKana: 'タナカ', givenKana: 'イチロウ', birthDate: '1960-01-01', sex: 'male', phone: '070-0000-0000', postcode: '500-0000', address: '岐阜市1' })

it('[MATCH-10] no pair that reaches the floor is left out early, and none is given other odds, in short lists and long', () => {
  const lists = fc.record({ asking: fc.array(person, { minLength: 1, maxLength: 40 }), searched: fc.array(person, { minLength: 1, maxLength: 40 }), others: fc.constantFrom(0, 100, 50_000) })
  fc.assert(fc.property(lists, ({ asking, searched, others }) => {
    const read = searchedList(listOf([...searched, ...Array.from({ length: others }, () => other)]), today)
    const columns = columnsOf(listOf(asking), read.words, today)
    const { total } = scorerOf(columns, read.columns, read.words, { tally: read.tally, chance: read.chance, house: marksOf(read.words, read.marks).house })
    for (let a = 0; a < asking.length; a += 1) {
      for (let b = 0; b < searched.length; b += 1) {
        const odds = total(a, b, -Infinity)
        expect(odds).not.toBeNaN()
        if (total(a, b, odds) !== odds) expect.fail(`${odds} became ${total(a, b, odds)}: ${JSON.stringify([asking[a], searched[b]])} among ${others}`)
      }
    }
  }), { numRuns: 30 })
})
