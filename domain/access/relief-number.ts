import { StaffNumber } from '../ids.ts'

/**
 * A staff number for somebody who brought none: relief staff of another hospital, a volunteer. Above every one given in the
 * incident, so that none is ever another person's, also after somebody left.
 */
export function reliefNumber(known: Iterable<string>): StaffNumber {
  let last = 0
  for (const number of known) {
    const count = /^R-(\d{3,12})$/i.exec(number)?.[1]
    if (count !== undefined) last = Math.max(last, Number(count))
  }
  return StaffNumber.parse(`R-${String(last + 1).padStart(3, '0')}`)
}
