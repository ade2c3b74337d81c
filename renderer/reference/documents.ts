import type { ReferenceFault, ReferenceFaultCode } from '#domain/reference/reference-fact.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { mostPath, type DocumentKind } from './document-index.ts'
import { documentText } from './document-text.ts'
import { binaryKind } from './encoding.ts'
import type { NamedBlob } from './named-blob.ts'

/**
 * A read-only document of a patient (drug list, summary) as the hospital's system printed it. `html` says what the bytes claim
 * to be, not that they may be trusted. Whose it is stands in its path and is found once the lists can be read.
 */
export type ReferenceDocument = { readonly path: string; readonly kind: DocumentKind; readonly bytes: Uint8Array<ArrayBuffer> }

export type DocumentBatch = { readonly documents: readonly ReferenceDocument[]; readonly faults: readonly ReferenceFault[]; readonly readBytes: number; readonly rows: number }

export const mostDocumentBytes = 10 << 20

/** Documents one by one, so that no folder is ever in memory as a whole. Rule REF-29. */
export async function* documentsOf(files: readonly NamedBlob[]): AsyncGenerator<DocumentBatch> {
  let readBytes = 0
  for (const [index, { path, blob }] of files.entries()) {
    const read = await documentOf(path, blob)
    readBytes += blob.size
    const rows = index + 1
    if (read.ok) yield { documents: [read.value], faults: [], readBytes, rows }
    else yield { documents: [], faults: [{ code: read.error, place: { file: rows, row: null } }], readBytes, rows }
  }
}

async function documentOf(written: string, blob: Blob): Promise<Result<ReferenceDocument, ReferenceFaultCode>> {
  const path = written.toWellFormed()
  if (path.length > mostPath) return err('text-too-long')
  if (blob.size === 0) return err('file-empty')
  if (blob.size > mostDocumentBytes) return err('file-too-large')
  const bytes = await blob.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null)
  if (bytes === null) return err('file-unreadable')
  const kind = documentKind(bytes)
  return kind === null ? err('not-a-document') : ok({ path, kind, bytes })
}

/** By content, whatever the name says; null: none of the three. */
function documentKind(bytes: Uint8Array): DocumentKind | null {
  if (binaryKind(bytes) === 'is-pdf') return 'pdf'
  const text = documentText(bytes)
  if (text === null) return null
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[^]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|meta|title)\b/i.test(text.slice(0, 4096)) ? 'html' : 'text'
}
