import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { checkSymbolOf } from '../scan/check-symbol.ts'
import { mostLine, mostName } from '../text.ts'
import type { FeeWaiver, Insurance, InsuranceKind } from './insurance.ts'

/** As typed. The workplace belongs to employees and unions: of another kind what stands in it is kept and not written. */
export type InsuranceForm = {
  readonly kind: InsuranceKind | null
  readonly workplace: string
  readonly address: string
  readonly phone: string
  readonly insurer: string
  readonly symbol: string
  readonly number: string
  readonly branch: string
  readonly waivers: readonly FeeWaiver[]
}

export const emptyInsurance: InsuranceForm = { kind: null, workplace: '', address: '', phone: '', insurer: '', symbol: '', number: '', branch: '', waivers: [] }

export type InsuranceField = keyof InsuranceForm

export type InsuranceIssue = { readonly field: InsuranceField } & (
  | LineFault
  | { readonly code: 'kind-missing' }
  /** 6 digits of a national insurance, 8 of every other. */
  | { readonly code: 'insurer-length' }
  | { readonly code: 'insurer-check-digit' }
  | { readonly code: 'branch-two-digits' }
  /** A person's own twelve digits: nobody may write them down for this. */
  | { readonly code: 'my-number' }
)

export type InsuranceDesk = {
  readonly patient: PatientId
  /** Fixed while the form is open, so that saving twice records once. */
  readonly entry: EntryId
}

/** What the insurer is found by when there is no card; told when it is missing, and never in the way. */
export type InsuranceAsk = 'workplace' | 'union' | 'address' | 'phone'

const lengths = { workplace: mostLine, address: mostLine, phone: mostName, symbol: mostName, number: mostName } as const

/** What was said of the insurance, or everything in the way. Rules INS-1 to INS-4. */
export function insuranceEntry(form: InsuranceForm, { patient, entry }: InsuranceDesk): Result<Draft<'insurance-stated'>, readonly InsuranceIssue[]> {
  const insurer = digits(form.insurer)
  const branch = digits(form.branch)
  const issues: InsuranceIssue[] = textFields.flatMap((field) => textIssues(field, form[field], lengths[field]))
  if (form.kind === null) issues.unshift({ field: 'kind', code: 'kind-missing' })
  if (isMyNumber(insurer)) issues.push({ field: 'insurer', code: 'my-number' })
  else if (insurer !== '' && !/^(\d{6}|\d{8})$/.test(insurer)) issues.push({ field: 'insurer', code: 'insurer-length' })
  else if (insurer !== '' && checkSymbolOf('luhn', insurer.slice(0, -1), { before: '', after: '' }) !== insurer.slice(-1)) issues.push({ field: 'insurer', code: 'insurer-check-digit' })
  if (branch !== '' && !/^\d{2}$/.test(branch)) issues.push({ field: 'branch', code: 'branch-two-digits' })
  if (issues.length > 0 || form.kind === null) return err(issues)
  const { kind, workplace, address, phone, symbol, number, waivers } = form
  const body: Insurance = { kind, insurer, symbol, number, branch, workplace: asksWorkplace(kind) ? workplace : '', address, phone, waivers: [...waivers] }
  return ok({ id: entry, kind: 'insurance-stated', patient, at: null, body })
}

/** What is still to be asked so that the insurer can be found and the patient reached. Nothing of whoever has none. */
export function asksOf({ kind, insurer, workplace, address, phone }: InsuranceForm): readonly InsuranceAsk[] {
  if (kind === null || kind === 'none') return []
  const isFound = digits(insurer) !== ''
  return [
    ...(kind === 'employee' && !isFound && isEmpty(workplace) ? ['workplace' as const] : []),
    ...(kind === 'national-union' && !isFound && isEmpty(workplace) ? ['union' as const] : []),
    ...((kind === 'national' || kind === 'late-elderly') && isEmpty(address) ? ['address' as const] : []),
    ...(isEmpty(phone) ? ['phone' as const] : []),
  ]
}

/** Of these kinds the insurer is found by a workplace or by the name of a union. */
export function asksWorkplace(kind: InsuranceKind | null): boolean {
  return kind === 'employee' || kind === 'national-union'
}

/** What was said last, to be corrected or added to. */
export function insuranceFormOf(said: Insurance | null): InsuranceForm {
  return said ?? emptyInsurance
}

const textFields = ['workplace', 'address', 'phone', 'symbol', 'number'] as const

function textIssues(field: (typeof textFields)[number], text: string, most: number): readonly InsuranceIssue[] {
  const issues = lineIssue(field, text, most)
  return issues.length === 0 && holdsMyNumber(text) ? [{ field, code: 'my-number' }] : issues
}

/** Digits as they are typed with a Japanese keyboard: wide ones are the same digits, spaces and hyphens say nothing. */
function digits(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s‐‑–—−ー-]/g, '')
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}

/** Twelve digits in a row or in fours that agree with their check digit; of a telephone abroad the plus tells it apart. */
function holdsMyNumber(text: string): boolean {
  return [...text.normalize('NFKC').matchAll(/(?<![\d+-])(\d{4})[ -]?(\d{4})[ -]?(\d{4})(?![\d-])/g)].some(([, one = '', two = '', three = '']) => isMyNumber(one + two + three))
}

/** The check digit of a My Number: weights 2–7 and again from the right, modulus 11 (MIC ordinance 85 of 2014, art. 5). */
function isMyNumber(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false
  const [check = 0, ...body] = [...text].map(Number).toReversed()
  const rest = body.reduce((sum, digit, at) => sum + digit * (at < 6 ? at + 2 : at - 4), 0) % 11
  return check === (rest <= 1 ? 0 : 11 - rest)
}
