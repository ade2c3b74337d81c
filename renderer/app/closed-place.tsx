import type { StationStatus } from '#domain/bridge.ts'
import { inventoryRows, noInventory } from '#domain/inventory/inventory.ts'
import { Closed } from '../features/sealed/closed.tsx'
import { goTo } from '../session/session.ts'

/** The station between an emergency and its next sealing. */
export function ClosedPlace({ status: { card, ceremony } }: { readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> } }) {
  return (
    <Closed
      letters={card.profile.letters}
      isDesk={card.role === 'desk'}
      retired={inventoryRows(card, noInventory).filter(({ state }) => state === 'retired').map(({ envelope }) => envelope)}
      isBegun={ceremony !== null}
      onRenew={() => goTo({ at: 'set-up' })}
      onInventory={() => goTo({ at: 'inventory' })}
      onPlan={() => goTo({ at: 'plan' })}
      onAudit={() => goTo({ at: 'audit' })}
      onErase={() => goTo({ at: 'erase' })}
      onMaintenance={() => goTo({ at: 'maintenance' })}
    />
  )
}
