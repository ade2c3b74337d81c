import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { makeSealedCode, readSealedCode, type SealedCode } from '#domain/access/code.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { exchangeOf, readExchange, type ExchangeFault } from '#domain/desk/exchange-file.ts'
import type { Offered } from '#domain/desk/take-in.ts'
import { Sha256 } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import type { Hand } from '#domain/ports.ts'
import type { Numbered } from '#domain/reconcile/records.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Vault } from '../workers/vault-worker.ts'
import type { OpenWard } from './open-ward.ts'

type Ports = { readonly bridge: Bridge; readonly hand: Hand; readonly vault: Pick<Vault, 'ask'> }

export type Given = { readonly code: SealedCode; readonly fileName: string; readonly entries: number }
export type GiveFault = Fault | { readonly code: 'too-large' | 'read-back-differs' | 'nothing-to-give' }

const mostBytes = 64 * 1024 * 1024

/** What was written at this desk, and at others whose files it took in, into a file under a code made for it alone. Read back and opened before anybody is told. */
export async function giveExchange({ bridge, hand, vault }: Ports, status: StationStatus & { readonly card: NonNullable<StationStatus['card']> }, open: OpenWard, standing: Standing, records: readonly Numbered[], folder: string): Promise<Result<Given, GiveFault>> {
  const { letters, hospital, ward } = status.card.profile
  const file = exchangeOf(records, { realm: status.realm, from: { station: status.card.station, letters, incident: open.incident, hospital, ward }, madeAt: hand.now(), by: standing.by }, open.ward.view().clock)
  if (file.entries.length === 0) return err({ code: 'nothing-to-give' })
  const code = makeSealedCode(hand)
  const text = JSON.stringify(file)
  const bytes = await vault.ask('sealTransfer', { code, text })
  if (bytes.length > mostBytes) return err({ code: 'too-large' })
  const hash = Sha256.parse(bytesToHex(sha256(bytes)))
  const fileName = `DWX_${letters}_${hash.slice(0, 12)}.age`
  const written = await bridge.call('transfer:write', { folder, fileName, bytes: new Uint8Array(bytes), comment: `tomoshibi transfer ${hash.slice(0, 16)}` })
  if (!written.ok) return written
  const back = await vault.ask('openTransfer', { code, file: written.value.read })
  return back.ok && back.value === text ? ok({ code, fileName, entries: file.entries.length }) : err({ code: 'read-back-differs' })
}

export type ReceiveExchangeFault = ExchangeFault | { readonly code: 'wrong-code' | 'code-incomplete' | 'file-damaged' }

export async function offeredExchange(vault: Pick<Vault, 'ask'>, bytes: Uint8Array, typed: string): Promise<Result<Offered, ReceiveExchangeFault>> {
  const code = readSealedCode(typed)
  if (!code.ok) return err({ code: 'code-incomplete' })
  const text = await vault.ask('openTransfer', { code: code.value, file: bytes })
  if (!text.ok) return err({ code: text.error.code === 'no-key-fits' ? 'wrong-code' : text.error.code === 'not-an-age-file' ? 'not-an-exchange' : 'file-damaged' })
  return readExchange(text.value, Sha256.parse(bytesToHex(sha256(bytes))))
}
