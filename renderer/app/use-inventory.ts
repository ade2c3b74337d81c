import { useEffect, useState } from 'react'
import { noInventory, type Inventory } from '#domain/inventory/inventory.ts'
import { notice } from '../session/session.ts'
import { usePorts } from './ports.ts'

/** Where the envelopes are, as the station keeps it; the second sets what a change came back with. */
export function useInventory(): readonly [Inventory, (inventory: Inventory) => void] {
  const { bridge } = usePorts()
  const [inventory, setInventory] = useState<Inventory>(noInventory)
  useEffect(() => {
    void bridge.call('inventory:read').then((read) => {
      if (!read.ok) return
      setInventory(read.value.inventory)
      if (read.value.isDamaged) notice('inventory-damaged')
    })
  }, [bridge])
  return [inventory, setInventory]
}
