import { z } from 'zod'
import type { StationLetters } from '../number/ward-number.ts'
import type { Realm } from '../realm.ts'

/**
 * The number of one sheet of paper, `AF-000231`: the station's letters and a count that this station never gives twice.
 * A sheet of a drill begins with T, one of the demonstration with S, as ward numbers do. No check digit: nobody is treated
 * by it; it finds the line of a sheet when the paper is collected.
 */
export const SheetSerial = z
  .string()
  .regex(/^([TS]-)?[AFHKMRWXYZ]{2}-\d{6}$/)
  .brand<'SheetSerial'>()
export type SheetSerial = z.infer<typeof SheetSerial>

export const lastSheet = 999_999

const realmMark = { real: '', drill: 'T-', demo: 'S-' } as const satisfies Record<Realm, string>

/** The numbers of `sheets` sheets from `first` on. Throws outside 1–999,999: the machine gives no other. */
export function sheetSerials(realm: Realm, letters: StationLetters, first: number, sheets: number): readonly SheetSerial[] {
  if (first < 1 || first + sheets - 1 > lastSheet) throw new Error('Sheets are counted from 1 to 999999')
  return Array.from({ length: sheets }, (_, sheet) => SheetSerial.parse(`${realmMark[realm]}${letters}-${String(first + sheet).padStart(6, '0')}`))
}

/** The number of page `page` of a print that begins with `first`. */
export function serialOfPage(first: SheetSerial, page: number): SheetSerial {
  const count = Number(first.slice(-6)) + page - 1
  return SheetSerial.parse(`${first.slice(0, -6)}${String(count).padStart(6, '0')}`)
}
