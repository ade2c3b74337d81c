import type { SealedCode, RestartCode } from '#domain/access/code.ts'
import type { Roster, RosterOverride } from '#domain/access/roster.ts'
import type { AgeRecipient } from '#domain/access/keys.ts'
import type { Passphrase } from '#domain/access/passphrase.ts'
import type { MaintenanceFile } from '#domain/bridge.ts'
import { openAccount, sealAccount, type AccountFile, type NewAccount } from '../vault/account.ts'
import { makeMaintenanceAccount, openMaintenance } from '../vault/maintenance.ts'
import { proveCode } from '../vault/prove.ts'
import { openTransfer, sealTransfer } from '../vault/transfer.ts'
import { openUnderCode, sealUnderCode } from '../vault/under-code.ts'
import { openOffered } from './open-offered.ts'
import { openWithRestartCode, wrapForRestart, type RestartFile } from '../vault/restart-code.ts'

/** What takes a tenth of a second or more and stops its thread: done in a worker, so that typing goes on. */
export const vaultJobs = {
  sealAccount: (given: { readonly account: NewAccount; readonly roster: Roster; readonly code: SealedCode }) => sealAccount(given.account, given.roster, given.code),
  openAccount: (given: { readonly code: SealedCode; readonly file: AccountFile; readonly roster: Roster; readonly override: RosterOverride | null }) => openAccount(given.code, given.file, given.roster, given.override),
  proveCode: (given: { readonly code: SealedCode; readonly file: AccountFile; readonly roster: Roster }) => proveCode(given.code, given.file, given.roster),
  wrapForRestart: (given: { readonly dek: Uint8Array; readonly code: RestartCode }) => wrapForRestart(given.dek, given.code),
  openWithRestartCode: (given: { readonly code: RestartCode; readonly file: RestartFile }) => openWithRestartCode(given.code, given.file),
  makeMaintenanceAccount: (given: { readonly passphrase: Passphrase; readonly officer: AgeRecipient }) => makeMaintenanceAccount(given.passphrase, given.officer),
  sealTransfer,
  openTransfer,
  openOffered,
  sealUnderCode,
  openUnderCode,
  openMaintenance: (given: { readonly passphrase: Passphrase; readonly file: MaintenanceFile }) => openMaintenance(given.passphrase, given.file),
} as const

export type VaultJob = keyof typeof vaultJobs
export type Given<Job extends VaultJob> = Parameters<(typeof vaultJobs)[Job]>[0]
export type Made<Job extends VaultJob> = Awaited<ReturnType<(typeof vaultJobs)[Job]>>
