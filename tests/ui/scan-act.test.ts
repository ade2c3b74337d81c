import { describe, expect, it } from 'vitest'
import { PatientId, StaffNumber } from '#domain/ids.ts'
import { StationLetters, wardNumber } from '#domain/number/ward-number.ts'
import { err, ok } from '#domain/result.ts'
import type { Scanned } from '#domain/scan/scanned.ts'
import { scanAct, type Finding, type ScanPlace } from '#renderer/app/scan-act.ts'

const one = PatientId.parse('01934f00-0000-7000-8000-000000000001')
const other = PatientId.parse('01934f00-0000-7000-8000-000000000002')
const me = StaffNumber.parse('N-1')
const number = wardNumber('real', StationLetters.parse('AF'), 1)
const board: ScanPlace = { chart: null, isRegistering: false, isBusy: false, isInBox: false, mayRegister: true, me }
const find: Finding = { byNumber: (asked) => (asked === number ? one : null), byHospitalId: (asked) => (asked === '00001234' ? one : null) }
const band: Scanned = { kind: 'ward-number', number }
const id: Scanned = { kind: 'hospital-patient', number: '00001234', from: 'hospital' }

describe('a scan in the open ward', () => {
  it('[SCAN-11] opens the patient of a band, or of a hospital’s number that is linked, from any screen that is about no patient', () => {
    for (const scan of [band, id]) expect(scanAct(ok(scan), board, find)).toMatchObject({ act: 'open', patient: one, said: { say: 'opened' } })
    expect(scanAct(ok(band), { ...board, isInBox: true }, find)).toMatchObject({ act: 'open', patient: one })
  })

  it('[SCAN-12] over another patient’s chart or a registration it opens nothing and asks; on the patient’s own it says so', () => {
    for (const place of [{ ...board, chart: other }, { ...board, isRegistering: true }, { ...board, chart: other, isInBox: true }]) expect(scanAct(ok(band), place, find)).toEqual({ act: 'say', said: { say: 'other-patient', patient: one } })
    expect(scanAct(ok(band), { ...board, chart: one }, find)).toMatchObject({ act: 'say', said: { say: 'same-patient', number } })
    expect(scanAct(ok(band), { ...board, isBusy: true }, find)).toEqual({ act: 'say', said: { say: 'busy' } })
  })

  it('[SCAN-13] a number nobody here has is named, with the registration as the next act where one may be made', () => {
    const stranger: Scanned = { kind: 'hospital-patient', number: '00009999', from: 'hospital' }
    expect(scanAct(ok(stranger), board, find)).toEqual({ act: 'say', said: { say: 'not-on-ward', as: 'hospital-patient', number: '00009999', mayRegister: true } })
    expect(scanAct(ok(stranger), { ...board, mayRegister: false }, find)).toMatchObject({ said: { mayRegister: false } })
  })

  it('[SCAN-14] a badge changes the person, one’s own and what nobody knows stay typed; without a box the unknown is said, by its length alone', () => {
    const nurse = StaffNumber.parse('N-2')
    expect(scanAct(ok({ kind: 'badge', staffNumber: nurse }), board, find)).toEqual({ act: 'change-person', to: nurse })
    expect(scanAct(ok({ kind: 'badge', staffNumber: me }), board, find)).toEqual({ act: 'leave' })
    expect(scanAct(err({ code: 'unknown', length: 13 }), { ...board, isInBox: true }, find)).toEqual({ act: 'leave' })
    expect(scanAct(err({ code: 'unknown', length: 13 }), board, find)).toEqual({ act: 'say', said: { say: 'unknown', length: 13 } })
    expect(scanAct(err({ code: 'too-long' }), board, find)).toEqual({ act: 'say', said: { say: 'unknown', length: null } })
    expect(scanAct(ok({ kind: 'triage-tag', number: '1' }), board, find)).toMatchObject({ said: { say: 'not-here' } })
  })

  it('[SCAN-6] [REALM-8] a misread number, one of another realm and one with two meanings are said also over a box, and open nothing', () => {
    const inBox = { ...board, isInBox: true }
    expect(scanAct(err({ code: 'check-symbol', of: 'ward-number' }), inBox, find)).toMatchObject({ act: 'say', said: { say: 'check-symbol' } })
    expect(scanAct(err({ code: 'other-realm', realm: 'drill' }), inBox, find)).toMatchObject({ act: 'say', said: { say: 'other-realm', realm: 'drill' } })
    expect(scanAct(err({ code: 'two-meanings', kinds: ['badge', 'hospital-patient'] }), inBox, find)).toMatchObject({ act: 'say', said: { say: 'two-meanings' } })
  })
})
