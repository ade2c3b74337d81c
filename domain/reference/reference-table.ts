import type { Birth, Sex } from '../patient/birth.ts'
import { err, ok, type Result } from '../result.ts'
import type { CalendarDate } from '../time.ts'
import type { ReferencePatient } from './reference-patient.ts'

/**
 * The hospital's list in memory: a million patients as objects would take more than a gigabyte, packed they take about a
 * hundred megabytes. A row is a run of bytes and is made a patient again only when it is asked for. Rows stand in parts
 * that are encoded, sealed and read each on its own, so that no step ever needs the whole list twice.
 *
 * Stored form of a part (little-endian). Changing it makes imported lists unreadable until they are imported again:
 *   'TMSR' | 1 byte version (1) | 3 bytes zero | u32 rows | u32 bytes | u32 × rows: where each row ends | the rows
 */
/** Each part crosses the bridge in one call: 65,536 rows held a busy window up for 0.4 s, 8,192 now and then for 0.1 s. */
export const rowsInPart = 4_096
/** A part ends sooner when its rows are long: it must fit into one call of the bridge, sealed. */
const mostPartBytes = 6 * 1024 * 1024

const magic = [0x54, 0x4d, 0x53, 0x52] as const
const version = 1
const headBytes = 16

/** One part as it lies in memory: rows as encoded below, and where each ends. */
export type ReferencePart = { readonly ends: Uint32Array<ArrayBuffer>; readonly bytes: Uint8Array<ArrayBuffer> }

export type PartFault = { readonly code: 'part-damaged' } | { readonly code: 'part-of-other-version'; readonly version: number }

/** Takes patients one by one; `add` gives a part back when it is full, `rest` the one that is not. */
export type PartBuilder = { readonly add: (patient: ReferencePatient) => ReferencePart | null; readonly rest: () => ReferencePart | null }

export function partBuilder(): PartBuilder {
  let writer = rowWriter()
  let ends: number[] = []
  const take = (): ReferencePart => {
    const part = { ends: Uint32Array.from(ends), bytes: writer.whole() }
    writer = rowWriter()
    ends = []
    return part
  }
  return {
    add: (patient) => {
      writePatient(writer, patient)
      ends.push(writer.length())
      return ends.length === rowsInPart || writer.length() >= mostPartBytes ? take() : null
    },
    rest: () => (ends.length === 0 ? null : take()),
  }
}

export function encodePart({ ends, bytes }: ReferencePart): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(headBytes + ends.length * 4 + bytes.length)
  const view = new DataView(whole.buffer)
  whole.set([...magic, version])
  view.setUint32(8, ends.length, true)
  view.setUint32(12, bytes.length, true)
  for (const [row, end] of ends.entries()) view.setUint32(headBytes + row * 4, end, true)
  whole.set(bytes, headBytes + ends.length * 4)
  return whole
}

/** A part as it was encoded, or nothing of it: lengths and every row are walked through before one is believed. Rule REF-30. */
export function decodePart(encoded: Uint8Array): Result<ReferencePart, PartFault> {
  if (encoded.length < headBytes || magic.some((byte, at) => encoded[at] !== byte)) return err({ code: 'part-damaged' })
  if (encoded[4] !== version) return err({ code: 'part-of-other-version', version: encoded[4] ?? 0 })
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  const [rows, length] = [view.getUint32(8, true), view.getUint32(12, true)]
  if (rows > rowsInPart || encoded.length !== headBytes + rows * 4 + length) return err({ code: 'part-damaged' })
  const ends = Uint32Array.from({ length: rows }, (_, row) => view.getUint32(headBytes + row * 4, true))
  const bytes = encoded.slice(headBytes + rows * 4)
  const part = { ends, bytes }
  return areRowsWhole(part) ? ok(part) : err({ code: 'part-damaged' })
}

/** Rows of many parts as one list. */
export type ReferenceTable = { readonly count: number; readonly at: (row: number) => ReferencePatient; readonly idAt: (row: number) => string }

export function referenceTable(parts: readonly ReferencePart[]): ReferenceTable {
  const firsts: number[] = []
  let count = 0
  for (const { ends } of parts) {
    firsts.push(count)
    count += ends.length
  }
  const reader = (row: number): RowReader => {
    const place = firsts.findLastIndex((first) => first <= row)
    const part = parts[place]
    const inPart = row - (firsts[place] ?? 0)
    if (part === undefined || inPart < 0 || inPart >= part.ends.length) throw new Error('There is no such row')
    return rowReader(part.bytes, inPart === 0 ? 0 : (part.ends[inPart - 1] ?? 0))
  }
  return {
    count,
    at: (row) => readPatient(reader(row)),
    // Walked through as a whole to find whose documents are whose: the rest of a row takes ten times as long.
    idAt: (row) => {
      const from = reader(row)
      from.byte()
      return from.text()
    },
  }
}

const sexes: readonly Sex[] = ['male', 'female', 'other', 'unknown']
const births: readonly Birth['kind'][] = ['day', 'month', 'year', 'estimated-age', 'unknown', 'age-band']

/*
 * A row: 1 byte of what follows (sex 2 bits, birth 3 bits, stay, day of admission, allergies), then its texts and numbers in
 * the order below. A text is its length in UTF-16 units and the units, each by itself in 1 to 3 bytes: exact also for what
 * is no well-formed text, and short for what a list mostly holds.
 */
function writePatient(to: RowWriter, { hospitalId, family, given, familyKana, givenKana, phone, sex, birth, stay, allergies }: ReferencePatient): void {
  const admittedOn = stay?.admittedOn ?? null
  to.byte(sexes.indexOf(sex) | (births.indexOf(birth.kind) << 2) | (stay === null ? 0 : 32) | (admittedOn === null ? 0 : 64) | (allergies === null ? 0 : 128))
  for (const text of [hospitalId, family, given, familyKana, givenKana, phone]) to.text(text)
  if (birth.kind === 'day') to.text(birth.on)
  else if (birth.kind === 'month') to.text(birth.month)
  else if (birth.kind === 'year') to.number(birth.year)
  else if (birth.kind === 'estimated-age') to.number(birth.years)
  else if (birth.kind === 'age-band') for (const years of [birth.from, birth.to ?? noEnd]) to.number(years)
  if (stay !== null) for (const text of [stay.ward, stay.bed]) to.text(text)
  if (admittedOn !== null) to.text(admittedOn)
  if (allergies === null) return
  to.number(allergies.length)
  for (const { substance, note } of allergies) for (const text of [substance, note]) to.text(text)
}

function readPatient(from: RowReader): ReferencePatient {
  const what = from.byte()
  const [hospitalId, family, given, familyKana, givenKana, phone] = [from.text(), from.text(), from.text(), from.text(), from.text(), from.text()]
  const birth = readBirth(from, births[(what >> 2) & 7] ?? 'unknown')
  const stay = (what & 32) === 0 ? null : { ward: from.text(), bed: from.text(), admittedOn: (what & 64) === 0 ? null : day(from.text()) }
  const allergies = (what & 128) === 0 ? null : Array.from({ length: from.number() }, () => ({ substance: from.text(), note: from.text() }))
  return { hospitalId, family, given, familyKana, givenKana, sex: sexes[what & 3] ?? 'unknown', birth, phone, stay, allergies }
}

/** Of a span of ages that has no upper end. */
const noEnd = 255

function readBirth(from: RowReader, kind: Birth['kind']): Birth {
  switch (kind) {
    case 'day':
      return { kind, on: day(from.text()) }
    case 'month':
      return { kind, month: from.text() }
    case 'year':
      return { kind, year: from.number() }
    case 'estimated-age':
      return { kind, years: from.number() }
    case 'age-band': {
      const [lowest, highest] = [from.number(), from.number()]
      return { kind, from: lowest, to: highest === noEnd ? null : highest }
    }
    case 'unknown':
      return { kind }
  }
}

function day(text: string): CalendarDate {
  return text as CalendarDate // it was one when the row was written, and the seal proves the row
}

/** Does every row begin where the one before ended, and hold what its first byte says? */
function areRowsWhole({ ends, bytes }: ReferencePart): boolean {
  let at = 0
  for (const end of ends) {
    if (end <= at || end > bytes.length) return false
    const row = rowReader(bytes, at, end)
    const what = row.byte()
    const kind = births[(what >> 2) & 7]
    if (kind === undefined || (what & 96) === 64) return false
    for (let text = 0; text < 6; text += 1) row.skip()
    if (kind === 'day' || kind === 'month') row.skip()
    else if (kind !== 'unknown') row.number()
    for (let text = (what & 32) === 0 ? 0 : (what & 64) === 0 ? 2 : 3; text > 0; text -= 1) row.skip()
    const texts = (what & 128) === 0 ? 0 : row.number() * 2
    // A count that is not true must not make anybody wait, or be believed.
    let read = 0
    for (; read < texts && row.at() < end; read += 1) row.skip()
    if (read < texts || row.at() !== end) return false
    at = end
  }
  return at === bytes.length
}

type RowWriter = { readonly byte: (value: number) => void; readonly number: (value: number) => void; readonly text: (value: string) => void; readonly length: () => number; readonly whole: () => Uint8Array<ArrayBuffer> }

function rowWriter(): RowWriter {
  let bytes = new Uint8Array(1 << 16)
  let length = 0
  const room = (most: number): void => {
    if (length + most <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + most))
    larger.set(bytes)
    bytes = larger
  }
  const number = (value: number): void => {
    room(5)
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[length++] = (rest % 0x80) | 0x80
    bytes[length++] = rest
  }
  return {
    number,
    byte: (value) => {
      room(1)
      bytes[length++] = value
    },
    text: (value) => {
      number(value.length)
      room(value.length * 3)
      for (let unit = 0; unit < value.length; unit += 1) {
        const code = value.charCodeAt(unit)
        if (code < 0x80) bytes[length++] = code
        else if (code < 0x800) {
          bytes[length++] = 0xc0 | (code >> 6)
          bytes[length++] = 0x80 | (code & 0x3f)
        } else {
          bytes[length++] = 0xe0 | (code >> 12)
          bytes[length++] = 0x80 | ((code >> 6) & 0x3f)
          bytes[length++] = 0x80 | (code & 0x3f)
        }
      }
    },
    length: () => length,
    whole: () => bytes.slice(0, length),
  }
}

type RowReader = { readonly byte: () => number; readonly number: () => number; readonly text: () => string; readonly skip: () => void; readonly at: () => number }

/** Reads on from a place; beyond `end` everything is 0, and whoever walks the rows sees that it went too far. */
function rowReader(bytes: Uint8Array, from: number, end = bytes.length): RowReader {
  let at = from
  const byte = (): number => {
    const value = at < end ? (bytes[at] ?? 0) : 0
    at += 1
    return value
  }
  const number = (): number => {
    let value = 0
    for (let scale = 1; scale <= 0x80 ** 4; scale *= 0x80) {
      const next = byte()
      value += (next & 0x7f) * scale
      if (next < 0x80) return value
    }
    return value
  }
  const unit = (): number => {
    const first = byte()
    if (first < 0x80) return first
    if (first < 0xe0) return ((first & 0x1f) << 6) | (byte() & 0x3f)
    return ((first & 0x0f) << 12) | ((byte() & 0x3f) << 6) | (byte() & 0x3f)
  }
  return {
    byte,
    number,
    text: () => {
      const units = number()
      let text = ''
      for (let count = 0; count < units; count += 1) text += String.fromCharCode(unit())
      return text
    },
    skip: () => {
      const units = number()
      for (let count = 0; count < units && at <= end; count += 1) unit()
    },
    at: () => at,
  }
}
