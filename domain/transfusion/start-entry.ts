import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { readTwo, type TwoIssue } from '../record/by-two.ts'
import { readAmount, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName } from '../text.ts'
import type { CalendarDate, Instant } from '../time.ts'
import { compareTypes } from './abo.ts'
import type { BloodTypeNow } from './blood-type.ts'
import { readExpiry, type ExpiryFault } from './expiry.ts'
import { BagCheck, type Abo, type BloodProduct, type BloodType, type Crossmatch, type Rh } from './transfusion.ts'

/** As typed at the bedside. The reason of who is alone belongs to who is alone: else it is kept and not written. */
export type TransfusionForm = {
  readonly product: BloodProduct | null
  readonly lot: string
  readonly units: string
  readonly volume: string
  readonly abo: Abo | null
  readonly rh: Rh | null
  readonly expires: string
  readonly crossmatch: Crossmatch | null
  readonly checks: readonly BagCheck[]
  /** Staff number or name of the second person. */
  readonly second: string
  readonly isAlone: boolean
  readonly aloneBecause: string
  /** The two types do not go together, and this bag is meant all the same. */
  readonly isMismatchMeant: boolean
  readonly note: string
}

export const emptyTransfusion: TransfusionForm = {
  product: null, lot: '', units: '', volume: '', abo: null, rh: null, expires: '', crossmatch: null, checks: [], second: '', isAlone: false, aloneBecause: '', isMismatchMeant: false, note: '',
}

export type TransfusionIssue =
  | { readonly field: 'product'; readonly code: 'product-missing' }
  | { readonly field: 'lot'; readonly code: 'lot-missing' }
  | ({ readonly field: 'units' | 'volume' } & AmountFault)
  | { readonly field: 'units' | 'volume'; readonly code: 'not-above-zero' }
  | { readonly field: 'abo'; readonly code: 'bag-type-half' }
  | ({ readonly field: 'expires' } & ExpiryFault)
  /** Past its day: the note says why it is given all the same. */
  | { readonly field: 'expires'; readonly code: 'expired' }
  | { readonly field: 'crossmatch'; readonly code: 'crossmatch-missing' }
  /** Something was not looked at: the note says why. */
  | { readonly field: 'checks'; readonly code: 'checks-open' }
  | TwoIssue
  /** To be confirmed, with the reason in the note. */
  | { readonly field: 'isMismatchMeant'; readonly code: 'mismatch' }
  | ({ readonly field: 'lot' | 'note' } & LineFault)

/** What is told before it is confirmed; none of it is in the way. */
export type TransfusionAsk = 'expired' | 'checks-open' | 'mismatch' | 'types-differ' | 'types-not-compared' | 'type-not-certain' | 'lot-again' | 'alone'

export type TransfusionDesk = {
  readonly patient: PatientId
  /** Fixed while the form is open, so that saving twice records once. */
  readonly entry: EntryId
  readonly order: EntryId | null
  readonly at: Instant | null
  /** The day in Japan on which the bag begins. */
  readonly day: CalendarDate
  readonly bloodType: BloodTypeNow
  /** Whoever did it, and whoever types it for them: one pair of eyes twice is one. */
  readonly first: readonly Person[]
  /** Who was found by what was typed as the second person; null: nobody known here. */
  readonly second: Person | null
  readonly isLotHere: boolean
}

/** Looked at before this bag: nothing of blood types where none is compared, no crossmatch where none is asked for. */
export function checksFor({ product, crossmatch }: Pick<TransfusionForm, 'product' | 'crossmatch'>): readonly BagCheck[] {
  const isDerived = product === 'albumin' || product === 'other'
  return BagCheck.options.filter((check) => (check === 'blood-type' ? !isDerived : check === 'crossmatch' ? !isDerived && crossmatch !== 'not-asked' : true))
}

/** The bag of the form, or everything in its way, with what is told beside it. Rules TRF-4 to TRF-10. */
export function transfusionStart(form: TransfusionForm, desk: TransfusionDesk): Result<{ readonly draft: Draft<'transfusion-started'>; readonly asks: readonly TransfusionAsk[] }, readonly TransfusionIssue[]> {
  const { product, lot, crossmatch, note, abo, rh } = form
  const [units, volume, expiry] = [readAmount(form.units, { most: 99, decimals: 1 }), readAmount(form.volume, { most: 5000, decimals: 0 }), readExpiry(form.expires, desk.day)]
  const bagType: BloodType | null = abo === null || rh === null ? null : { abo, rh }
  const patientType = desk.bloodType.type
  const byTwo = readTwo(form, desk.second, desk.first)
  const isReasoned = note.trim() !== ''
  const required = checksFor(form)
  const checks = required.filter((check) => form.checks.includes(check))
  const isExpired = expiry.ok && expiry.value < desk.day
  const compared = product === null ? 'not-known' : compareTypes(product, bagType, patientType)

  const issues: TransfusionIssue[] = [...lineIssue('lot', lot, mostName), ...lineIssue('note', note, mostLine)]
  if (product === null) issues.push({ field: 'product', code: 'product-missing' })
  if (lot.trim() === '') issues.push({ field: 'lot', code: 'lot-missing' })
  for (const [field, read] of [['units', units], ['volume', volume]] as const) {
    if (!read.ok) issues.push({ field, ...read.error })
    else if (read.value === 0) issues.push({ field, code: 'not-above-zero' })
  }
  if ((abo === null) !== (rh === null)) issues.push({ field: 'abo', code: 'bag-type-half' })
  if (!expiry.ok) issues.push({ field: 'expires', ...expiry.error })
  if (isExpired && !isReasoned) issues.push({ field: 'expires', code: 'expired' })
  if (crossmatch === null) issues.push({ field: 'crossmatch', code: 'crossmatch-missing' })
  if (checks.length < required.length && !isReasoned) issues.push({ field: 'checks', code: 'checks-open' })
  if (compared === 'mismatch' && !(form.isMismatchMeant && isReasoned)) issues.push({ field: 'isMismatchMeant', code: 'mismatch' })
  if (!byTwo.ok) issues.push(...byTwo.error)
  if (issues.length > 0 || product === null || crossmatch === null || !units.ok || !volume.ok || !expiry.ok || !byTwo.ok) return err(issues)

  const asks: TransfusionAsk[] = []
  if (isExpired) asks.push('expired')
  if (checks.length < required.length) asks.push('checks-open')
  if (compared === 'mismatch') asks.push('mismatch')
  if (compared === 'other') asks.push('types-differ')
  if (compared === 'not-known') asks.push('types-not-compared')
  if (compared !== 'not-known' && product !== 'albumin' && product !== 'other' && desk.bloodType.is !== 'certain') asks.push('type-not-certain')
  if (desk.isLotHere) asks.push('lot-again')
  if ('aloneBecause' in byTwo.value) asks.push('alone')
  return ok({
    draft: {
      id: desk.entry, kind: 'transfusion-started', patient: desk.patient, at: desk.at,
      body: { order: desk.order, product, lot, units: units.value, volumeMl: volume.value, bagType, patientType, expiresOn: expiry.value, crossmatch, checks, byTwo: byTwo.value, note },
    },
    asks,
  })
}

/** What was written, to be corrected. The second person and what was meant are said anew. */
export function transfusionFormOf(body: Draft<'transfusion-started'>['body']): TransfusionForm {
  const { product, lot, units, volumeMl, bagType, expiresOn, crossmatch, checks, byTwo, note } = body
  return {
    product, lot, units: units === null ? '' : String(units), volume: volumeMl === null ? '' : String(volumeMl), abo: bagType?.abo ?? null, rh: bagType?.rh ?? null, expires: expiresOn, crossmatch, checks,
    second: 'second' in byTwo ? byTwo.second.staffNumber : '', isAlone: 'aloneBecause' in byTwo, aloneBecause: 'aloneBecause' in byTwo ? byTwo.aloneBecause : '', isMismatchMeant: false, note,
  }
}
