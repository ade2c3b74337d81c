import { createContext, useContext, useSyncExternalStore } from 'react'
import type { StationStatus } from '#domain/bridge.ts'
import type { Standing } from '#domain/log/entry.ts'
import type { Person } from '#domain/log/person.ts'
import type { WardView } from '#domain/view/ward.ts'
import type { ReferenceList } from '../session/reference.ts'
import type { Desk } from './desk.ts'
import { standingOf, type OpenWard } from '../session/open-ward.ts'

/** What every place of the open ward stands on. */
export type AtWork = {
  readonly open: OpenWard
  readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> }
  readonly person: Person
  /** Half-written forms, by form and patient: of this window, and of before the lock or the power cut. Changed as people type. */
  readonly desk: Desk
}

export const AtWorkContext = createContext<AtWork | null>(null)
export const AtWorkProvider = AtWorkContext.Provider

export function useAtWork(): AtWork & { readonly standing: Standing } {
  const at = useContext(AtWorkContext)
  const standing = at === null ? null : standingOf(at.status, at.open, at.person)
  if (at === null || standing === null) throw new Error('Places of the ward are drawn in an open ward only')
  return { ...at, standing }
}

/** Ward and standing of who is at work, for what is written from outside a place; null only where the card is gone. */
export function workOf(at: AtWork): { readonly open: OpenWard; readonly standing: Standing } | null {
  const standing = standingOf(at.status, at.open, at.person)
  return standing === null ? null : { open: at.open, standing }
}

/** The hospital's list to find patients in: of everybody the hospital knows, else who lay in it. Null until it is read, and where there is none. */
export function useReference(open: OpenWard): ReferenceList | null {
  const { patients, census } = useSyncExternalStore(open.reference.subscribe, open.reference.lists)
  if (patients.is === 'here') return patients.list
  return census.is === 'here' ? census.list : null
}

/** The ward now; drawn again with every acknowledged entry. */
export function useWardView(open: OpenWard): WardView {
  return useSyncExternalStore(open.ward.subscribe, open.ward.view)
}
