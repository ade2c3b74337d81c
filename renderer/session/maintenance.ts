import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { Bridge, Fault, Input, StationStatus } from '#domain/bridge.ts'
import type { StaffNumber } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import type { Vault } from '../workers/vault-worker.ts'

type Ports = { readonly bridge: Bridge; readonly vault: Vault }

/** Makes the account and leaves it with the machine; from then on only this passphrase, or the officer, opens maintenance. */
export async function keepPassphrase({ bridge, vault }: Ports, passphrase: Passphrase, officer: AgeRecipient, why: Input<'maintenance:keep'>['why'], by: StaffNumber | null): Promise<Result<StationStatus, Fault>> {
  const begun = await bridge.call('station:begin')
  if (!begun.ok) return begun
  const made = await vault.ask('makeMaintenanceAccount', { passphrase, officer })
  return made.ok ? bridge.call('maintenance:keep', { ...made.value, why, staffNumber: by }) : err({ code: 'refused' })
}
