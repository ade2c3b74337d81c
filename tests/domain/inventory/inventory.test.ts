import { describe, expect, it } from 'vitest'
import { inventoryRows, noInventory, placed, readKeeper, type Inventory } from '#domain/inventory/inventory.ts'
import { checkedInventory, daysUntil, nextCheck, sealFindings, type SealCheck } from '#domain/inventory/seal-check.ts'
import { Sha256, StaffNumber } from '#domain/ids.ts'
import { instantOf } from '#domain/time.ts'

const sha256 = Sha256.parse('a'.repeat(64))
const by = { name: '見本 一郎', staffNumber: StaffNumber.parse('N-0001') }
const at = instantOf(1_790_000_000_000)
const files = (...envelopes: readonly number[]) => envelopes.map((envelope) => ({ envelope, sha256 }))
const check = (over: Partial<SealCheck> = {}): SealCheck => ({ by, envelopes: [1, 2, 3].map((envelope) => ({ envelope, found: 'intact' })), printer: 'printed', clock: 'right', ...over })

describe('the inventory', () => {
  it('[INV-1] lists every envelope there ever was with its state; a spare that was never made is none', () => {
    const inventory: Inventory = { ...noInventory, items: [{ envelope: 6, place: '防災センター', holder: '当直長', seen: { at, found: 'not-there', by } }] }
    const card = { accountFiles: files(5, 6, 8), opened: [5], retired: [{ envelope: 1, epoch: 1 }], voided: [{ envelope: 7, epoch: 2, why: 'jammed' as const }, { envelope: 9, epoch: 2, why: 'spare' as const }] }
    expect(inventoryRows(card, inventory).map(({ envelope, state }) => `${envelope} ${state}`)).toEqual(['1 retired', '5 opened', '6 missing', '7 void', '8 sealed'])
  })

  it('[INV-2] a place is changed without losing when the envelope was last seen', () => {
    const seen = checkedInventory(placed(noInventory, 1, { place: '看護部長室 金庫', holder: '看護部長' }), check(), at, [])
    expect(placed(seen, 1, { place: '薬品庫', holder: '師長' }).items.find(({ envelope }) => envelope === 1)).toEqual({ envelope: 1, place: '薬品庫', holder: '師長', seen: { at, found: 'intact', by } })
  })

  it('[INV-2] who changes it gives a name and a staff number', () => {
    expect(readKeeper(' 見本 一郎 ', 'Ｎ-0001')).toEqual(by)
    expect([readKeeper('', 'N-0001'), readKeeper('見本', ''), readKeeper('見本', 'N 1')]).toEqual([null, null, null])
  })
})

describe('a seal check', () => {
  const card = { accountFiles: files(1, 2, 3), opened: [] }

  it('[INV-3] with everything in its place finds nothing', () => {
    expect(sealFindings(card, check())).toEqual([])
  })

  it('[INV-4] a broken envelope whose account was not used is a finding, and so is a used account whose envelope is whole', () => {
    expect(sealFindings(card, check({ envelopes: [{ envelope: 1, found: 'damaged' }, { envelope: 2, found: 'intact' }, { envelope: 3, found: 'intact' }] }))).toEqual(['envelope-broken-unused'])
    expect(sealFindings({ ...card, opened: [2] }, check())).toEqual(['envelope-used-intact'])
    expect(sealFindings({ ...card, opened: [1] }, check({ envelopes: [{ envelope: 1, found: 'damaged' }, { envelope: 2, found: 'intact' }, { envelope: 3, found: 'intact' }] }))).toEqual([])
  })

  it('[INV-3] an envelope that is gone or was not looked at, a printer and a clock that fail are findings', () => {
    expect(sealFindings(card, check({ envelopes: [{ envelope: 1, found: 'not-there' }, { envelope: 2, found: 'intact' }], printer: 'failed', clock: 'wrong' }))).toEqual(['envelope-not-there', 'envelope-not-looked-at', 'printer-failed', 'clock-wrong'])
  })

  it('[INV-5] the next one is due by the hospital’s days, counted from the last check or from sealing', () => {
    expect(nextCheck(noInventory, null, 31)).toBeNull()
    const due = nextCheck(noInventory, at, 31)
    expect(due).toBe(instantOf(1_790_000_000_000 + 31 * 86_400_000))
    const later = instantOf(1_790_000_000_000 + 5 * 86_400_000)
    expect(nextCheck(checkedInventory(noInventory, check(), later, []), at, 31)).toBe(instantOf(1_790_000_000_000 + 36 * 86_400_000))
    expect(due === null ? null : [daysUntil(due, at), daysUntil(due, instantOf(1_790_000_000_000 + 33 * 86_400_000))]).toEqual([31, -2])
  })
})
