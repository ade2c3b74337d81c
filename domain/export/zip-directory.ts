import { err, ok, type Result } from '../result.ts'
import { isSafeName } from './names.ts'

/**
 * Reads the directory of a ZIP archive, and believes none of it: one plain archive, its files one behind the
 * other without gap or overlap, each named once, each a plain file with a harmless name. Readers of ZIP
 * differ in which of two contradicting places they trust; here contradicting is refused.
 */
export type ZipMember = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc32: number
  /** Bytes when unpacked. */
  readonly size: number
  /** Where its packed bytes lie. */
  readonly from: number
  readonly to: number
}

export type ZipFault =
  /** Cut off, or not an archive of the plain kind. */
  | { readonly code: 'not-a-plain-zip'; readonly offset: number }
  /** Climbs out of its folder, is absolute, or no name for a file on every system. */
  | { readonly code: 'zip-name-unsafe'; readonly offset: number }
  | { readonly code: 'zip-name-twice'; readonly name: string }
  | { readonly code: 'zip-not-a-file'; readonly name: string }
  | { readonly code: 'zip-too-large' }

const mostTotal = 4 * 1024 ** 3 - 1
/** An archive that unpacks to more than this many times its size is refused, once it is large enough to hurt. */
const mostRatio = 250
const ratioMattersFrom = 256 * 1024 ** 2
const mostMembers = 65_535

export function readZipDirectory(zip: Uint8Array): Result<readonly ZipMember[], ZipFault> {
  const at = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22
  const plainEnd = end >= 0 && at.getUint32(end, true) === 0x06_05_4b_50 && at.getUint32(end + 4, true) === 0 && at.getUint16(end + 20, true) === 0
  if (!plainEnd) return err({ code: 'not-a-plain-zip', offset: Math.max(0, end) })
  const count = at.getUint16(end + 8, true)
  const start = at.getUint32(end + 16, true)
  if (at.getUint16(end + 10, true) !== count || count >= mostMembers || start + at.getUint32(end + 12, true) !== end) return err({ code: 'not-a-plain-zip', offset: end })

  const members: ZipMember[] = []
  const names = new Set<string>()
  let place = start
  let next = 0
  let total = 0
  for (let index = 0; index < count; index += 1) {
    const read = readMember(zip, at, { place, next, start, end })
    if (!read.ok) return read
    const { member } = read.value
    // Windows and macOS take A and a for one name.
    if (names.has(member.name.toLowerCase())) return err({ code: 'zip-name-twice', name: member.name })
    names.add(member.name.toLowerCase())
    members.push(member)
    place = read.value.place
    next = read.value.next
    total += member.size
  }
  if (place !== end || next !== start) return err({ code: 'not-a-plain-zip', offset: next })
  if (total > mostTotal || (total > ratioMattersFrom && total > zip.length * mostRatio)) return err({ code: 'zip-too-large' })
  return ok(members)
}

type Places = { readonly place: number; readonly next: number; readonly start: number; readonly end: number }

/** One line of the directory at `place`, and the file it speaks of, which must lie at `next`. */
function readMember(zip: Uint8Array, at: DataView, { place, next, start, end }: Places): Result<{ readonly member: ZipMember; readonly place: number; readonly next: number }, ZipFault> {
  const unplain = (offset: number) => err({ code: 'not-a-plain-zip', offset } as const)
  if (place + 46 > end || at.getUint32(place, true) !== 0x02_01_4b_50) return unplain(place)
  const flags = at.getUint16(place + 8, true)
  const method = at.getUint16(place + 10, true)
  const crc32 = at.getUint32(place + 16, true)
  const packed = at.getUint32(place + 20, true)
  const size = at.getUint32(place + 24, true)
  const nameLength = at.getUint16(place + 28, true)
  const extras = at.getUint32(place + 30, true) | at.getUint16(place + 34, true) // extra field, comment, disk
  const described = (flags & 8) !== 0
  if ((flags & ~0x08_08) !== 0 || (method !== 0 && method !== 8) || extras !== 0 || place + 46 + nameLength > end) return unplain(place)
  const name = ascii(zip.subarray(place + 46, place + 46 + nameLength))
  if (name === null || !isSafeName(name)) return err({ code: 'zip-name-unsafe', offset: place })
  if (!isPlainFile(at.getUint8(place + 5), at.getUint32(place + 38, true))) return err({ code: 'zip-not-a-file', name })

  const from = next + 30 + nameLength
  const behind = from + packed + (described ? 16 : 0)
  if (at.getUint32(place + 42, true) !== next || behind > start || (method === 0 && packed !== size)) return unplain(next)
  const sameHeader = at.getUint32(next, true) === 0x04_03_4b_50 && at.getUint16(next + 6, true) === flags && at.getUint16(next + 8, true) === method
  const sameName = at.getUint16(next + 26, true) === nameLength && at.getUint16(next + 28, true) === 0 && ascii(zip.subarray(next + 30, from)) === name
  const told = described ? from + packed + 4 : next + 14
  const sameSizes = at.getUint32(told, true) === crc32 && at.getUint32(told + 4, true) === packed && at.getUint32(told + 8, true) === size
  const marked = !described || at.getUint32(from + packed, true) === 0x08_07_4b_50
  if (!sameHeader || !sameName || !sameSizes || !marked) return unplain(next)
  return ok({ member: { name, method: method === 0 ? 'stored' : 'deflated', crc32, size, from, to: from + packed }, place: place + 46 + nameLength, next: behind })
}

/** Neither folder nor link nor device, by the attributes of Unix (upper half) or DOS (bit 4: folder). */
function isPlainFile(madeOn: number, attributes: number): boolean {
  const unixKind = (attributes >>> 28) & 0xf
  return (attributes & 0x10) === 0 && (unixKind === 0 || (madeOn === 3 && unixKind === 8))
}

function ascii(bytes: Uint8Array): string | null {
  return bytes.every((byte) => byte > 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes) : null
}
