import { z } from 'zod'
import { AgeRecipient } from '#domain/access/keys.ts'
import { MaintenanceFile } from '#domain/bridge.ts'
import { Sha256, StaffNumber } from '#domain/ids.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { readStored, writeStored, type Stored } from './stored.ts'
import type { Station } from './station.ts'

/**
 * The maintenance account: a random token, once under the passphrase and once for the recovery officer, both made and
 * opened in the window. Main knows the token's hash only and believes whoever brings the token.
 * Stored: changing a field's meaning locks the hospital's IT out.
 */
const MaintenanceAccount = z.object({
  v: z.literal(1),
  token: Sha256,
  /** For whom the second file is. */
  officer: AgeRecipient,
  passphrase: MaintenanceFile,
  forOfficer: MaintenanceFile,
})
type MaintenanceAccount = z.infer<typeof MaintenanceAccount>

export function readAccount({ ports, layout }: Station): Promise<Stored<MaintenanceAccount>> {
  return readStored(ports.disk, layout.maintenance, MaintenanceAccount)
}

export async function keepAccount(station: Station, account: Omit<MaintenanceAccount, 'v'>): Promise<void> {
  await writeStored(station.ports.disk, station.layout.maintenance, { v: 1, ...account })
  station.maintenanceOfficer = account.officer
}

/** Maintenance is over, in whatever way; nothing happens when there was none. */
export async function endMaintenance(station: Station, why: Extract<PublicEvent, { event: 'maintenance-left' }>['why']): Promise<void> {
  const by = station.maintainer
  station.maintenance = false
  station.maintainer = null
  station.hasPassphrase = false
  if (by !== null) await station.base?.journal.record({ event: 'maintenance-left', why, by })
}

/** May the configuration be changed now: in maintenance, or while the very first set-up is being done. */
export function mayConfigure({ card, damaged, maintenance }: Station): boolean {
  return maintenance || (card === null ? !damaged : card.phase === 'new')
}

/** Maintenance is possible only where no patient can be reached. */
export function isMaintainable({ card, damaged }: Station): boolean {
  return card === null ? !damaged : card.phase === 'new' || card.phase === 'sealed' || card.phase === 'closed'
}

export function beginMaintenance(station: Station, by: StaffNumber, hasPassphrase: boolean): void {
  station.maintenance = true
  station.maintainer = by
  station.hasPassphrase = hasPassphrase
}
