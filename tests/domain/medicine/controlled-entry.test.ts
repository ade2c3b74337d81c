import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceAfter, controlledEntry, emptyControlled, type ControlledForm } from '#domain/medicine/controlled-entry.ts'
import { ControlledMove } from '#domain/medicine/medicine.ts'
import { StaffNumber } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { balanceOf } from '#domain/view/controlled.ts'
import { wardOf } from '#domain/view/ward.ts'
import { anEntry, aNurse, entryId } from '#tests/builders.ts'
import { inJournal } from '../view/records.ts'

const other = aNurse({ staffNumber: StaffNumber.parse('N-2001'), name: '確認 看護' })
const ledgerOf = (...entries: readonly Entry[]) => wardOf(inJournal(entries)).controlled.lines
const five = anEntry('controlled-moved')
const form: ControlledForm = { ...emptyControlled, drug: 'モルヒネ塩酸塩注１０mg', unit: 'ampoule', move: 'returned', amount: '2' }
const made = (of: ControlledForm, entries: readonly Entry[] = [five], second: typeof other | null = other) => controlledEntry(of, { entry: entryId(1), ledger: ledgerOf(...entries), by: aNurse(), second })
const codes = (...all: Parameters<typeof made>) => {
  const entry = made(...all)
  return entry.ok ? [] : entry.error.map((issue) => `${issue.field} ${issue.code}`)
}

describe('the book of narcotics', () => {
  test('[MED-16] is written by two, or by one with a reason, and says what is left', () => {
    expect(codes(emptyControlled, [], null)).toEqual(['move not-chosen', 'drug drug-missing', 'unit unit-missing', 'amount amount-missing', 'second second-missing'])
    expect(codes(form, [five], aNurse())).toEqual(['second second-is-first'])
    expect(codes({ ...form, two: { isAlone: true, aloneBecause: '' } })).toEqual(['second alone-because-missing'])
    expect(codes({ ...form, two: { isAlone: true, aloneBecause: '夜間1人' } }, [five], null)).toEqual([])
    expect(made(form)).toMatchObject({ ok: true, value: { patient: null, body: { move: 'returned', amount: 2, byTwo: { second: { name: '確認 看護' } } } } })
    expect(balanceAfter(form, 2, ledgerOf(five))).toBe(3)
    expect(balanceAfter({ ...form, move: 'counted' }, 4, ledgerOf(five))).toBe(4)
    expect(balanceAfter({ ...form, move: null }, 4, ledgerOf(five))).toBeNull()
  })

  test('[MED-17] less than nothing and a count that differs wait for an explanation', () => {
    expect(made({ ...form, amount: '6' })).toEqual({ ok: false, error: [{ field: 'explained', code: 'less-than-nothing', left: -1 }] })
    expect(made({ ...form, move: 'counted', amount: '4' })).toEqual({ ok: false, error: [{ field: 'explained', code: 'count-differs', book: 5 }] })
    expect(codes({ ...form, move: 'counted', amount: '0' })).toEqual(['explained count-differs'])
    expect(codes({ ...form, move: 'counted', amount: '5' })).toEqual([])
    expect(codes({ ...form, amount: '6', explained: '前の端末からの分' })).toEqual([])
    expect(codes({ ...form, amount: '0' })).toEqual(['amount amount-missing'])
  })

  test('[MED-17] whatever is written one after another, the book never drops below nought or jumps without a word', () => {
    const aMove = fc.record({ move: fc.constantFrom(...ControlledMove.options), amount: fc.constantFrom('0', '0.1', '0.2', '1', '3'), explained: fc.constantFrom('', '', '説明') })
    fc.assert(fc.property(fc.array(aMove, { maxLength: 30 }), (moves) => {
      const entries: Entry[] = []
      for (const move of moves) {
        const before = balanceOf(ledgerOf(...entries), form.drug, 'ampoule')
        const entry = made({ ...form, ...move }, entries)
        if (!entry.ok) continue
        entries.push(anEntry('controlled-moved', { body: entry.value.body }))
        const after = balanceOf(ledgerOf(...entries), form.drug, 'ampoule')
        if (move.explained !== '') continue
        expect(after < 0 && move.move !== 'received').toBe(false)
        if (move.move === 'counted') expect(after).toBe(before)
      }
    }))
  })
})
