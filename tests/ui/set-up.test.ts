import { describe, expect, it } from 'vitest'
import { bedsInShort, readBeds } from '#domain/beds.ts'
import { emptyDraft, missingAt, printerMissing, readLetters, readOfficerKey, type SetUpDraft, type SetUpWork } from '#renderer/features/set-up/draft.ts'

const recipient = 'age1qz5m8h2v7k3x9w4c6t0r2p8y5n3d7f9j4l6s0a2e8g5u7k3q9x4w6c8z2h'
const draft: SetUpDraft = { ...emptyDraft, hospital: '潮見総合病院', ward: '5階東病棟', letters: 'af', officer: 'pasted', officerKey: recipient, places: { 1: { place: '看護部長室 金庫', holder: '' }, 2: { place: '薬品庫', holder: '' } }, sealer: { name: '見本', staffNumber: 'IT-01' }, areEnvelopesClosed: true }
const proved = { kind: 'proved' } as const
const envelope = (number: number): NonNullable<SetUpWork['envelopes']>[number] => ({ number, code: null, wasSent: false, isOnPaper: true, proof: proved })
const work: SetUpWork = { officer: null, maintenanceOfficer: recipient, officerProof: proved, officerTest: null, envelopes: [envelope(1), envelope(2)], voided: [], spares: 1, compared: [1, 2], canKeepOfficer: false, fingerprint: '7K2M7-QE541-CFRFD', busy: null }

describe('the beds of a ward', () => {
  it('[SCR-7] a count is that many beds', () => {
    expect(readBeds('20')).toEqual({ ok: true, value: Array.from({ length: 20 }, (_, index) => String(index + 1)) })
  })

  it('[SCR-7] runs and names stand together, in any width, with commas of either language', () => {
    expect(readBeds('５０１〜５０３、505-1~2,臨1')).toEqual({ ok: true, value: ['501', '502', '503', '505-1', '505-2', '臨1'] })
  })

  it('[SCR-7] a hyphen belongs to the name of a bed', () => {
    expect(readBeds('501-1 501-2')).toEqual({ ok: true, value: ['501-1', '501-2'] })
  })

  it('[SCR-7] no bed, a bed twice, a run backwards and more than 200 beds are told apart', () => {
    const codes = ['', '1,2,1', '12〜1', '201', '1〜150 301〜400', 'あ'.repeat(21)].map((typed) => {
      const read = readBeds(typed)
      return read.ok ? 'ok' : read.error.code
    })
    expect(codes).toEqual(['beds-missing', 'bed-twice', 'run-backwards', 'too-many-beds', 'too-many-beds', 'bed-too-long'])
  })

  it('[SCR-7] a long list is shown by its beginning and end', () => {
    expect(bedsInShort(['1', '2', '3', '4', '5', '6', '7'])).toBe('1, 2, 3, 4 … 7')
  })
})

describe('what set-up waits for', () => {
  it('[SCR-9] sealing is not offered before every envelope and the officer were proved', () => {
    expect(missingAt('prove', draft, work)).toBeNull()
    expect(missingAt('prove', draft, { ...work, envelopes: [envelope(1), { ...envelope(2), proof: { kind: 'not-yet' } }] })).toBe('not-proved')
    expect(missingAt('prove', draft, { ...work, envelopes: null })).toBe('not-proved')
    expect(missingAt('prove', draft, { ...work, officerProof: { kind: 'refused', why: 'other-officer' } })).toBe('officer-not-proved')
  })

  it('[SCR-9] nor before every sheet was compared with the screen and the envelopes were closed', () => {
    expect(missingAt('fingerprint', draft, { ...work, compared: [1] })).toBe('not-compared')
    expect(missingAt('fingerprint', draft, work)).toBeNull()
    expect(missingAt('fingerprint', { ...draft, places: {} }, work)).toBe('not-placed')
    expect(missingAt('fingerprint', { ...draft, sealer: { name: '見本', staffNumber: '' } }, work)).toBe('sealer')
    expect(missingAt('seal', { ...draft, areEnvelopesClosed: false }, work)).toBe('not-closed')
  })

  it('[CEREM-8] no code is made for a network printer, nor before keeping printed documents was turned off', () => {
    expect(printerMissing(draft)).toBe('printer')
    expect(printerMissing({ ...draft, printer: 'network', isNothingKept: true })).toBe('network-printer')
    expect(printerMissing({ ...draft, printer: 'usb' })).toBe('kept-prints')
    expect(printerMissing({ ...draft, printer: 'usb', isNothingKept: true })).toBeNull()
    expect(printerMissing({ ...draft, printer: 'none' })).toBeNull()
  })

  it('[SCR-9] a code that is not on paper holds everything up', () => {
    expect(missingAt('envelopes', draft, { ...work, envelopes: [envelope(1), { ...envelope(2), isOnPaper: false }] })).toBe('not-on-paper')
  })

  it('[SCR-9] a secret key pasted as the public one is recognised and refused, and so is a key of another kind', () => {
    expect(readOfficerKey(recipient).kind).toBe('good')
    expect(readOfficerKey('AGE-SECRET-KEY-1QZ5M8H').kind).toBe('secret')
    expect(readOfficerKey('age1pq1qqqq').kind).toBe('other-kind')
    expect(readOfficerKey('ssh-ed25519 AAAA').kind).toBe('other-kind')
    expect(readOfficerKey('age1short').kind).toBe('not-a-key')
    expect(missingAt('officer', { ...draft, officerKey: 'AGE-SECRET-KEY-1QZ5M8H' }, work)).toBe('officer-key')
  })

  it('[MAINT-2] set-up does not go on without a passphrase that this very officer could replace', () => {
    expect(missingAt('maintenance', draft, { ...work, maintenanceOfficer: null })).toBe('passphrase')
    expect(missingAt('maintenance', { ...draft, officer: 'made-here' }, { ...work, officer: { recipient: `${recipient}x`, secret: null } })).toBe('passphrase')
    expect(missingAt('maintenance', draft, work)).toBeNull()
  })

  it('[SCR-9] letters are taken in either width and case, and only from the ten', () => {
    expect([readLetters('ａｆ'), readLetters('AB'), readLetters('A'), readLetters('AFH')]).toEqual(['AF', null, null, null])
  })
})
