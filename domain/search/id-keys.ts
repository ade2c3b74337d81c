import { readWardNumber } from '../number/ward-number.ts'

/** A number to compare by: width, case, spaces and hyphens make no difference. */
export function idKey(text: string): string {
  if (/^[0-9A-Z]*$/.test(text)) return text
  return text.normalize('NFKC').toUpperCase().replace(/[\s\-‐‑‒–—−ー]/g, '')
}

/**
 * Everything an ID may be begun with: the ID itself, without its leading zeros, and of an emergency number also what
 * people say of it: its letters and counter, and the counter alone, with and without the check digit.
 */
export function idKeys(id: string): readonly string[] {
  const whole = idKey(id)
  if (whole === '') return []
  const keys = [whole, withoutZeros(whole)]
  if (isEmergencyNumber.test(whole) && readWardNumber(whole).ok) {
    const [withCheck, counter] = [whole.slice(3), whole.slice(3, 8)]
    keys.push(whole.slice(1), withCheck, counter, withoutZeros(withCheck), withoutZeros(counter))
  }
  return keys.filter((key, index) => key !== '' && keys.indexOf(key) === index)
}

/** Looked at first: most numbers of a hospital are digits, and there may be a million. */
const isEmergencyNumber = /^[A-Z]{3}\d{6}$/

function withoutZeros(key: string): string {
  return key.startsWith('0') ? key.replace(/^0+/, '') : key
}
