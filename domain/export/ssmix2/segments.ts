import { identityOf } from '../../identity/identity.ts'
import type { Person } from '../../log/person.ts'
import type { Birth, Sex } from '../../patient/birth.ts'
import type { Naming } from '../../patient/naming.ts'
import type { Instant } from '../../time.ts'
import type { ExportInput } from '../input.ts'
import { realmMark } from '../realm-gate.ts'
import { components, digits, segment, type Say } from './er7.ts'
import type { StoragePatient } from './storage-id.ts'

/**
 * Segments that every message has. Facts of the header: interop.md §2.2 (NHO specification, SS-MIX2 1.2g). The storage names no
 * department: the ward's records do not say one, and `-` is what the standard has for that.
 */
export const noDepartment = '-'

/** How MSH-20 is spelled: table 0356 of HL7 has it with a space; NHO's samples have none. */
const alternateSets = 'ISO 2022-1994'
const profile = 'SS-MIX2_1.20^SS-MIX2^1.2.392.200250.2.1.100.1.2.120^ISO'

export type MessageType = { readonly code: string; readonly structure: string }

/** MSH. Its first field is the bar itself, so everything stands one place before its number. */
export function header({ createdAt, exportNo, profile: { letters }, realm }: ExportInput, { code, structure }: MessageType, count: number): string {
  const at = digits(createdAt, 17)
  return segment('MSH', {
    1: '^~\\&', 2: 'TOMOSHIBI', 3: letters, 4: 'GW', 6: `${at.slice(0, 14)}.${at.slice(14)}`, 8: `${code}^${structure}`,
    9: `${letters}${exportNo}-${String(count).padStart(6, '0')}`.slice(-20), 10: realm === 'real' ? 'P' : 'T', 11: '2.5', 17: '~ISO IR87', 19: alternateSets, 20: profile,
  })
}

export type Happened = { readonly at: Instant; readonly recordedAt: Instant; readonly by: Person }

export function event({ at, recordedAt, by }: Happened, say: Say): string {
  return segment('EVN', { 2: digits(recordedAt, 14), 5: personOf(by, say), 6: digits(at, 14) })
}

export function personOf({ staffNumber, name }: Person, say: Say): string {
  return components(say('職員番号', staffNumber), say('記入者', name), '', '', '', '', '', '', '', 'L', '', '', '', '', 'I')
}

/** `updatedAt`: of the patient's newest record; PID-33 must be told in a message of basic data and may be anywhere. */
export function patient({ row, id, wardId }: StoragePatient, { realm }: ExportInput, updatedAt: Instant, say: Say): string {
  const { naming, sex, birth } = identityOf(row)
  const ids = [components(say('患者番号', id), '', '', '', 'PI'), ...(id === wardId ? [] : [components(wardId, '', '', '', 'U')])]
  return segment('PID', { 1: '0001', 3: ids.join('~'), 5: namesOf(naming, realmMark[realm], say), 7: birthOf(birth), 8: sexCodes[sex], 33: digits(updatedAt, 14) })
}

const sexCodes = { male: 'M', female: 'F', other: 'O', unknown: 'U' } as const satisfies Record<Sex, string>

/**
 * Kanji and kana, each as far as known. PID-31 and 32, where HL7 would say that nobody knows who this is, are not used in
 * SS-MIX2: the name itself says it, and so it does of a drill. Rule SSMIX-3.
 */
function namesOf(naming: Naming, mark: string | null, say: Say): string {
  const banner = mark === null ? '' : `【${mark}】`
  if (naming.kind === 'unknown') return nameOf(say('氏名', `${banner}◇身元不明`), say('氏名', naming.alias.join(' ')), 'I')
  const { family, given, familyKana, givenKana } = naming
  const written = [family, given].some((part) => part.trim() !== '') ? [nameOf(say('氏名', `${banner}${family}`), say('氏名', given), 'I')] : []
  const spoken = [familyKana, givenKana].some((part) => part.trim() !== '') ? [nameOf(say('カナ氏名', `${banner}${familyKana}`), say('カナ氏名', givenKana), 'P')] : []
  return [...written, ...spoken].join('~')
}

function nameOf(family: string, given: string, code: 'I' | 'P'): string {
  return components(family, given, '', '', '', '', 'L', code)
}

/** As exactly as is known; an age is no birth. */
function birthOf(birth: Birth): string {
  switch (birth.kind) {
    case 'day':
      return birth.on.replaceAll('-', '')
    case 'month':
      return birth.month.replace('-', '')
    case 'year':
      return String(birth.year)
    case 'estimated-age':
    case 'age-band':
    case 'unknown':
      return ''
  }
}

export type Visit = {
  readonly isInpatient: boolean
  readonly ward: string
  readonly bed: string | null
  readonly before?: string | null
  readonly admittedAt?: Instant | null
  readonly left?: { readonly at: Instant; readonly disposition: '01' | '20' }
}

/** PV1. Of somebody who came and was not admitted only that, and when. */
export function visit({ isInpatient, ward, bed, before, admittedAt, left }: Visit, say: Say): string {
  return segment('PV1', {
    1: '0001', 2: isInpatient ? 'I' : 'O', 3: isInpatient ? location(ward, bed, say) : '', 6: before === undefined || before === null ? '' : location(ward, before, say), 36: left?.disposition ?? '',
    44: admittedAt === undefined || admittedAt === null ? '' : digits(admittedAt, 14), 45: left === undefined ? '' : digits(left.at, 14),
  })
}

/** `301-1` is room 301, bed 1; a bed without a hyphen has no room of its own. */
function location(ward: string, bed: string | null, say: Say): string {
  const [, room = '', place = bed ?? ''] = /^(.+)-([^-]+)$/.exec(bed ?? '') ?? []
  return components(say('病棟', ward), say('病室', room), say('ベッド', place), '', '', 'N')
}
