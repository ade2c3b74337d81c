import { ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { HospitalPlan, plainPlan } from '#domain/plan/hospital-plan.ts'
import type { Handling } from './handling.ts'
import { readStored } from './stored.ts'

type Names = 'plan:read'

/** What the hospital decided beforehand. Care never waits for it: a damaged plan reads as the plain one, and that is said. */
export function planHandlers({ station }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  return {
    'plan:read': async () => {
      const stored = await readStored(disk, station.layout.plan, HospitalPlan)
      return ok({ plan: stored.state === 'readable' ? stored.value : plainPlan, isDamaged: stored.state === 'damaged' })
    },
  }
}
