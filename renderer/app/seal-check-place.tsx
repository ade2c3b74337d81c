import { useEffect, useState } from 'react'
import type { StationStatus } from '#domain/bridge.ts'
import type { MachineCheck } from '#domain/inventory/machine-check.ts'
import type { SealCheck } from '#domain/inventory/seal-check.ts'
import { SealCheckScreen } from '../features/seal-check/seal-check.tsx'
import { goTo, notice } from '../session/session.ts'
import { useInventoryPrint } from './inventory-place.tsx'
import { usePorts } from './ports.ts'
import { useInventory } from './use-inventory.ts'

/** The seal check by a person, recorded by the machine. */
export function SealCheckPlace({ status }: { readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> } }) {
  const { bridge } = usePorts()
  const [inventory] = useInventory()
  const [machine, setMachine] = useState<readonly MachineCheck[] | null>(null)
  const [isSaving, setSaving] = useState(false)
  const print = useInventoryPrint(status)
  useEffect(() => {
    void bridge.call('station:checks').then((found) => found.ok && setMachine(found.value.machine))
  }, [bridge])
  const record = async (check: SealCheck): Promise<void> => {
    setSaving(true)
    const recorded = await bridge.call('seal:check', check)
    setSaving(false)
    if (recorded.ok) goTo({ at: 'home' })
    else notice(recorded.error.code)
  }
  return (
    <SealCheckScreen
      envelopes={status.card.accountFiles.map(({ envelope }) => ({ number: envelope, place: inventory.items.find((item) => item.envelope === envelope)?.place ?? '' }))}
      machine={machine}
      isSaving={isSaving}
      onTestPrint={print}
      onRecord={(check) => void record(check)}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}
