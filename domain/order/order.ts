import { z } from 'zod'
import { EntryId } from '../ids.ts'
import { DoseUnit, Rate, Route } from '../medicine/units.ts'
import type { Words } from '../patient/wareki.ts'
import { mostLine, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/** What an order is about. The first thirteen are the standing orders (基本指示) at the head of the order sheet. Stored: add, never rename. */
export const OrderCategory = z.enum([
  'activity', 'diet', 'oxygen', 'monitor', 'observation', 'hygiene', 'fever', 'pain', 'sleep', 'nausea', 'pressure', 'hypoglycaemia', 'call',
  'medicine', 'exam', 'imaging', 'transfusion', 'treatment', 'other',
])
export type OrderCategory = z.infer<typeof OrderCategory>

export const orderCategoryWords = {
  activity: { ja: '安静度', en: 'Activity' },
  diet: { ja: '食種', en: 'Diet' },
  oxygen: { ja: '酸素', en: 'Oxygen' },
  monitor: { ja: 'モニター', en: 'Monitor' },
  observation: { ja: 'バイタル', en: 'Vital signs' },
  hygiene: { ja: '体位・清潔', en: 'Position, hygiene' },
  fever: { ja: '発熱時', en: 'For fever' },
  pain: { ja: '疼痛時', en: 'For pain' },
  sleep: { ja: '不眠時', en: 'For sleep' },
  nausea: { ja: '嘔気時', en: 'For nausea' },
  pressure: { ja: '血圧', en: 'Blood pressure' },
  hypoglycaemia: { ja: '低血糖', en: 'Low glucose' },
  call: { ja: 'Dr.コール', en: 'Call the doctor' },
  medicine: { ja: '薬・注射', en: 'Medicine' },
  exam: { ja: '検査', en: 'Test' },
  imaging: { ja: '画像・生理', en: 'Imaging' },
  transfusion: { ja: '輸血', en: 'Transfusion' },
  treatment: { ja: '処置', en: 'Treatment' },
  other: { ja: 'その他', en: 'Other' },
} as const satisfies Record<OrderCategory, Words>

/** 継続・臨時・条件付き. */
export const OrderTerm = z.enum(['standing', 'once', 'conditional'])
export type OrderTerm = z.infer<typeof OrderTerm>

export const orderTermWords = {
  standing: { ja: '継続', en: 'standing' },
  once: { ja: '臨時', en: 'one time' },
  conditional: { ja: '条件付き', en: 'conditional' },
} as const satisfies Record<OrderTerm, Words>

/** A time of the day in Japan. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The medicine of an order: name with strength, one dose, by which way. `rate` null: not for what is swallowed. */
export const OrderedMedicine = z.object({
  drug: typedText(mostLine).min(1),
  amount: z.number().positive().max(100_000),
  unit: DoseUnit,
  route: Route,
  rate: Rate.nullable(),
  /** What it is mixed with, and the line it goes into: 「生食 100 mL 側管」. */
  mixedWith: typedText(mostLine),
  /** Narcotic or psychotropic: its balance is kept, and a second person looks. */
  isControlled: z.boolean(),
})
export type OrderedMedicine = z.infer<typeof OrderedMedicine>

/**
 * One order, as it stands in one line of the order sheet. It is never changed: another order is given and this one stopped.
 * `from` null: at once. `times`: at which hours of each day it is due; empty for what is done once or when its condition is met.
 */
export const Order = z.object({
  category: OrderCategory,
  term: OrderTerm,
  text: typedText(mostLine),
  medicine: OrderedMedicine.nullable(),
  condition: typedText(mostLine),
  from: Instant.nullable(),
  until: Instant.nullable(),
  times: z.array(TimeOfDay).max(12),
  urgent: z.boolean(),
  /** 口頭指示: said aloud or by telephone, written by whoever heard it; `readBack`: it was read back and agreed to. Null: the doctor wrote it. */
  verbal: z.object({ readBack: z.boolean() }).nullable(),
})
  .refine(({ text, medicine }) => text.trim() !== '' || medicine !== null)
  .refine(({ category, medicine }) => (category === 'medicine') === (medicine !== null))
  .refine(({ term, condition }) => term !== 'conditional' || condition.trim() !== '')
  .refine(({ term, times }) => term === 'standing' || times.length === 0)
  .refine(({ times }) => new Set(times).size === times.length)
export type Order = z.infer<typeof Order>

/** 指示受け: a nurse read it and takes it on. */
export const OrderReceived = z.object({ order: EntryId })

/** Carried out, of what is no medicine: an examination taken, a tube changed. `due`: which of its times this answers; null for none. */
export const OrderDone = z.object({ order: EntryId, due: Instant.nullable(), note: typedText(mostLine) })

/** Stopped from `at` of the entry on. */
export const OrderStopped = z.object({ order: EntryId, reason: typedText(mostLine) })
