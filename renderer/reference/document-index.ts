import { err, ok, type Result } from '#domain/result.ts'

/**
 * Which documents stand in a stream of bytes and where: all that is held in memory of two gigabytes. The documents stand one
 * after the other, then this index, then a tail that says how long it is; a reader begins at the end.
 *
 * Stored form (little-endian). Changing it makes imported documents unreadable until they are imported again:
 *   the documents' bytes
 *   per document: u8 kind (text 0, HTML 1, PDF 2) | u32 bytes of the document | u16 bytes of the path | the path in UTF-8
 *   'TMSD' | 1 byte version (1) | 3 bytes zero | u32 documents | u32 bytes of the index
 */
export type DocumentKind = 'text' | 'html' | 'pdf'

/** `start` and `length` in the stream. `path`: as the file was named in its folder; whose it is stands in it. */
export type DocumentEntry = { readonly path: string; readonly kind: DocumentKind; readonly start: number; readonly length: number }

/** Packed: a hundred thousand paths as objects would be walked by every collection of garbage. */
export type DocumentIndex = { readonly count: number; readonly at: (document: number) => DocumentEntry }

export type DocumentIndexBuilder = { readonly add: (document: Pick<DocumentEntry, 'path' | 'kind' | 'length'>) => void; readonly whole: () => Uint8Array<ArrayBuffer> }

const kinds: readonly DocumentKind[] = ['text', 'html', 'pdf']
const magic = [0x54, 0x4d, 0x53, 0x44] as const
const version = 1
const rowHead = 7
export const tailBytes = 16

/** A path longer than this in UTF-16 units belongs to no file that a hospital's system writes. */
export const mostPath = 1000

/** The index and its tail, as they follow the documents in the stream. */
export function documentIndexBuilder(): DocumentIndexBuilder {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(1 << 16)
  let [length, count] = [0, 0]
  return {
    add: (document) => {
      const path = encoder.encode(document.path)
      if (length + rowHead + path.length > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, length + rowHead + path.length))
        larger.set(bytes)
        bytes = larger
      }
      const view = new DataView(bytes.buffer)
      view.setUint8(length, kinds.indexOf(document.kind))
      view.setUint32(length + 1, document.length, true)
      view.setUint16(length + 5, path.length, true)
      bytes.set(path, length + rowHead)
      length += rowHead + path.length
      count += 1
    },
    whole: () => {
      const whole = new Uint8Array(length + tailBytes)
      whole.set(bytes.subarray(0, length))
      whole.set([...magic, version], length)
      const view = new DataView(whole.buffer)
      view.setUint32(length + 8, count, true)
      view.setUint32(length + 12, length, true)
      return whole
    },
  }
}

export type IndexFault = { readonly code: 'part-damaged' }
export type DocumentTail = { readonly documents: number; readonly indexBytes: number }

/** The last bytes of the stream. */
export function readTail(tail: Uint8Array): Result<DocumentTail, IndexFault> {
  if (tail.length !== tailBytes || magic.some((byte, at) => tail[at] !== byte) || tail[4] !== version) return err({ code: 'part-damaged' })
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  return ok({ documents: view.getUint32(8, true), indexBytes: view.getUint32(12, true) })
}

/** Every row is walked through before one is believed, and together they must fill the stream up to the index exactly. */
export function readIndex(rows: Uint8Array, { documents }: DocumentTail, documentBytes: number): Result<DocumentIndex, IndexFault> {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength)
  if (documents * rowHead > rows.length) return err({ code: 'part-damaged' })
  const places = new Uint32Array(documents)
  const starts = new Float64Array(documents)
  let [at, start] = [0, 0]
  for (let document = 0; document < documents; document += 1) {
    if (at + rowHead > rows.length || view.getUint8(at) >= kinds.length) return err({ code: 'part-damaged' })
    places[document] = at
    starts[document] = start
    start += view.getUint32(at + 1, true)
    at += rowHead + view.getUint16(at + 5, true)
  }
  if (at !== rows.length || start !== documentBytes) return err({ code: 'part-damaged' })
  const decoder = new TextDecoder()
  return ok({
    count: documents,
    at: (document) => {
      const [place, first] = [places[document], starts[document]]
      if (place === undefined || first === undefined) throw new Error('There is no such document')
      const path = decoder.decode(rows.subarray(place + rowHead, place + rowHead + view.getUint16(place + 5, true)))
      return { path, kind: kinds[view.getUint8(place)] ?? 'text', start: first, length: view.getUint32(place + 1, true) }
    },
  })
}
