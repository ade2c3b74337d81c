import type { PublicEvent } from '../log/public-event.ts'
import type { StationCard } from '../station.ts'

/**
 * What the station's card says against what its journal says happened. The card is a small file that anyone
 * with the disk can edit; a seal that was broken and is whole again on the card is found here (VER-8).
 * Events in journal order; `fingerprint` is that of the card's roster.
 */
export type CardFault = 'opened-envelope-hidden' | 'opened-envelope-invented' | 'other-letters' | 'numbers-set-back' | 'other-roster' | 'incident-hidden'

type Facts = {
  /** Of the accounts of the present epoch. */
  readonly opened: ReadonlySet<number>
  readonly everOpened: ReadonlySet<number>
  readonly letters: string | null
  readonly reserved: number
  readonly fingerprint: string | null
  readonly runsIncident: boolean
}

const nothing: Facts = { opened: new Set(), everOpened: new Set(), letters: null, reserved: 0, fingerprint: null, runsIncident: false }

export function cardFaults(card: StationCard, fingerprint: string, events: Iterable<PublicEvent>): readonly CardFault[] {
  let facts = nothing
  for (const event of events) facts = after(facts, event)
  const { opened, everOpened, letters, reserved, runsIncident } = facts
  const faults: readonly (readonly [CardFault, boolean])[] = [
    ['opened-envelope-hidden', [...opened].some((envelope) => !card.opened.includes(envelope))],
    ['opened-envelope-invented', card.opened.some((envelope) => !everOpened.has(envelope))],
    ['other-letters', letters !== null && letters !== card.profile.letters],
    ['numbers-set-back', card.reservedCount < reserved],
    ['other-roster', facts.fingerprint !== null && facts.fingerprint !== fingerprint],
    ['incident-hidden', runsIncident && (card.incident === null || card.phase === 'sealed' || card.phase === 'new')],
  ]
  return faults.flatMap(([fault, is]) => (is ? [fault] : []))
}

function after(facts: Facts, event: PublicEvent): Facts {
  if (event.event === 'station-prepared') return { ...facts, letters: event.letters, reserved: event.letters === facts.letters ? facts.reserved : 0, fingerprint: event.rosterFingerprint, opened: new Set() }
  if (event.event === 'roster-changed') return { ...facts, fingerprint: event.rosterFingerprint }
  if (event.event === 'letters-taken') return { ...facts, letters: event.letters, reserved: 0 }
  if (event.event === 'numbers-reserved') return { ...facts, reserved: event.letters === facts.letters ? Math.max(facts.reserved, event.upTo) : facts.reserved }
  if (event.event === 'envelope-opened') return { ...facts, opened: new Set([...facts.opened, event.envelope]), everOpened: new Set([...facts.everOpened, event.envelope]) }
  if (event.event === 'incident-declared' || event.event === 'desk-begun') return { ...facts, runsIncident: true }
  // The envelopes of a closed incident are retired; the card counts those of the next accounts.
  if (event.event === 'incident-closed') return { ...facts, runsIncident: false, opened: new Set() }
  if (event.event === 'station-sealed') return { ...facts, runsIncident: false }
  return facts
}
