import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import type { StationCard } from '#domain/station.ts'
import type { Unprinted } from '../print/sheet.ts'
import type { Told } from '../session/told.ts'
import { reasonWords, type ReasonCode } from '../ui/reason-words.ts'

/** The sheets with which the ward is told: for its door, and for runners. In Japanese: a wall is read by everybody. */
export function announcement(what: 'poster-a4' | 'poster-a3' | 'runner', { profile, opened }: Pick<StationCard, 'profile' | 'opened'>, told: Omit<Told, 'clockOffsetMs'>, contacts: HospitalPlan['contacts']): Unprinted {
  const reason = Object.hasOwn(reasonWords, told.reasonCode) ? (told.reasonCode as ReasonCode) : 'other' // it is a key of the words
  const contact = contacts[0]
  const said = {
    hospital: profile.hospital, ward: profile.ward, event: reasonWords[reason].ja, since: told.since, decidedBy: told.decidedBy, openedBy: told.openedBy, envelopes: opened,
    contact: contact === undefined ? '' : `${contact.who} ${contact.reach}`,
  }
  return what === 'runner' ? { kind: 'runner', ...said } : { kind: 'poster', paper: what === 'poster-a3' ? 'A3' : 'A4', ...said }
}
