import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { Bridge, Fault, Input, StationStatus } from '#domain/bridge.ts'
import type { StaffNumber } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import { wipe } from '../vault/bytes.ts'
import { openMaintenanceAsOfficer, type MaintenanceFault, type OfficerWayFault } from '../vault/maintenance.ts'
import type { Vault } from '../workers/vault-worker.ts'

type Ports = { readonly bridge: Bridge; readonly vault: Vault }
export type EnterFault = Fault | MaintenanceFault | OfficerWayFault

/** Makes the account and leaves it with the machine; from then on only this passphrase, or the officer, opens maintenance. */
export async function keepPassphrase({ bridge, vault }: Ports, passphrase: Passphrase, officer: AgeRecipient, why: Input<'maintenance:keep'>['why'], by: StaffNumber | null): Promise<Result<StationStatus, Fault>> {
  const begun = await bridge.call('station:begin')
  if (!begun.ok) return begun
  const made = await vault.ask('makeMaintenanceAccount', { passphrase, officer })
  return made.ok ? bridge.call('maintenance:keep', { ...made.value, why, staffNumber: by }) : err({ code: 'refused' })
}

export async function enterWithPassphrase({ bridge, vault }: Ports, staffNumber: StaffNumber, passphrase: Passphrase): Promise<Result<StationStatus, EnterFault>> {
  const given = await bridge.call('maintenance:try', { staffNumber, way: 'passphrase' })
  if (!given.ok) return given
  return enter(bridge, staffNumber, await vault.ask('openMaintenance', { passphrase, file: given.value.file }))
}

/** For a forgotten passphrase: the officer's secret key, typed or pasted; it is kept nowhere. */
export async function enterAsOfficer({ bridge }: Ports, staffNumber: StaffNumber, identity: string): Promise<Result<StationStatus, EnterFault>> {
  const given = await bridge.call('maintenance:try', { staffNumber, way: 'officer-key' })
  if (!given.ok) return given
  return enter(bridge, staffNumber, await openMaintenanceAsOfficer(identity, given.value.file))
}

async function enter(bridge: Bridge, staffNumber: StaffNumber, token: Result<Uint8Array, MaintenanceFault | OfficerWayFault>): Promise<Result<StationStatus, EnterFault>> {
  if (!token.ok) {
    await bridge.call('maintenance:wrong', { staffNumber })
    return token
  }
  const entered = await bridge.call('maintenance:enter', { token: new Uint8Array(token.value), staffNumber })
  wipe(token.value)
  return entered
}
