import { ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { Inventory, noInventory, placed } from '#domain/inventory/inventory.ts'
import { machineFindings } from '#domain/inventory/machine-check.ts'
import { checkedInventory, sealFindings } from '#domain/inventory/seal-check.ts'
import { instantOf } from '#domain/time.ts'
import { notNow, type Handling } from './handling.ts'
import type { Station } from './station.ts'
import { readStored, writeStored } from './stored.ts'

type Names = 'inventory:read' | 'inventory:place' | 'seal:check'

/** Where the envelopes are, and what people saw of them. Told in the journal before the file says so. */
export function inventoryHandlers({ station, around }: Handling): Pick<Handlers, Names> {
  const keep = (inventory: Inventory): Promise<void> => writeStored(station.ports.disk, station.layout.inventory, inventory)
  return {
    'inventory:read': async () => {
      const stored = await readInventory(station)
      return ok({ inventory: stored.inventory, isDamaged: stored.isDamaged })
    },
    'inventory:place': async ({ items, by }) => {
      const { base } = station
      if (base === null || !mayPlace(station)) return notNow
      let { inventory } = await readInventory(station)
      for (const { envelope, ...placing } of items) {
        await base.journal.record({ event: 'inventory-changed', envelope, by: by.staffNumber })
        inventory = placed(inventory, envelope, placing)
      }
      // Whoever places the envelopes of a ceremony is the one who seals.
      await keep(station.ceremony === null ? inventory : { ...inventory, sealedBy: by })
      return ok({ inventory })
    },
    'seal:check': async (check) => {
      const { base, card } = station
      if (base === null || card === null || card.phase !== 'sealed') return notNow
      const findings = [...sealFindings(card, check), ...machineFindings(await around.machineChecks())]
      const at = instantOf(station.ports.clock.wallMs() + card.clockOffsetMs)
      const { inventory } = await readInventory(station)
      const { envelopes, printer, clock } = check
      await base.journal.record({ event: 'seal-checked', findings, by: check.by.staffNumber, envelopes, printer, clock })
      await base.journal.checkpoint('locked')
      const next = checkedInventory(inventory, check, at, findings)
      await keep(next)
      return ok({ inventory: next, findings })
    },
  }
}

/** Sealed, with a name and a number; while a ceremony runs; or when everything is closed. Never while patients are here. */
function mayPlace({ card, ceremony, maintenance }: Station): boolean {
  return ceremony !== null || maintenance || card?.phase === 'sealed' || card?.phase === 'closed'
}

/** A damaged list is an empty one, and that is said: the envelopes themselves are not changed by it. */
async function readInventory({ ports, layout }: Station): Promise<{ readonly inventory: Inventory; readonly isDamaged: boolean }> {
  const stored = await readStored(ports.disk, layout.inventory, Inventory)
  return { inventory: stored.state === 'readable' ? stored.value : noInventory, isDamaged: stored.state === 'damaged' }
}
