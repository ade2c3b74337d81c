import { describe, expect, it } from 'vitest'
import { afterMark, firstFreeNumber, lostSheets, mayBegin, nextEpoch, sealable, sheetsOnPaper, spareEnvelopes, withoutEnvelope, type Ceremony } from '#domain/access/ceremony.ts'
import { Sha256 } from '#domain/ids.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import type { StationCard } from '#domain/station.ts'
import { aRoster } from './roster-fixture.ts'

const profile = { hospital: '架空病院', ward: '3階西', letters: StationLetters.parse('AF'), beds: ['301'] }
const sha256 = Sha256.parse('a'.repeat(64))
const roster = aRoster()
const ceremony = (sheets: readonly Ceremony['envelopes'][number]['sheet'][]): Ceremony => ({ v: 1, profile, roster, fingerprint: '7K2M7-QE541-CFRFD', envelopes: sheets.map((sheet, index) => ({ envelope: index + 1, sha256, sheet })), isOfficerProved: true, compared: sheets.map((_, index) => index + 1) })
const card = (over: Partial<StationCard>): StationCard => ({ v: 1, station: roster.station, realm: 'real', phase: 'closed', role: 'ward', profile, roster, accountFiles: [], opened: [], broken: [], incident: null, reservedCount: 0, usedLetters: [], retired: [], voided: [], lastEnvelope: 3, clockOffsetMs: 0, clockInDoubt: false, lettersInDoubt: false, ...over })

describe('a sheet', () => {
  it('[CEREM-1] goes from made to proved and never back', () => {
    const printing = afterMark(ceremony(['made']), { mark: 'sheet', envelope: 1, sheet: 'printing' })
    expect(printing?.envelopes[0]?.sheet).toBe('printing')
    expect(afterMark(ceremony(['made']), { mark: 'sheet', envelope: 1, sheet: 'proved' })).toBeNull()
    expect(afterMark(ceremony(['on-paper']), { mark: 'sheet', envelope: 1, sheet: 'printing' })).toBeNull()
    expect(afterMark(ceremony(['void']), { mark: 'sheet', envelope: 1, sheet: 'on-paper' })).toBeNull()
    expect(afterMark(ceremony(['made']), { mark: 'sheet', envelope: 7, sheet: 'printing' })).toBeNull()
  })

  it('[CEREM-2] made or half printed is lost with the window; what a person holds is not', () => {
    const cut = ceremony(['proved', 'on-paper', 'printing', 'made', 'void'])
    expect(lostSheets(cut)).toEqual([3, 4])
    expect(sheetsOnPaper(cut)).toEqual([1, 2])
  })

  it('[CEREM-3] once void, stays void and is compared no longer', () => {
    const voided = withoutEnvelope(ceremony(['proved', 'proved', 'proved']), 2)
    expect(voided?.envelopes[1]?.sheet).toBe('void')
    expect(voided?.compared).toEqual([1, 3])
    expect(voided === null ? null : withoutEnvelope(voided, 2)).toBeNull()
  })
})

describe('sealing', () => {
  it('[CEREM-5] waits for two envelopes, all of them proved and compared, and for the officer', () => {
    expect(sealable(ceremony(['proved', 'proved', 'void']))).toEqual({ ok: true, value: null })
    expect(sealable(ceremony(['proved', 'void', 'void']))).toEqual({ ok: false, error: { code: 'too-few' } })
    expect(sealable(ceremony(['proved', 'proved', 'on-paper']))).toEqual({ ok: false, error: { code: 'not-proved' } })
    expect(sealable({ ...ceremony(['proved', 'proved']), isOfficerProved: false })).toEqual({ ok: false, error: { code: 'officer-not-proved' } })
    expect(sealable({ ...ceremony(['proved', 'proved']), compared: [1] })).toEqual({ ok: false, error: { code: 'not-compared' } })
  })
})

describe('numbers', () => {
  it('[CEREM-6] are above every one retired, voided, present or ever made', () => {
    expect(firstFreeNumber(null, 4)).toBe(1)
    expect(firstFreeNumber(card({}), 4)).toBe(4)
    expect(firstFreeNumber(card({ lastEnvelope: 9, voided: [{ envelope: 12, epoch: 1, why: 'jammed' }], retired: [{ envelope: 20, epoch: 1 }] }), 4)).toBe(21)
    expect(firstFreeNumber(card({ lastEnvelope: 96 }), 4)).toBeNull()
  })

  it('[CEREM-6] and the epoch is the next one: a roster that takes an old number or epoch does not begin', () => {
    const renewed = { ...roster, epoch: nextEpoch(card({})), accounts: roster.accounts.map((account) => ({ ...account, envelope: account.envelope + 3 })) }
    expect(mayBegin(card({}), renewed)).toBe(true)
    expect(mayBegin(card({}), { ...renewed, epoch: roster.epoch })).toBe(false)
    expect(mayBegin(card({}), { ...renewed, accounts: roster.accounts })).toBe(false)
    expect(mayBegin(null, { ...roster, epoch: 1 })).toBe(true)
  })

  it('[CEREM-7] renewal begins only when the incident is closed', () => {
    const renewed = { ...roster, epoch: nextEpoch(card({})), accounts: roster.accounts.map((account) => ({ ...account, envelope: account.envelope + 3 })) }
    for (const phase of ['sealed', 'open', 'standing-down', 'reconciling', 'drill'] as const) expect(mayBegin(card({ phase }), renewed)).toBe(false)
  })

  it('[CEREM-10] what the roster lists beyond the envelopes made are spares', () => {
    expect(spareEnvelopes(ceremony(['made', 'void']))).toEqual([3])
  })
})
