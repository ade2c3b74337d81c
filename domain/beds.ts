import { err, ok, type Result } from './result.ts'

/**
 * Beds from as little typing as possible: `20` is beds 1 to 20, `501〜512` is a run, and a list with commas takes both.
 * `501-1〜4` runs the last number: 501-1 … 501-4. A hyphen is part of a bed's name, never a run.
 */
export type BedsFault =
  | { readonly code: 'beds-missing' }
  | { readonly code: 'too-many-beds'; readonly most: number }
  | { readonly code: 'bed-twice'; readonly bed: string }
  | { readonly code: 'bed-too-long'; readonly bed: string }
  | { readonly code: 'run-backwards'; readonly run: string }

export const mostBeds = 200
/** As typed, in UTF-16 units. */
export const mostBedText = 2000
const longestBed = 20

export function readBeds(typed: string): Result<readonly string[], BedsFault> {
  const parts = typed.normalize('NFKC').split(/[,、\s\n]+/).filter((part) => part !== '')
  const [only] = parts
  const listed = parts.length === 1 && only !== undefined && /^\d{1,4}$/.test(only) ? [`1~${only}`] : parts
  const beds: string[] = []
  for (const part of listed) {
    const run = bedsOfRun(part)
    if (!run.ok) return run
    beds.push(...run.value)
    if (beds.length > mostBeds) return err({ code: 'too-many-beds', most: mostBeds })
  }
  if (beds.length === 0) return err({ code: 'beds-missing' })
  const twice = beds.find((bed, index) => beds.indexOf(bed) !== index)
  if (twice !== undefined) return err({ code: 'bed-twice', bed: twice })
  const long = beds.find((bed) => bed.length > longestBed)
  return long === undefined ? ok(beds) : err({ code: 'bed-too-long', bed: long })
}

function bedsOfRun(part: string): Result<readonly string[], BedsFault> {
  const [, prefix = '', from, to] = /^(.*?)(\d{1,4})[~〜～…](\d{1,4})$/.exec(part) ?? []
  if (from === undefined || to === undefined) return ok([part])
  const count = Number(to) - Number(from) + 1
  if (count < 1) return err({ code: 'run-backwards', run: part })
  if (count > mostBeds) return err({ code: 'too-many-beds', most: mostBeds })
  return ok(Array.from({ length: count }, (_, index) => `${prefix}${Number(from) + index}`))
}

/** `1, 2, 3 … 20`: enough to see that it was understood. */
export function bedsInShort(beds: readonly string[]): string {
  return beds.length <= 6 ? beds.join(', ') : `${beds.slice(0, 4).join(', ')} … ${beds.at(-1)}`
}
