import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import type { AgeIdentity, AgeRecipient } from '#domain/access/keys.ts'
import type { ContinuityWay } from '#domain/continuity/continuity.ts'
import { continuityIndex, continuityPatient, patientPageName, pdfName, type ContinuityInput } from '#domain/continuity/pages.ts'
import type { Sha256 } from '#domain/ids.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { newIdentity, type RecipientFault } from '#renderer/vault/age-file.ts'
import { joined } from '#renderer/vault/bytes.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { decryptPieces, encryptPieces } from './age-stream.ts'
import { breathe } from './build-export.ts'
import { quickSha256 } from './check-tools.ts'
import { zipWriter } from './zip-writer.ts'

export type ContinuityChart = { readonly person: WardPerson; readonly rows: readonly ChartRow[] }

export type PackHooks = { readonly progress: (done: number, of: number) => void; readonly isStopped: () => boolean }

/** Index, a page a person and the PDF, as one ZIP that any PC opens. `charts`: in the order of the index. Err: stopped. */
export async function continuityZip(input: ContinuityInput, charts: readonly ContinuityChart[], pdf: Uint8Array, { progress, isStopped }: PackHooks): Promise<Result<Uint8Array, { readonly code: 'stopped' }>> {
  const zip = zipWriter(input.at, breathe)
  const of = charts.length + 2
  await zip.add('index.html', continuityIndex(input))
  for (const [place, { person, rows }] of charts.entries()) {
    if (isStopped()) return err({ code: 'stopped' })
    progress(place + 1, of)
    await zip.add(patientPageName(place), continuityPatient(person, rows, place, input))
  }
  await zip.add(pdfName, [pdf])
  progress(of, of)
  return ok(joined(...zip.end()))
}

export type Protected = {
  readonly bytes: Uint8Array
  /** To be put on paper; null where none was made. In memory only. */
  readonly code: SealedCode | null
  /** Do these bytes, as they lie on the medium now, give back the very pages? */
  readonly proves: (read: Uint8Array) => Promise<boolean>
}

/** The ZIP as it is written. Under a code: scrypt 2^15 over 80 machine-made bits (design §5). For keys: with one more, made for the proof alone. */
export async function protect(zip: Uint8Array, way: ContinuityWay, recipients: readonly AgeRecipient[], { hand, vault }: { readonly hand: Pick<Hand, 'random'>; readonly vault: Pick<Vault, 'ask'> }): Promise<Result<Protected, RecipientFault>> {
  const inside = await quickSha256(zip)
  if (way === 'plain') return ok({ bytes: zip, code: null, proves: (read) => isSame(read, inside) })
  if (way === 'code') {
    const code = makeSealedCode(hand)
    const bytes = await vault.ask('sealUnderCode', { code, bytes: zip })
    const proves = async (file: Uint8Array): Promise<boolean> => {
      const opened = await vault.ask('openUnderCode', { code, file })
      return opened.ok && isSame(opened.value, inside)
    }
    return ok({ bytes, code, proves })
  }
  const proof = await newIdentity()
  const bytes = await encryptPieces([...new Set([...recipients, proof.recipient])], [zip], breathe)
  return bytes.ok ? ok({ bytes: bytes.value, code: null, proves: (read) => opensTo(proof.identity, read, inside) }) : bytes
}

async function opensTo(identity: AgeIdentity, read: Uint8Array, inside: Sha256): Promise<boolean> {
  const opened = await decryptPieces(identity, read, breathe)
  return opened.ok && isSame(opened.value, inside)
}

async function isSame(bytes: Uint8Array, sha256: Sha256): Promise<boolean> {
  return (await quickSha256(bytes)) === sha256
}
