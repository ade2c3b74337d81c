import type { PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import { realmMark } from './realm-gate.ts'
import type { Realm } from '../realm.ts'
import type { Instant } from '../time.ts'

/** `DWW_TOMOSHIBI_AF_20261120T072400Z_003.zip.age`; a drill's or demonstration's name says so first. */
export function exportFileName(of: {
  readonly realm: Realm
  readonly hospital: string
  readonly letters: string
  readonly createdAt: Instant
  readonly exportNo: number
}): string {
  const realm = realmMark[of.realm] === null ? [] : [of.realm.toUpperCase()]
  return `${['DWW', ...realm, asciiOf(of.hospital), of.letters, stampOf(of.createdAt), String(of.exportNo).padStart(3, '0')].join('_')}.zip.age`
}

/** `DWC_…`: pages of the ward for the next place. Only a plain one ends without `.age`. */
export function continuityFileName(of: Pick<Parameters<typeof exportFileName>[0], 'realm' | 'hospital' | 'letters' | 'createdAt'>, isPlain: boolean): string {
  const realm = realmMark[of.realm] === null ? [] : [of.realm.toUpperCase()]
  return `${['DWC', ...realm, asciiOf(of.hospital), of.letters, stampOf(of.createdAt)].join('_')}.zip${isPlain ? '' : '.age'}`
}

function stampOf(at: Instant): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** What a hospital's name has in letters of a file name; a Japanese name has none, and then the station letters tell. */
function asciiOf(hospital: string): string {
  const letters = hospital.normalize('NFKC').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 24)
  return letters === '' ? 'HOSPITAL' : letters
}

/** The three files that speak about all others. */
export const manifestName = 'manifest.json'
export const manifestSignatureName = 'manifest.json.minisig'
export const sumsName = 'SHA256SUMS'

const segment = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$/
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** SS-MIX2 fixes its own names: deep, a folder named `-`, and `^` in the kind of an extended storage. */
const ssmixSegment = /^(?:-|[A-Za-z0-9][A-Za-z0-9_^-]*(?:\.[A-Za-z0-9_-]+)*)$/

/** A name that stays inside its folder on every system: ASCII, relative, no dots to climb with, no device of Windows. */
export function isSafeName(name: string): boolean {
  const parts = name.split('/')
  if (parts[0] === 'ssmix2') return name.length <= 240 && parts.length <= 9 && parts.every((part) => ssmixSegment.test(part) && !reservedOnWindows.test(part))
  if (name.length === 0 || name.length > 120) return false
  return parts.length <= 4 && parts.every((part) => segment.test(part) && !reservedOnWindows.test(part))
}

/**
 * The folder of each patient: the ward number, never a name. A patient whose registration is not here, or
 * whose number somebody else has too (there must be none), still gets a folder of his own.
 */
export function patientFolders(entries: Iterable<Entry>): ReadonlyMap<PatientId, string> {
  const numbers = new Map<PatientId, string | null>()
  for (const entry of entries) {
    if (entry.patient === null) continue
    const known = numbers.get(entry.patient) ?? null
    numbers.set(entry.patient, known ?? (entry.kind === 'patient-registered' ? entry.body.number : null))
  }
  const taken = new Set<string>()
  return new Map(
    [...numbers].map(([patient, number]): [PatientId, string] => {
      const name = free(number ?? 'unregistered', number === null ? 1 : 0, taken)
      taken.add(name)
      return [patient, name]
    }),
  )
}

function free(base: string, from: number, taken: ReadonlySet<string>): string {
  for (let count = from; ; count += 1) {
    const name = count === 0 ? base : `${base}-${count}`
    if (!taken.has(name)) return name
  }
}
