import { fingerprintOf } from '#domain/access/roster.ts'
import type { StationStatus } from '#domain/bridge.ts'
import { inventoryRows, type InventoryRow, type Keeper } from '#domain/inventory/inventory.ts'
import { nextCheck } from '#domain/inventory/seal-check.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { InventoryScreen } from '../features/inventory/inventory.tsx'
import type { Unprinted } from '../print/sheet.ts'
import { goTo, notice, useSession } from '../session/session.ts'
import { rosterHash } from '../vault/account.ts'
import { usePorts } from './ports.ts'
import { useInventory } from './use-inventory.ts'
import { useNow } from './use-now.ts'
import { usePrint } from './use-print.ts'

type Carded = StationStatus & { readonly card: NonNullable<StationStatus['card']> }

/** Where the envelopes are: changed here, with a name, while nobody works in the ward. */
export function InventoryPlace({ status }: { readonly status: Carded }) {
  const { bridge } = usePorts()
  const now = useNow()
  const [inventory, setInventory] = useInventory()
  const print = useInventoryPrint(status)
  const keep = async (items: readonly { readonly envelope: number; readonly place: string; readonly holder: string }[], by: Keeper): Promise<void> => {
    const kept = await bridge.call('inventory:place', { items: [...items], by })
    if (kept.ok) setInventory(kept.value.inventory)
    else notice(kept.error.code)
  }
  return <InventoryScreen rows={inventoryRows(status.card, inventory)} now={now} onKeep={(items, by) => void keep(items, by)} onPrint={print} onBack={() => goTo({ at: 'home' })} />
}

/** The list on paper: it goes to the office, and proves that the printer prints. */
export function useInventoryPrint({ card }: Carded): () => void {
  const print = usePrint()
  const [inventory] = useInventory()
  const { sealCheckDays } = useSession((session) => session.plan)
  const due = nextCheck(inventory, null, sealCheckDays)
  const sheet: Unprinted = {
    kind: 'inventory', hospital: card.profile.hospital, ward: card.profile.ward, fingerprint: fingerprintOf(rosterHash(card.roster)), epoch: card.roster.epoch,
    envelopes: inventoryRows(card, inventory).map(({ envelope, place, holder, state, seen }) => ({ number: envelope, place, holder, sealNumber: '', state: onPaper[state], at: seen?.at ?? null })),
    checks: inventory.checked === null ? [] : [{ at: inventory.checked.at, by: inventory.checked.by.name, finding: inventory.checked.findings.length === 0 ? '異常なし' : `要確認 ${inventory.checked.findings.length}件` }],
    nextCheckOn: due === null ? null : tokyoDateOf(due),
  }
  return () => print(sheet)
}

const onPaper = { sealed: 'sealed', opened: 'opened', retired: 'retired', void: 'retired', missing: 'missing' } as const satisfies Record<InventoryRow['state'], string>
