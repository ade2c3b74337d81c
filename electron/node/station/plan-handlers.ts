import { err, ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import { HospitalPlan, plainPlan } from '#domain/plan/hospital-plan.ts'
import { sha256OfText } from '../journal/frame.ts'
import { saveCard } from './card.ts'
import { notNow, type Handling } from './handling.ts'
import { isMaintainable, mayConfigure } from './maintenance.ts'
import { statusOf } from './station.ts'
import { readStored, writeStored } from './stored.ts'

type Names = 'plan:read' | 'plan:change' | 'plan:choose-file' | 'station:profile'

/** What the hospital decided beforehand. Care never waits for it: a damaged plan reads as the plain one, and that is said. */
export function planHandlers({ station, around }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  return {
    'plan:read': async () => {
      const stored = await readStored(disk, station.layout.plan, HospitalPlan)
      return ok({ plan: stored.state === 'readable' ? stored.value : plainPlan, isDamaged: stored.state === 'damaged' })
    },
    'plan:change': async ({ part, plan }) => {
      const { base } = station
      if (base === null || !mayConfigure(station)) return notNow
      const told = await base.journal.record({ event: 'configuration-changed', part, sha256: hashOf(plan), by: station.maintainer })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await writeStored(disk, station.layout.plan, plan)
      return ok(undefined)
    },
    'plan:choose-file': async () => {
      if (!mayConfigure(station)) return notNow
      const file = await around.chooseFile(mostPlanFile)
      return file === 'too-large' ? err({ code: 'not-saved', cause: 'too-large' }) : ok({ bytes: file })
    },
    'station:profile': async ({ hospital, ward, beds }) => {
      const { base, card } = station
      if (base === null || card === null || !station.maintenance || !isMaintainable(station)) return notNow
      const profile = { ...card.profile, hospital, ward, beds }
      const told = await base.journal.record({ event: 'configuration-changed', part: 'profile', sha256: hashOf(profile), by: station.maintainer })
      if (!told.ok) return err({ code: 'not-saved', cause: told.error.code })
      await saveCard(station, { ...card, profile })
      return ok(await statusOf(station))
    },
  }
}

const mostPlanFile = 4 * 1024 * 1024

/** Of the JSON as it is handed over; says whether two configurations are the same, and of none what is in it. */
function hashOf(value: unknown) {
  return sha256OfText(JSON.stringify(value))
}
