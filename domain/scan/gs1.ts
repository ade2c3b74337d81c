import { err, ok, type Result } from '../result.ts'
import { CalendarDate } from '../time.ts'
import { checkSymbolOf } from './check-symbol.ts'

/** What a GS1 bar says (GS1 General Specifications, element strings). Null: not said. */
export type Gs1 = {
  /** AI 01, 14 digits. */
  readonly gtin: string | null
  /** AI 17; null also where the bar leaves the day out of a month that does not exist. */
  readonly expires: CalendarDate | null
  /** AI 10. */
  readonly lot: string | null
  /** AI 21. */
  readonly serial: string | null
  /** AI 8018: whom a service is given to; on a wristband, the patient. 18 digits. */
  readonly serviceRelation: string | null
}

export type Gs1Fault = { readonly code: 'gs1-form' } | { readonly code: 'gs1-check-digit' }

/** FNC1 as readers send it between elements. */
export const groupSeparator = '\u001D'

/** Marks of AIM that say a GS1 bar was read: GS1-128, DataBar, DataMatrix, QR, DotCode. */
const marks = /^\](?:C1|e0|d2|Q3|J1)/

export function hasGs1Mark(text: string): boolean {
  return marks.test(text) || text.includes(groupSeparator)
}

/**
 * Reads the elements one after the other. Err 'gs1-form' for an element that is not known here or is cut off: what comes
 * after it could not be told from it. Err 'gs1-check-digit' when 01 or 8018 is misread. Rule SCAN-8.
 */
export function readGs1(scanned: string, thisYear: number): Result<Gs1, Gs1Fault> {
  const found = new Map<string, string>()
  let rest = scanned.replace(marks, '').replace(new RegExp(`^${groupSeparator}`), '')
  if (rest === '') return err({ code: 'gs1-form' })
  while (rest !== '') {
    const element = elements.find(({ ai }) => rest.startsWith(ai))
    if (element === undefined) return err({ code: 'gs1-form' })
    const behind = rest.slice(element.ai.length)
    const end = behind.indexOf(groupSeparator)
    const value = 'exactly' in element ? behind.slice(0, element.exactly) : end === -1 ? behind : behind.slice(0, end)
    const fits = 'exactly' in element ? value.length === element.exactly && /^[0-9]+$/.test(value) : value.length >= 1 && value.length <= element.most && /^[\x21-\x7a]+$/.test(value)
    if (!fits) return err({ code: 'gs1-form' })
    if (element.isChecked && checkSymbolOf('mod10-w3', value.slice(0, -1), { before: '', after: '' }) !== value.slice(-1)) return err({ code: 'gs1-check-digit' })
    if (found.has(element.ai) && found.get(element.ai) !== value) return err({ code: 'gs1-form' })
    found.set(element.ai, value)
    rest = behind.slice(value.length).replace(new RegExp(`^${groupSeparator}`), '')
  }
  return ok({
    gtin: found.get('01') ?? null,
    expires: dateOf(found.get('17'), thisYear),
    lot: found.get('10') ?? null,
    serial: found.get('21') ?? null,
    serviceRelation: found.get('8018') ?? null,
  })
}

type Element = { readonly ai: string; readonly isChecked: boolean } & ({ readonly exactly: number } | { readonly most: number })

/** Those on drugs, devices, blood and bands. Others are refused: their length is not known here. */
const elements: readonly Element[] = [
  { ai: '00', exactly: 18, isChecked: true }, { ai: '01', exactly: 14, isChecked: true }, { ai: '02', exactly: 14, isChecked: true },
  { ai: '11', exactly: 6, isChecked: false }, { ai: '13', exactly: 6, isChecked: false }, { ai: '15', exactly: 6, isChecked: false }, { ai: '17', exactly: 6, isChecked: false },
  { ai: '8018', exactly: 18, isChecked: true },
  { ai: '10', most: 20, isChecked: false }, { ai: '21', most: 20, isChecked: false }, { ai: '240', most: 30, isChecked: false }, { ai: '30', most: 8, isChecked: false }, { ai: '37', most: 8, isChecked: false },
]

/** YYMMDD: the year nearest to now (51 years back to 50 on); day 00 is the last day of the month. */
function dateOf(value: string | undefined, thisYear: number): CalendarDate | null {
  if (value === undefined) return null
  const [yy, month, day] = [Number(value.slice(0, 2)), Number(value.slice(2, 4)), Number(value.slice(4))]
  const century = Math.floor(thisYear / 100) * 100
  const ahead = yy - (thisYear % 100)
  const year = century + yy + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const read = CalendarDate.safeParse(`${year}-${value.slice(2, 4)}-${String(day === 0 ? last : day).padStart(2, '0')}`)
  return read.success ? read.data : null
}
