import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realms } from '#domain/realm.ts'
import { lastCount, readWardNumber, StationLetters, stationAlphabet, wardNumber, WardNumber } from '#domain/number/ward-number.ts'

const everyLetters = [...stationAlphabet].flatMap((a) => [...stationAlphabet].map((b) => StationLetters.parse(a + b)))
const aLetters = fc.constantFrom(...everyLetters)
const aRealm = fc.constantFrom(...realms)
const aCount = fc.integer({ min: 1, max: lastCount })

/** Numbers spread over realms, letters and counts: every letter pair in every realm, counts at every magnitude. */
const many = realms.flatMap((realm) =>
  everyLetters.flatMap((letters, index) => [1, 9, 10, 123, 4_567, 10_000 + index * 37, lastCount - index].map((count) => wardNumber(realm, letters, count))),
)

const bareOf = (number: string): readonly string[] => [...number.replaceAll('-', '')]

describe('ward numbers', () => {
  test('[NUM-1] a ward number is a realm mark, two station letters, five figures and a check digit', () => {
    expect(wardNumber('real', StationLetters.parse('AF'), 123)).toMatch(/^D-AF-00123-\d$/)
    expect(wardNumber('drill', StationLetters.parse('AF'), 123)).toMatch(/^T-AF-00123-\d$/)
    expect(wardNumber('demo', StationLetters.parse('AF'), 123)).toMatch(/^S-AF-00123-\d$/)
  })

  test('[NUM-1] a number that was written reads back to what was written', () => {
    fc.assert(
      fc.property(aRealm, aLetters, aCount, (realm, letters, count) => {
        const number = wardNumber(realm, letters, count)
        expect(readWardNumber(number)).toEqual({ ok: true, value: { realm, letters, count, number } })
      }),
    )
  })

  test('[NUM-1] no two realms, letters or counts share a number', () => {
    expect(new Set(many).size).toBe(many.length)
  })

  test('[NUM-2] one wrong symbol, wherever it stands and whatever it became, is refused', () => {
    const symbols = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']
    let tried = 0
    const missed: string[] = []
    for (const number of many) {
      const bare = bareOf(number)
      for (const [place, right] of bare.entries()) {
        for (const wrong of symbols) {
          if (wrong === right) continue
          tried += 1
          const typed = bare.with(place, wrong).join('')
          if (readWardNumber(typed).ok) missed.push(`${number} as ${typed}`)
        }
      }
    }
    expect(tried).toBe(many.length * 9 * 35)
    expect(missed).toEqual([])
  })

  test('[NUM-3] two neighbouring symbols swapped, wherever they stand, are refused', () => {
    let tried = 0
    const missed: string[] = []
    for (const number of many) {
      const bare = bareOf(number)
      for (let place = 0; place + 1 < bare.length; place += 1) {
        const [one = '', two = ''] = bare.slice(place, place + 2)
        if (one === two) continue
        tried += 1
        const typed = bare.with(place, two).with(place + 1, one).join('')
        if (readWardNumber(typed).ok) missed.push(`${number} as ${typed}`)
      }
    }
    expect(tried).toBeGreaterThan(10_000)
    expect(missed).toEqual([])
  })

  test('[NUM-2] a wrong symbol that keeps the form is told as a check digit that does not agree', () => {
    const bare = bareOf(wardNumber('real', StationLetters.parse('AF'), 123))
    expect(readWardNumber(bare.with(7, '4').join(''))).toEqual({ ok: false, error: { code: 'check-digit' } })
    expect(readWardNumber('D-AB-00123-4')).toEqual({ ok: false, error: { code: 'not-a-ward-number' } })
  })

  test.each(['d-af-00123-C', 'ＤＡＦ００１２３C', ' D AF 00123 C ', 'DAF00123C', 'd－af－00123－C', 'DーAFー00123ーC', 'D−AF−00123−C'])(
    '[NUM-7] case, width, hyphens and spaces make no difference: %s',
    (form) => {
      const right = wardNumber('real', StationLetters.parse('AF'), 123)
      expect(readWardNumber(form.replace('C', right.slice(-1)))).toMatchObject({ ok: true, value: { number: right } })
    },
  )

  test('[NUM-7] whatever is typed is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[DTSAFHdts0-9ー\- ]{0,20}$/)), (typed) => {
        const read = readWardNumber(typed)
        if (read.ok) expect(readWardNumber(read.value.number)).toEqual(read)
        expect(WardNumber.safeParse(typed).success).toBe(read.ok)
      }),
    )
    expect(readWardNumber('D'.repeat(10_000_000)).ok).toBe(false)
    expect(readWardNumber('\ud800').ok).toBe(false)
  })

  test('[NUM-8] there is no number 0 and none above 99999', () => {
    const letters = StationLetters.parse('AF')
    for (const count of [0, -1, 1.5, lastCount + 1, Number.NaN]) expect(() => wardNumber('real', letters, count)).toThrow()
    const zeros = Array.from({ length: 10 }, (_, check) => readWardNumber(`D-AF-00000-${check}`))
    expect(zeros.some((read) => read.ok)).toBe(false)
  })

  test('[NUM-9] the number of one realm never reads as a number of another', () => {
    fc.assert(
      fc.property(aLetters, aCount, (letters, count) => {
        const [real, drill, demo] = [wardNumber('real', letters, count), wardNumber('drill', letters, count), wardNumber('demo', letters, count)]
        expect(readWardNumber(`D${drill.slice(1)}`).ok).toBe(false)
        expect(readWardNumber(`D${demo.slice(1)}`).ok).toBe(false)
        expect(readWardNumber(`T${real.slice(1)}`).ok).toBe(false)
      }),
    )
  })
})
