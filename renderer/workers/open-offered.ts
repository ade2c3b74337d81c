import type { AgeIdentity } from '#domain/access/keys.ts'
import { carriedOfExport } from '#domain/desk/carried.ts'
import type { Carried } from '#domain/transfer/carried.ts'
import type { Offered } from '#domain/desk/take-in.ts'
import { ok, type Result } from '#domain/result.ts'
import { breathe } from '../export/build-export.ts'
import { openExport, type OpenExportFault } from '../export/open-export.ts'

/** An export that was opened and proved, its records as JSON in pieces of some hundred each: the window takes them apart one after the other. */
export type OpenedOffer = Omit<Offered, 'carried'> & { readonly pieces: readonly Uint8Array[] }

const inPiece = 200

/** Everything that takes long about an export of months, off the window's thread. */
export async function openOffered({ file, minisig, identity }: { readonly file: Uint8Array; readonly minisig: string | null; readonly identity: AgeIdentity }): Promise<Result<OpenedOffer, OpenExportFault>> {
  const opened = await openExport(file, minisig, identity, breathe)
  if (!opened.ok) return opened
  const { manifest, entries } = opened.value.checked
  const { station, letters, incident, hospital, ward, createdAt, exportNo, signingKey, realm } = manifest
  const carried = carriedOfExport(entries, { station, letters, incident })
  const pieces = Array.from({ length: Math.ceil(carried.length / inPiece) }, (_, at) => new TextEncoder().encode(JSON.stringify(carried.slice(at * inPiece, (at + 1) * inPiece))))
  return ok({ way: 'export', realm, file: opened.value.sha256, from: { station, letters, incident, hospital, ward }, madeAt: createdAt, exportNo, signingKey, pieces, photos: opened.value.photos })
}

/** One piece back. */
export function carriedIn(piece: Uint8Array): readonly Carried[] {
  return JSON.parse(new TextDecoder().decode(piece)) as readonly Carried[] // written by `openOffered` of this very program
}
