import { describe, expect, it } from 'vitest'
import { cardFaults } from '#domain/audit/card-facts.ts'
import { proofWords } from '#domain/audit/proof-words.ts'
import { IncidentId, StaffNumber } from '#domain/ids.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import { StationCard } from '#domain/station.ts'
import { aRoster } from '#tests/domain/access/roster-fixture.ts'

const nurse = StaffNumber.parse('N-104')
const incident = IncidentId.parse('01932f00-0000-7000-8000-00000000000a')
const fingerprint = '7K2MQ-8RT4D-00XZ7'
const happened: readonly PublicEvent[] = [
  { event: 'station-prepared', letters: 'AF', rosterEpoch: 1, rosterFingerprint: fingerprint },
  { event: 'station-sealed', rosterEpoch: 1 },
  { event: 'envelope-opened', envelope: 2, incident, staffNumber: nurse, reasonCode: 'earthquake' },
  { event: 'incident-declared', incident, staffNumber: nurse },
  { event: 'numbers-reserved', letters: 'AF', upTo: 100 },
].map((event) => PublicEvent.parse(event))
const card = (over: Partial<StationCard> = {}): StationCard => ({
  ...StationCard.parse({
    v: 1, station: '01932f00-0000-7000-8000-000000000001', realm: 'real', phase: 'open', roster: aRoster(), accountFiles: [], opened: [2], incident, reservedCount: 100, usedLetters: ['AF'], lettersInDoubt: false,
    profile: { hospital: '架空病院', ward: '3階西', letters: 'AF', beds: [] },
  }),
  ...over,
})
const profile = (letters: string) => ({ ...card().profile, letters: letters as StationCard['profile']['letters'] }) // two letters of a station

describe('the card against the journal', () => {
  it('[VER-10] agrees when it is as the station wrote it', () => {
    expect(cardFaults(card(), fingerprint, happened)).toEqual([])
  })

  it.each([
    ['a broken seal made whole', card({ opened: [] }), fingerprint, ['opened-envelope-hidden']],
    ['a seal said to be broken', card({ opened: [1, 2] }), fingerprint, ['opened-envelope-invented']],
    ['other letters', card({ profile: profile('KM') }), fingerprint, ['other-letters']],
    ['numbers set back', card({ reservedCount: 0 }), fingerprint, ['numbers-set-back']],
    ['another roster', card(), '00000-00000-00000', ['other-roster']],
    ['an incident that never was', card({ phase: 'sealed', incident: null }), fingerprint, ['incident-hidden']],
  ] as const)('[VER-10] says of %s what it is', (_, edited, roster, faults) => {
    expect(cardFaults(edited, roster, happened)).toEqual(faults)
  })

  it('[VER-10] goes by the newest accounts: an envelope of an earlier epoch is not missed', () => {
    const anew: readonly PublicEvent[] = [
      ...happened,
      { event: 'incident-closed', incident },
      PublicEvent.parse({ event: 'station-prepared', letters: 'AF', rosterEpoch: 2, rosterFingerprint: fingerprint }),
      { event: 'station-sealed', rosterEpoch: 2 },
    ]
    expect(cardFaults(card({ opened: [], phase: 'sealed', incident: null }), fingerprint, anew)).toEqual([])
  })
})

describe('what is said of signatures', () => {
  it('[VER-9] says in both languages that a rewriting with the key is not found where nothing outside is left', () => {
    const said = proofWords.doesNotProve
    expect(said.some(({ ja, en }) => ja.includes('見つかりません') && en.includes('not found'))).toBe(true)
    expect([...proofWords.proves, ...said].every(({ ja, en }) => ja.length > 10 && en.length > 10)).toBe(true)
  })
})
