import encoding from 'encoding-japanese'
import { CalendarDate } from '#domain/time.ts'
import type { ReferenceBatch } from '#domain/reference/reference-fact.ts'
import { gather, type Gathered } from '#renderer/reference/gather.ts'
import type { NamedBlob } from '#renderer/reference/named-blob.ts'
import { readCsv, sniffCsv } from '#renderer/reference/read-csv.ts'

export const today = CalendarDate.parse('2026-11-26')

export type Bytes = Uint8Array<ArrayBuffer>

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

export function cp932(text: string): Bytes {
  return Uint8Array.from(encoding.convert(encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }))
}

export function jis(text: string): Bytes {
  return Uint8Array.from(encoding.convert(encoding.stringToCode(text), { to: 'JIS', from: 'UNICODE' }))
}

export function utf16(text: string, isLittle: boolean): Bytes {
  const units = [...Array(text.length).keys()].map((at) => text.charCodeAt(at))
  return Uint8Array.from([0xfeff, ...units].flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

export function named(path: string, bytes: Bytes): NamedBlob {
  return { path, blob: new Blob([bytes]) }
}

export async function gathered(batches: AsyncIterable<ReferenceBatch>): Promise<Gathered> {
  const gathering = gather()
  for await (const batch of batches) gathering.take(batch)
  return gathering.finish()
}

/** Reads a CSV as it was guessed; the code where it is refused. */
export async function csv(bytes: Bytes | Blob): Promise<Gathered | string> {
  const file = bytes instanceof Blob ? bytes : new Blob([bytes])
  const sniff = await sniffCsv(file)
  return sniff.ok ? gathered(readCsv(file, sniff.value, { today })) : sniff.error
}

export function taken(read: Gathered | string): Gathered {
  if (typeof read === 'string') throw new Error(`refused: ${read}`)
  return read
}

/** `3 cut-off`, as a list on the screen would have it. */
export function faultsOf(read: Gathered | string): readonly string[] {
  return taken(read).faults.listed.map(({ code, place }) => `${place.row ?? `file ${place.file}`} ${code}`)
}

export function idsOf(read: Gathered | string): readonly string[] {
  return [...taken(read).inOrder()].map(({ hospitalId }) => hospitalId)
}
