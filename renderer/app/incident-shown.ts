import { readingAccounts } from '#domain/station.ts'
import type { StationStatus } from '#domain/bridge.ts'
import type { IncidentShown } from '../features/shell/incident-banner.tsx'
import { reasonWords, type ReasonCode } from '../ui/reason-words.ts'
import type { Told } from '../session/told.ts'

/** What the incident banner says. A reason this program does not know is "other", never nothing. */
export function incidentShown(status: StationStatus, told: Told): IncidentShown {
  const reason = Object.hasOwn(reasonWords, told.reasonCode) ? (told.reasonCode as ReasonCode) : 'other' // it is a key of the words
  return {
    realm: status.realm,
    stage: status.card?.phase === 'standing-down' ? 'standing-down' : status.card?.phase === 'reconciling' ? 'reconciling' : 'in-force',
    reason,
    since: told.since,
    until: null,
    openedEnvelopes: status.card?.opened.length ?? 0,
    allEnvelopes: status.card === null ? 0 : readingAccounts(status.card).length,
    openedBy: told.openedBy,
    decidedBy: told.decidedBy,
  }
}
