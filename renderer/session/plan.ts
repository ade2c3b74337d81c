import type { Bridge, Fault, Input } from '#domain/bridge.ts'
import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import type { Result } from '#domain/result.ts'
import { setPlan } from './session.ts'

/** Keeps the plan with the machine, and from then on shows it everywhere in this window. */
export async function changePlan(bridge: Bridge, part: Input<'plan:change'>['part'], plan: HospitalPlan): Promise<Result<undefined, Fault>> {
  const kept = await bridge.call('plan:change', { part, plan })
  if (kept.ok) setPlan(plan)
  return kept
}
