import { readSealedCode, type SealedCode } from '../access/code.ts'
import type { StaffNumber } from '../ids.ts'
import { readWardNumber, type WardNumber } from '../number/ward-number.ts'
import type { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { hasGs1Mark, readGs1, type Gs1 } from './gs1.ts'
import { readByRule, writeByRule, type ScanRule } from './rule.ts'

/** What a bar, a QR or a badge means here. Whatever printed it, only its text counts. */
export type Scanned =
  | { readonly kind: 'ward-number'; readonly number: WardNumber }
  | { readonly kind: 'envelope-code'; readonly code: SealedCode }
  | { readonly kind: 'badge'; readonly staffNumber: StaffNumber }
  /** The hospital's own patient number, whole, with the zeros before it; `from` says who numbered it. */
  | { readonly kind: 'hospital-patient'; readonly number: string; readonly from: 'hospital' | 'gs1' }
  | { readonly kind: 'triage-tag'; readonly number: string }
  | { readonly kind: 'product'; readonly gs1: Gs1 }

export type ScannedKind = Scanned['kind']

export type ScanFault =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long' }
  /** A number of a drill scanned in real care, or the other way round. */
  | { readonly code: 'other-realm'; readonly realm: Realm }
  /** It has the form of one of these, and its check symbol does not agree: refused, never mended. */
  | { readonly code: 'check-symbol'; readonly of: 'ward-number' | 'hospital-patient' | 'triage-tag' | 'gs1' }
  /** It means two things by what the hospital decided; none of them is guessed. */
  | { readonly code: 'two-meanings'; readonly kinds: readonly ScannedKind[] }
  /** `length`: the text itself is not shown, for it may hold what is on an insurance card. */
  | { readonly code: 'unknown'; readonly length: number }

export type Knowing = {
  readonly realm: Realm
  readonly rules: readonly ScanRule[]
  /** Whom a text names as a badge; null for nobody. */
  readonly whose: (text: string) => StaffNumber | null
  readonly thisYear: number
}

/** No bar on a ward is longer; a QR with a page of text is none of ours. */
const longest = 500

/** What a scan means. Rules SCAN-4 to SCAN-9. */
export function readScan(scanned: string, { realm, rules, whose, thisYear }: Knowing): Result<Scanned, ScanFault> {
  if (scanned.length > longest) return err({ code: 'too-long' })
  const text = scanned.replace(/^\][A-Za-z][0-9]/, '').trim()
  if (text === '') return err({ code: 'empty' })
  const own = ownCode(text, realm)
  if (own !== null) return own
  if (hasGs1Mark(scanned)) return gs1Meaning(scanned, thisYear) ?? err({ code: 'unknown', length: text.length })

  const staffNumber = whose(text)
  const byRule = rules.map((rule) => ({ rule, read: readByRule(rule, text) }))
  const meanings = unlike([
    ...(staffNumber === null ? [] : [{ kind: 'badge', staffNumber } as const]),
    ...byRule.flatMap(({ rule, read }): readonly Scanned[] => (read.ok ? [meaningOf(rule, read.value)] : [])),
  ])
  const [only] = meanings
  if (meanings.length > 1) return err({ code: 'two-meanings', kinds: [...new Set(meanings.map(({ kind }) => kind))] })
  if (only !== undefined) return ok(only)
  const misread = byRule.find(({ read }) => !read.ok && read.error === 'check-symbol')
  if (misread !== undefined) return err({ code: 'check-symbol', of: misread.rule.what === 'patient' ? 'hospital-patient' : 'triage-tag' })
  // Many readers leave the mark out: only a whole and checked number then counts as GS1.
  const unmarked = /^(?:01\d{14}|8018\d{18}$)/.test(text) ? gs1Meaning(text, thisYear) : null
  return unmarked?.ok === true ? unmarked : err({ code: 'unknown', length: text.length })
}

/** What a number typed from under a bar means: the bar says more than its print, so the print alone is tried as well. Rule SCAN-16. */
export function readTyped(typed: string, knowing: Knowing): Result<Scanned, ScanFault> {
  const text = typed.slice(0, longest + 1).normalize('NFKC').trim()
  const read = readScan(text, knowing)
  if (read.ok || read.error.code !== 'unknown') return read
  const bars = new Set(knowing.rules.flatMap((rule) => writeByRule(rule, text) ?? []))
  const found = unlike([...bars].flatMap((bar) => {
    const meant = readScan(bar, knowing)
    return meant.ok ? [meant.value] : []
  }))
  const [only] = found
  return only === undefined ? read : found.length === 1 ? ok(only) : err({ code: 'two-meanings', kinds: [...new Set(found.map(({ kind }) => kind))] })
}

function ownCode(text: string, realm: Realm): Result<Scanned, ScanFault> | null {
  const number = readWardNumber(text)
  if (number.ok) return number.value.realm === realm ? ok({ kind: 'ward-number', number: number.value.number }) : err({ code: 'other-realm', realm: number.value.realm })
  if (number.error.code === 'check-digit') return err({ code: 'check-symbol', of: 'ward-number' })
  const code = readSealedCode(text)
  return code.ok ? ok({ kind: 'envelope-code', code: code.value }) : null
}

/** Null: GS1, and nothing in it that is kept here. */
function gs1Meaning(text: string, thisYear: number): Result<Scanned, ScanFault> | null {
  const read = readGs1(text, thisYear)
  if (!read.ok) return read.error.code === 'gs1-check-digit' ? err({ code: 'check-symbol', of: 'gs1' }) : null
  if (read.value.serviceRelation !== null) return ok({ kind: 'hospital-patient', number: read.value.serviceRelation, from: 'gs1' })
  return read.value.gtin === null ? null : ok({ kind: 'product', gs1: read.value })
}

function meaningOf({ what }: ScanRule, number: string): Scanned {
  return what === 'patient' ? { kind: 'hospital-patient', number, from: 'hospital' } : { kind: 'triage-tag', number }
}

function unlike(meanings: readonly Scanned[]): readonly Scanned[] {
  return [...new Map(meanings.map((meaning) => [JSON.stringify(meaning), meaning])).values()]
}
