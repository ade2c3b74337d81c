import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Sha256 } from '#domain/ids.ts'
import { millisecondsOf, type Instant } from '#domain/time.ts'
import type { Pause } from './age-stream.ts'

/** Writes a ZIP archive file by file, hashing on the way, and lets others work in between. */
export type ZipWriter = {
  readonly add: (name: string, pieces: Iterable<string | Uint8Array>) => Promise<{ readonly bytes: number; readonly sha256: Sha256 }>
  readonly end: () => readonly Uint8Array[]
}

/** Text that is packed before the next pause, in UTF-16 units: about ten milliseconds of an old ward PC. */
const slice = 128 * 1024

export function zipWriter(at: Instant, pause: Pause): ZipWriter {
  const packed: Uint8Array[] = []
  const zip = new Zip((fault, piece) => {
    if (fault !== null) throw fault // only misuse of the library ends here
    packed.push(piece)
  })
  const mtime = calendarOf(at)
  return {
    add: async (name, pieces) => {
      // A photograph is packed already: packing it again costs seconds and spares nothing.
      const file = name.endsWith('.jpg') ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      file.mtime = mtime
      zip.add(file)
      const digest = sha256.create()
      let bytes = 0
      for (const part of slicesOf(pieces)) {
        bytes += part.length
        digest.update(part)
        if (part.length > 0) file.push(part)
        await pause()
      }
      file.push(new Uint8Array(0), true)
      return { bytes, sha256: bytesToHex(digest.digest()) as Sha256 } // 64 hexadecimal digits by construction
    },
    end: () => {
      zip.end()
      return packed
    },
  }
}

/** Text gathered to about one slice, bytes cut to it; an empty piece asks for a pause. A piece of text is whole lines, so no letter is ever cut in two. */
function* slicesOf(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let gathered = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') gathered += piece
    if (piece === '' || (gathered !== '' && (typeof piece !== 'string' || gathered.length >= slice))) {
      yield utf8ToBytes(gathered)
      gathered = ''
    }
    if (typeof piece !== 'string') for (let from = 0; from < piece.length; from += slice) yield piece.subarray(from, from + slice)
  }
  if (gathered !== '') yield utf8ToBytes(gathered)
}

/** ZIP knows the years 1980 to 2099; the clock of a PC whose battery is empty may say 1970, and the export must not fail for it. */
function calendarOf(at: Instant): Date {
  const [first, last] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)]
  return new Date(Math.min(Math.max(millisecondsOf(at), first), last))
}
