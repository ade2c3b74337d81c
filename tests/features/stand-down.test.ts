import { describe, expect, it } from 'vitest'
import { emptyDecide, emptyHandOver, emptyReport, inventoryFindings, missingOfDecide, missingOfHandOver, missingOfReport, standDownOf } from '#renderer/features/stand-down/draft.ts'

describe('the way back', () => {
  it('[LIFE-9] a patient is handed over to somebody; the other fields may stay empty', () => {
    expect(missingOfHandOver(emptyHandOver)).toBe('taken-over-by')
    expect(missingOfHandOver({ ...emptyHandOver, takenOverBy: '佐藤' })).toBeNull()
    expect(missingOfHandOver({ ...emptyHandOver, takenOverBy: '佐藤', lastDose: 'あ'.repeat(301) })).toBe('too-long')
  })

  it('[LIFE-10] the inventory closes when the envelopes opened are those used', () => {
    expect(inventoryFindings({ all: [1, 2, 3], opened: [1], used: [1] })).toEqual([])
    expect(inventoryFindings({ all: [1, 2, 3], opened: [1, 3], used: [1, 2] })).toEqual([{ envelope: 3, finding: 'opened-not-used' }, { envelope: 2, finding: 'used-not-opened' }])
  })

  it('[LIFE-1] a box left open asks for a reason, and the list is kept as it was ticked', () => {
    const draft = { ...emptyDecide(2), decidedBy: '副院長' }
    expect(missingOfDecide({ ...draft, decidedBy: ' ' })).toBe('decider')
    expect(missingOfDecide(draft)).toBe('reason')
    expect(missingOfDecide({ ...draft, done: [true, true] })).toBeNull()
    expect(standDownOf({ ...draft, done: [true, false], reason: '掲示は後で' }, ['紙を集めた', '掲示を外した'])).toEqual({ decidedBy: '副院長', reason: '掲示は後で', steps: [{ step: '紙を集めた', isDone: true }, { step: '掲示を外した', isDone: false }] })
  })

  it('[LIFE-11] the incident sheet asks what stopped and whether personal data is at risk', () => {
    expect(missingOfReport(emptyReport)).toBe('stopped')
    expect(missingOfReport({ ...emptyReport, stopped: '電子カルテ' })).toBe('personal-data')
    expect(missingOfReport({ ...emptyReport, stopped: '電子カルテ', personalData: 'unknown' })).toBeNull()
  })
})
