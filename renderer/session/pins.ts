import type { Pin } from '#domain/access/pin.ts'
import type { RestartCode } from '#domain/access/code.ts'
import type { Bridge, Fault } from '#domain/bridge.ts'
import type { IncidentId, StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { wipe } from '../vault/bytes.ts'
import { makePinWrap, openPinWrap } from '../vault/pin.ts'
import type { RestartFault } from '../vault/restart-code.ts'
import type { Vault } from '../workers/vault-worker.ts'

/** Leaves the data key with the machine under this person's PIN, so that it can come back after a lock. */
export async function keepPin(bridge: Bridge, dek: Uint8Array, incident: IncidentId, person: Person, pin: Pin): Promise<Result<null, Fault>> {
  const secret = await bridge.call('pin:secret')
  if (!secret.ok) return secret
  const { salt, wrap } = await makePinWrap(dek, pin, secret.value.s, { incident, staffNumber: person.staffNumber })
  const kept = await bridge.call('pin:keep', { person, salt: new Uint8Array(salt), wrap: new Uint8Array(wrap) })
  return kept.ok ? ok(null) : kept
}

export type PinFaultAtLock = Fault | { readonly code: 'wrong-pin'; readonly left: number }

/** The data key again, after a lock. The machine has counted this try before it gave anything out. */
export async function unlockWithPin(bridge: Bridge, incident: IncidentId, staffNumber: StaffNumber, pin: Pin): Promise<Result<Uint8Array, PinFaultAtLock>> {
  const given = await bridge.call('pin:try', { staffNumber })
  if (!given.ok) return given
  const { salt, wrap, s, left } = given.value
  const dek = await openPinWrap({ salt, wrap }, pin, s, { incident, staffNumber })
  if (!dek.ok) return err({ code: 'wrong-pin', left })
  await bridge.call('pin:right', { staffNumber })
  return dek
}

/** Does this PIN belong to this person? What it opens is forgotten at once: the ward is open already. */
export async function provePin(bridge: Bridge, incident: IncidentId, staffNumber: StaffNumber, pin: Pin): Promise<Result<null, PinFaultAtLock>> {
  const dek = await unlockWithPin(bridge, incident, staffNumber, pin)
  if (!dek.ok) return dek
  wipe(dek.value)
  return ok(null)
}

/** Another PIN for somebody, after two others gave theirs. */
export async function resetPin(bridge: Bridge, dek: Uint8Array, incident: IncidentId, person: Person, pin: Pin, by: readonly [StaffNumber, StaffNumber]): Promise<Result<null, Fault>> {
  const secret = await bridge.call('pin:secret')
  if (!secret.ok) return secret
  const { salt, wrap } = await makePinWrap(dek, pin, secret.value.s, { incident, staffNumber: person.staffNumber })
  const kept = await bridge.call('pin:reset', { person, salt: new Uint8Array(salt), wrap: new Uint8Array(wrap), by: [...by] })
  return kept.ok ? ok(null) : kept
}

/** Leaves the data key with the machine under a restart code. Listed by who holds the paper: a new code of theirs ends the one before. */
export async function keepRestartCode(bridge: Bridge, vault: Vault, dek: Uint8Array, code: RestartCode, holder: StaffNumber): Promise<Result<null, Fault>> {
  const { bytes, sha256 } = await vault.ask('wrapForRestart', { dek, code })
  const kept = await bridge.call('restart:keep', { label: holder, file: { bytes: new Uint8Array(bytes), sha256 } })
  return kept.ok ? ok(null) : kept
}

/** The data key after a power cut, with a shift leader's restart code: it fits one of the files, or none. */
export async function unlockWithRestartCode(bridge: Bridge, vault: Vault, staffNumber: StaffNumber, code: RestartCode): Promise<Result<Uint8Array, Fault | RestartFault>> {
  const given = await bridge.call('restart:try', { staffNumber })
  if (!given.ok) return given
  let fault: RestartFault = { code: 'wrong-code' }
  for (const { file } of given.value.files) {
    const opened = await vault.ask('openWithRestartCode', { code, file })
    if (opened.ok) {
      await bridge.call('restart:right', { staffNumber })
      return opened
    }
    fault = opened.error
  }
  await bridge.call('code:wrong', { envelope: null })
  return err(fault)
}
