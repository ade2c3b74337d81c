import { ownerOf, titleOf } from '#domain/reference/document-name.ts'
import type { ReferenceFault, ReferenceFaultCode } from '#domain/reference/reference-fact.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { binaryKind, strictText } from './encoding.ts'
import type { NamedBlob } from './named-blob.ts'

/**
 * A read-only document of a patient (drug list, summary) as the hospital's system printed it. `html` says what the bytes claim
 * to be, not that they may be trusted.
 */
export type ReferenceDocument = { readonly hospitalId: string; readonly title: string; readonly kind: DocumentKind; readonly bytes: Uint8Array<ArrayBuffer> }
export type DocumentKind = 'pdf' | 'html' | 'text'

export type DocumentBatch = { readonly documents: readonly ReferenceDocument[]; readonly faults: readonly ReferenceFault[]; readonly readBytes: number; readonly rows: number }

export const mostDocumentBytes = 5 << 20
export const mostDocuments = 50

/** Documents one by one, so that no folder is ever in memory as a whole; aborted, it ends with the signal's reason. Rules REF-28, REF-29. */
export async function* documentsOf(files: readonly NamedBlob[], isKnown: (hospitalId: string) => boolean, { signal }: { readonly signal?: AbortSignal } = {}): AsyncGenerator<DocumentBatch> {
  const counts = new Map<string, number>()
  let readBytes = 0
  for (const [index, { path, blob }] of files.entries()) {
    signal?.throwIfAborted()
    const read = await documentOf(path, blob, isKnown, counts)
    readBytes += blob.size
    const rows = index + 1
    if (read.ok) yield { documents: [read.value], faults: [], readBytes, rows }
    else yield { documents: [], faults: [{ code: read.error, place: { file: rows, row: null } }], readBytes, rows }
  }
}

async function documentOf(path: string, blob: Blob, isKnown: (hospitalId: string) => boolean, counts: Map<string, number>): Promise<Result<ReferenceDocument, ReferenceFaultCode>> {
  const owner = ownerOf(path, isKnown)
  if (owner.kind === 'unknown') return err('id-unknown')
  if (owner.kind === 'disagrees') return err('id-disagrees')
  if (blob.size === 0) return err('file-empty')
  if (blob.size > mostDocumentBytes) return err('file-too-large')
  const count = counts.get(owner.hospitalId) ?? 0
  if (count >= mostDocuments) return err('too-many-documents')
  const bytes = await blob.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null)
  if (bytes === null) return err('file-unreadable')
  const kind = documentKind(bytes)
  if (kind === null) return err('not-a-document')
  counts.set(owner.hospitalId, count + 1)
  return ok({ hospitalId: owner.hospitalId, title: titleOf(path), kind, bytes })
}

/** By content, whatever the name says; null: none of the three. */
function documentKind(bytes: Uint8Array): DocumentKind | null {
  const binary = binaryKind(bytes)
  if (binary === 'is-pdf') return 'pdf'
  if (binary !== null) return null
  const text = strictText(bytes)
  if (text === null) return null
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[^]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|meta|title)\b/i.test(text.slice(0, 4096)) ? 'html' : 'text'
}
