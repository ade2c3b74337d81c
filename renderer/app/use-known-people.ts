import type { StaffNumber } from '#domain/ids.ts'
import { staffNumberOf } from '#domain/plan/known-people.ts'
import type { StaffMember } from '#domain/plan/hospital-plan.ts'
import type { Identified } from '#domain/view/ward.ts'
import { useSession } from '../session/session.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** Whom the station knows: identified in this incident, or in the hospital's staff list. */
export function useKnownPeople(): {
  readonly staff: readonly StaffMember[]
  readonly identified: ReadonlyMap<StaffNumber, Identified>
  /** Whom a badge names. */
  readonly whose: (badge: string) => StaffNumber | null
} {
  const { open } = useAtWork()
  const staff = useSession(({ plan }) => plan.staff)
  const identified = useWardView(open).staff
  return { staff, identified, whose: (badge) => staffNumberOf(badge, staff, identified.keys()) }
}
