import { z } from 'zod'
import { IncidentId, Sha256, StationId } from '../ids.ts'
import { Realm } from '../realm.ts'
import { Instant } from '../time.ts'
import { EnvelopeNumber } from './keys.ts'

/**
 * Who opened this incident, for which roster, with which data key. Signed by the opening account, whose
 * secret only the envelope's code gives out: public keys alone make no incident.
 */
export const IncidentHeader = z.strictObject({
  v: z.literal(1),
  incident: IncidentId,
  realm: Realm,
  station: StationId,
  rosterHash: Sha256,
  epoch: z.number().int().min(1),
  envelope: EnvelopeNumber,
  /** SHA-256 of the age file that holds the data key. */
  wrappedSha256: Sha256,
  openedAt: Instant,
  /** Ed25519 over `incidentStatement`, hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type IncidentHeader = Readonly<z.infer<typeof IncidentHeader>>

/** The signed text. ASCII only; every field on a line of its own. Changing it makes old incidents look forged. */
export function incidentStatement(header: Omit<IncidentHeader, 'signature'>): string {
  return [
    'tomoshibi incident v1',
    `incident ${header.incident}`,
    `realm ${header.realm}`,
    `station ${header.station}`,
    `roster ${header.rosterHash}`,
    `epoch ${header.epoch}`,
    `envelope ${header.envelope}`,
    `wrapped ${header.wrappedSha256}`,
    `opened ${header.openedAt}`,
    '',
  ].join('\n')
}
