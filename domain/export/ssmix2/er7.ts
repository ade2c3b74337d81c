import { instantOf, millisecondsOf, tokyoParts, type Instant } from '../../time.ts'

/**
 * HL7 v2.5 in its vertical-bar form. `Say` puts a typed text into the letters of the storage and into a field: whoever gives it
 * learns which field could not be said as typed.
 */
export type Say = (field: string, typed: string) => string

const escapes: Readonly<Record<string, string>> = { '\\': '\\E\\', '|': '\\F\\', '^': '\\S\\', '&': '\\T\\', '~': '\\R\\', '\n': '\\.br\\', '\t': '\\X09\\' }

/** A text whose signs that divide are written out. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\|^&~\n\t]/g, (sign) => escapes[sign] ?? '')
}

/** Fields by their number in the standard; what is not given is empty, and at the end left out. */
export function segment(name: string, fields: Readonly<Record<number, string>>): string {
  const last = Math.max(...Object.keys(fields).map(Number))
  return [name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')].join('|').replace(/\|+$/, '')
}

/** Components of a field, the empty ones behind left out. */
export function components(...parts: readonly string[]): string {
  return parts.join('^').replace(/\^+$/, '')
}

/** Digits of a moment in Japan: 8 a day, 14 with seconds, 17 with milliseconds. A clock beyond the year 9999 counts as its end. */
export function digits(at: Instant, count: 8 | 14 | 17): string {
  const within = instantOf(Math.min(millisecondsOf(at), Date.UTC(9999, 11, 31)))
  const { date, hhmmss } = tokyoParts(within)
  return `${date}${hhmmss}${within.slice(20, 23)}`.replaceAll(/[-:]/g, '').slice(0, count)
}
