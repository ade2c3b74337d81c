import fc from 'fast-check'
import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Naming } from '#domain/patient/naming.ts'
import { vitalNames, type VitalName } from '#domain/record/vital-fields.ts'
import type { VitalSigns } from '#domain/record/vital-signs.ts'
import { instantOf } from '#domain/time.ts'
import { factKinds } from '#domain/view/facts.ts'
import { TriageCategory } from '#domain/triage/category.ts'
import { noStartValues } from '#domain/triage/start.ts'
import { aDoctor, aNumber, anEntry, aNurse, aPatient, entryId, letters, noVitalSigns, patientId } from '#tests/builders.ts'

export type Record = { readonly seq: number; readonly entry: Entry }

/** Entries with places in the journal, one after another from `first`, as after public frames in between. */
export function inJournal(entries: readonly Entry[], first = 1): readonly Record[] {
  return entries.map((entry, index) => ({ seq: first + index * 2, entry }))
}

const start = Date.UTC(2026, 10, 20, 7, 0)

type Step = { readonly what: number; readonly patient: number; readonly minutesBack: number; readonly target: number; readonly name: number; readonly value: number }

const aStep = fc.record<Step>({
  what: fc.integer({ min: 0, max: 99 }), patient: fc.integer({ min: 1, max: 4 }), minutesBack: fc.integer({ min: 0, max: 40 }),
  target: fc.nat(1_000), name: fc.nat(7), value: fc.integer({ min: 0, max: 90 }),
})

/** A night on a ward: entries of every kind, late ones, strikes of whatever came before (or will come), in any mixture. */
export const aNight = (most = 120): fc.Arbitrary<readonly Record[]> =>
  fc.array(aStep, { maxLength: most, size: 'max' }).map((steps) => inJournal(steps.map((step, index) => entryOf(step, index, steps.length))))

const idOf = (index: number): EntryId => entryId(0x200000 + index)

function entryOf(step: Step, index: number, count: number): Entry {
  const recorded = start + index * 60_000
  const common = {
    id: idOf(index),
    patient: patientId(step.patient),
    at: instantOf(recorded - step.minutesBack * 60_000),
    recordedAt: instantOf(recorded),
    by: step.value % 7 === 0 ? aNurse({ name: '事務', profession: 'clerk' }) : aNurse({ name: `看護 ${step.value % 3}` }),
    onBehalfOf: step.value % 11 === 0 ? aDoctor() : null,
    after: { head: anEntry('note').after.head, n: index + 1 },
  }
  const bed = step.value === 0 ? null : `30${step.value % 5}`
  if (step.what < 8) return aPatient({ number: aNumber(step.patient), naming: namingOf(step), bed }, common)
  if (step.what < 16) return anEntry('patient-moved', { ...common, body: { bed } })
  if (step.what < 26) return anEntry('allergy-stated', { ...common, body: allergyOf(step.value) })
  if (step.what < 32) return anEntry('triage-decided', { ...common, body: triageOf(step.value) })
  if (step.what < 66) return anEntry('vital-signs', { ...common, body: signsOf(step) })
  if (step.what < 86) return anEntry('entry-struck', { ...common, body: { struck: idOf(step.target % count), reason: '理由' } })
  if (step.what < 87) return anEntry('note', common)
  if (step.what < 88) return careOf(step, common, idOf(step.target % count))
  if (step.what < 90) return factOf(step, common)
  if (step.what < 92) return anEntry('proxy-approved', { ...common, by: aDoctor(), onBehalfOf: null, body: { approved: idOf(step.target % count) } })
  if (step.what < 94) return anEntry('outside-usual', { ...common, body: { entry: idOf(step.target % count), reason: step.value % 2 === 0 ? 'later' : 'asked', words: '' } })
  if (step.what < 96) return anEntry('chart-opened', common)
  if (step.what < 98) return anEntry('sheet-printed', { ...common, patient: null, body: { form: step.value % 2 === 0 ? 'wristband' : 'bed-card', serials: [], sheets: 1, patient: patientId(step.patient) } })
  if (step.what < 99) return anEntry('numbers-set-aside', { ...common, patient: null, body: { letters: letters(), first: step.target + 1, last: step.target + 6 } })
  if (step.value % 2 === 0) return anEntry('numbers-voided', { ...common, patient: null, body: { letters: letters(), first: step.target + 1, last: step.target + 2, reason: 'lost', words: '' } })
  return anEntry('person-identified', { ...common, patient: null })
}

/** Orders, what answers them, infusions and bags: of whatever came before or will come. */
function careOf(step: Step, common: Partial<Entry>, of: EntryId): Entry {
  const given = anEntry('medicine-given').body
  const of8: readonly Entry[] = [
    anEntry('order-given'), anEntry('order-received', { body: { order: of } }), anEntry('order-stopped', { body: { order: of, reason: '' } }),
    anEntry('medicine-given', { body: { ...given, asked: { order: of, due: null } } }), anEntry('medicine-given', { body: { ...given, controlled: { slip: '7', discarded: 1 } } }),
    anEntry('transfusion-started'), anEntry('transfusion-ended', { body: { bag: of, givenMl: 1, reacted: false, reaction: '' } }), anEntry('controlled-moved'),
  ]
  const entry = of8[step.value % of8.length] ?? anEntry('note')
  return { ...entry, ...common, ...(entry.patient === null ? { patient: null } : {}) } as Entry // common is of no kind
}

/** Identity, stay and the like: links to any of the four, to oneself and round in a ring. */
function factOf(step: Step, common: Partial<Entry>): Entry {
  const kind = factKinds[step.target % factKinds.length] ?? 'patient-linked'
  if (kind === 'patient-linked' && step.value % 2 === 0) return anEntry(kind, { ...common, body: { to: { kind: 'patient', patient: patientId((step.value % 4) + 1) }, reason: '同じ人' } } as Partial<Entry<'patient-linked'>>) // common is of no kind
  return anEntry(kind, common as Partial<Entry<typeof kind>>) // likewise
}

function namingOf(step: Step): Naming {
  return step.value % 2 === 0 ? { kind: 'unknown', alias: ['ラジオ', 'テガミ'] } : { kind: 'known', family: '神\uFA19', given: '__proto__', familyKana: 'カミ', givenKana: '' }
}

function allergyOf(value: number): Entry<'allergy-stated'>['body'] {
  if (value % 3 === 0) return { state: 'unconfirmed' }
  if (value % 3 === 1) return { state: 'none', source: '本人' }
  return { state: 'present', substances: [{ substance: 'ペニシリン', reaction: '' }], source: '家族' }
}

function triageOf(value: number): Entry<'triage-decided'>['body'] {
  const decided = TriageCategory.options[value % 4] ?? 'I'
  const said = { decided, overrideReason: '目で見て', place: '', organisation: '', job: 'nurse', tagNumber: value % 3 === 0 ? '' : `T-${value}`, tagReplaced: value % 5 === 0, note: '' } as const
  return value % 2 === 0
    ? { ...said, method: 'tag', ruleSet: null, values: null, who: null, suggested: null }
    : { ...said, method: 'START', ruleSet: 'start-jp-1', values: { ...noStartValues, walks: true }, who: { years: null, looksLikeChild: false, pregnant: false }, suggested: 'III' }
}

function signsOf(step: Step): VitalSigns {
  const named = vitalNames[step.name] ?? 'pulsePerMin'
  const second = vitalNames[(step.name + step.value) % vitalNames.length] ?? 'pulsePerMin'
  return noVitalSigns({ ...one(named, step.value), ...one(second, step.value) })
}

function one(name: VitalName, value: number): Partial<VitalSigns> {
  return name === 'jcs' ? { jcs: 'I-1' } : { [name]: 10 + (value % 40) }
}
