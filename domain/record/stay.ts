import { z } from 'zod'
import { mostLine, mostName, mostNote, typedText } from '../text.ts'

/** 担送・護送・独歩: carried, helped, walks. What an evacuation and the EMIS sheet count. */
export const Mobility = z.enum(['stretcher', 'assisted', 'walking'])
export type Mobility = z.infer<typeof Mobility>

/** What changes of a stay. Stored: add, never rename. `sent`: to another hospital, ward or station. */
export const StayChangeKind = z.enum(['admitted', 'on-leave', 'returned', 'sent', 'discharged', 'received'])
export type StayChangeKind = z.infer<typeof StayChangeKind>

export const StayChange = z.object({
  change: StayChangeKind,
  /** Where to, as said; empty where it needs no saying. */
  to: typedText(mostLine),
  mobility: Mobility.nullable(),
  /** Who took the patient over, or handed them over. */
  handedOver: typedText(mostName),
  note: typedText(mostNote),
})
export type StayChange = z.infer<typeof StayChange>

export const Isolation = z.enum(['contact', 'droplet', 'airborne', 'protective'])
export type Isolation = z.infer<typeof Isolation>

/** Null: not said. An empty list of precautions is said: none is needed. */
export const CareNeeds = z
  .object({ mobility: Mobility.nullable(), isolation: z.array(Isolation).max(4).nullable(), note: typedText(mostLine) })
  .refine(({ mobility, isolation }) => mobility !== null || isolation !== null)
export type CareNeeds = z.infer<typeof CareNeeds>

/** A doctor's 死亡確認, at the time of the entry: a black tag is none (domain facts §2.1). */
export const DeathConfirmed = z.object({ doctor: typedText(mostName).min(1), cause: typedText(mostLine), note: typedText(mostNote) })
export type DeathConfirmed = z.infer<typeof DeathConfirmed>
