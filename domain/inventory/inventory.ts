import { z } from 'zod'
import { EnvelopeNumber } from '../access/keys.ts'
import { StaffNumber } from '../ids.ts'
import type { StationCard } from '../station.ts'
import { mostLine, mostName, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/**
 * Where the envelopes are and who answers for them (guideline 5.2 §6.10 C-4(1)). Nothing here is about a patient: it lies
 * readable on the disk and is shown while sealed. What an envelope may do is the card's business, never this file's.
 */
export const Keeper = z.object({ name: typedText(mostName).min(1), staffNumber: StaffNumber })
export type Keeper = z.infer<typeof Keeper>

/** What a person saw of an envelope. Stored: add, never rename. */
export const EnvelopeFound = z.enum(['intact', 'damaged', 'not-there'])
export type EnvelopeFound = z.infer<typeof EnvelopeFound>

export const Placing = z.object({ place: typedText(mostLine).min(1), holder: typedText(mostName) })
export type Placing = z.infer<typeof Placing>

export const Inventory = z.object({
  v: z.literal(1),
  items: z.array(Placing.extend({ envelope: EnvelopeNumber, seen: z.object({ at: Instant, found: EnvelopeFound, by: Keeper }).nullable() })).max(99),
  /** Who sealed the station. */
  sealedBy: Keeper.nullable(),
  /** The last seal check by a person; findings as in the journal. */
  checked: z.object({ at: Instant, by: Keeper, findings: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(50) }).nullable(),
})
export type Inventory = z.infer<typeof Inventory>
export type InventoryItem = Inventory['items'][number]

export const noInventory: Inventory = { v: 1, items: [], sealedBy: null, checked: null }

/** As typed: full width and surrounding spaces of a staff number are forgiven. Null when one of the two is missing or none. */
export function readKeeper(name: string, staffNumber: string): Keeper | null {
  const read = Keeper.safeParse({ name: name.trim(), staffNumber: staffNumber.normalize('NFKC').trim() })
  return read.success ? read.data : null
}

export function placed(inventory: Inventory, envelope: number, placing: Placing): Inventory {
  const before = inventory.items.find((item) => item.envelope === envelope)
  const item: InventoryItem = { envelope, ...placing, seen: before?.seen ?? null }
  return { ...inventory, items: [...inventory.items.filter((other) => other.envelope !== envelope), item] }
}

export type EnvelopeState = 'sealed' | 'opened' | 'retired' | 'void' | 'missing'

export type InventoryRow = { readonly envelope: number; readonly state: EnvelopeState; readonly place: string; readonly holder: string; readonly seen: InventoryItem['seen'] }

/** Every envelope this station ever had, by number: burnt, opened and retired ones stay for ever. Spares that were never made are no envelopes. */
export function inventoryRows(card: Pick<StationCard, 'accountFiles' | 'opened' | 'retired' | 'voided'>, inventory: Inventory): readonly InventoryRow[] {
  const spares = new Set(card.voided.filter(({ why }) => why === 'spare').map(({ envelope }) => envelope))
  const numbers = new Set([...card.accountFiles, ...card.retired, ...card.voided].map(({ envelope }) => envelope).filter((envelope) => !spares.has(envelope)))
  return [...numbers].toSorted((one, other) => one - other).map((envelope) => {
    const item = inventory.items.find((each) => each.envelope === envelope)
    return { envelope, state: stateOf(card, item?.seen?.found ?? null, envelope), place: item?.place ?? '', holder: item?.holder ?? '', seen: item?.seen ?? null }
  })
}

function stateOf(card: Pick<StationCard, 'opened' | 'retired' | 'voided'>, found: EnvelopeFound | null, envelope: number): EnvelopeState {
  if (card.voided.some((one) => one.envelope === envelope)) return 'void'
  if (card.retired.some((one) => one.envelope === envelope)) return 'retired'
  if (card.opened.includes(envelope)) return 'opened'
  return found === 'not-there' ? 'missing' : 'sealed'
}
