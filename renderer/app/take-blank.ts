import { isBlank, type Blanks } from '#domain/number/blank.ts'
import { readWardNumber, type WardNumber } from '#domain/number/ward-number.ts'

/** The number of a scanned band that nobody wears yet. Null for any other scan: a band that is worn means its patient, not the next one. */
export function blankScanned(text: string, { setAside, used }: Blanks): WardNumber | null {
  const read = readWardNumber(text)
  return read.ok && isBlank(read.value.number, setAside) && !used.has(read.value.number) ? read.value.number : null
}
