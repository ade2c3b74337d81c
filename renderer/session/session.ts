import { create } from 'zustand'
import { plainLook, type Look, type StationStatus } from '#domain/bridge.ts'
import type { EntryId, PatientId, StaffNumber } from '#domain/ids.ts'
import { corrected } from '#domain/incident/clock.ts'
import type { ChartWay } from '#domain/log/kinds.ts'
import type { Hand } from '#domain/ports.ts'
import { plainPlan, type HospitalPlan } from '#domain/plan/hospital-plan.ts'
import type { InfusionChange } from '#domain/medicine/medicine.ts'
import type { Instant } from '#domain/time.ts'
import type { Saved } from '../ui/saved-state.tsx'
import type { Person } from '#domain/log/person.ts'

/** What is on the screen. Which of them may be shown is decided in app/app.tsx from the station's status. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'set-up' }
  | { readonly at: 'open' }
  | { readonly at: 'register'; readonly bed: string | null }
  /** A child of this patient; `child`: once it is registered, whose name then stands above instead of its mother's. */
  | { readonly at: 'newborn'; readonly patient: PatientId; readonly child: PatientId | null }
  /** What is known of a patient's insurance without a card; `from`: where Esc and saving lead back to. */
  | { readonly at: 'insurance'; readonly patient: PatientId; readonly from: Place }
  /** 「様式を書く」: the forms of one patient; `from`: the chart. */
  | { readonly at: 'forms'; readonly patient: PatientId; readonly from: Place }
  /** One of them, by its definition. `correcting`: the record whose place it takes; null: a new one. */
  | { readonly at: 'form'; readonly patient: PatientId; readonly definition: string; readonly correcting: EntryId | null; readonly from: Place }
  /** Many at once, from the colour of their tags. */
  | { readonly at: 'mass-intake' }
  /** Who still wants a name, an age or a bed. */
  | { readonly at: 'completion'; readonly chosen: PatientId | null }
  /** Two people look at who it is; links to other registrations and to the hospital's number. */
  | { readonly at: 'identity'; readonly patient: PatientId }
  | { readonly at: 'find' }
  /** Somebody of the hospital's list, by the row. */
  | { readonly at: 'register-known'; readonly row: number }
  /** `tab`: the sheet in front; absent: the course. */
  | { readonly at: 'chart'; readonly patient: PatientId; readonly via: ChartWay; readonly tab?: string }
  /** The ward on paper. */
  | { readonly at: 'print' }
  | { readonly at: 'print-chart'; readonly patient: PatientId; readonly from: Place }
  /** Photographs of a wound, a tag, a paper. */
  | { readonly at: 'photos'; readonly patient: PatientId; readonly from: Place }
  /** Blood. `of`: the order that is answered, or the bag; `correcting`: the record that is said right. */
  | { readonly at: 'transfusion'; readonly patient: PatientId; readonly act: 'blood-type' | 'start' | 'watch' | 'end'; readonly of: EntryId | null; readonly correcting: EntryId | null }
  /** Tests. `of`: the order that is answered, or of a call the result. */
  | { readonly at: 'exam'; readonly patient: PatientId; readonly act: 'specimen' | 'report' | 'call'; readonly of: EntryId | null; readonly correcting: EntryId | null }
  /** What went in or came out, said right. */
  | { readonly at: 'fluid'; readonly patient: PatientId; readonly correcting: EntryId }
  /** What the hospital's system printed of this patient before the stop. */
  | { readonly at: 'documents'; readonly patient: PatientId; readonly from: Place }
  /** An order is written, written right, received, carried out or stopped; `from`: where Esc and saving lead back to. */
  | { readonly at: 'order'; readonly patient: PatientId; readonly act: OrderAct; readonly from: Place }
  /** A medicine is given, withheld, running, or was given before. */
  | { readonly at: 'medicine'; readonly patient: PatientId; readonly act: MedicineAct; readonly from: Place }
  /** The book of narcotics. */
  | { readonly at: 'controlled' }
  /** What is due of whom. */
  | { readonly at: 'round' }
  /** The PIN and the restart code that were put off at the opening. */
  | { readonly at: 'keys' }
  | { readonly at: 'clock' }
  /** All records of one person into a file for another station. */
  | { readonly at: 'send'; readonly patient: PatientId }
  /** Such a file of another station. */
  | { readonly at: 'receive' }
  /** Vital signs of everybody, bed after bed. */
  | { readonly at: 'vital-round' }
  /** The ward's day in numbers. */
  | { readonly at: 'census' }
  | { readonly at: 'chronology' }
  /** `chosen`: whose badge was read; `from`: where Esc leads back to. */
  | { readonly at: 'person'; readonly chosen: StaffNumber | null; readonly from: Place }
  | { readonly at: 'more' }
  /** Bands and labels of one patient, and the same without a printer. */
  | { readonly at: 'paper'; readonly patient: PatientId; readonly from: Place }
  | { readonly at: 'hand-copy'; readonly patient: PatientId; readonly from: Place }
  | { readonly at: 'bands' }
  | { readonly at: 'blank-numbers' }
  | { readonly at: 'items' }
  /** What the hospital adds to forms. */
  | { readonly at: 'own-fields' }
  | { readonly at: 'export' }
  /** Pages of the ward for the next place; `from`: where Esc leads back to. */
  | { readonly at: 'continuity'; readonly from: Place }
  | { readonly at: 'audit' }
  | { readonly at: 'desk-set-up' }
  /** `tab`: while reconciling the desk in front; absent: who is who. */
  | { readonly at: 'stand-down'; readonly tab?: 'take-in' | 'match' | 'transcribe' | 'check' | 'close' }
  | { readonly at: 'conformance' }
  | { readonly at: 'plan' }
  | { readonly at: 'maintenance' }
  | { readonly at: 'reference' }
  /** A closed record is erased, or the certificate printed of one that was. */
  | { readonly at: 'erase' }
  | { readonly at: 'seal-check' }
  | { readonly at: 'inventory' }
  | { readonly at: 'drill' }
  | { readonly at: 'drill-end' }

/** `due`: which of the order's times it answers; null: none of them. */
export type OrderAct =
  | { readonly is: 'write' }
  | { readonly is: 'correct'; readonly order: EntryId }
  | { readonly is: 'receive' | 'stop'; readonly order: EntryId }
  | { readonly is: 'done'; readonly order: EntryId; readonly due: Instant | null }

export type MedicineAct =
  /** `order` null: given without one. */
  | { readonly is: 'dose'; readonly order: EntryId | null; readonly due: Instant | null }
  | { readonly is: 'withhold'; readonly order: EntryId; readonly due: Instant | null }
  | { readonly is: 'infusion'; readonly infusion: EntryId; readonly change: InfusionChange | null }
  | { readonly is: 'correct' | 'effect'; readonly dose: EntryId }
  | { readonly is: 'last-dose' }

/** Nothing clinical stands here: losing all of it in a crash loses no record. */
type Session = {
  readonly status: StationStatus | null
  /** What the hospital decided beforehand. Read when the window comes up, and again when it was changed. */
  readonly plan: HospitalPlan
  readonly place: Place
  /** Help stands in front of the place. */
  readonly isHelp: boolean
  readonly look: Look
  readonly person: Person | null
  /** Things the person must know, as codes; the worst two are shown. */
  readonly notices: readonly string[]
  /** Records are coming in: the lock for want of a touch waits until they are in. */
  readonly isTakingIn: boolean
  /** The sound of the opening was silenced, and stays so. */
  readonly isSilent: boolean
  /** What the journal last promised in this window; the status bar says it on every screen. */
  readonly saved: Saved
}

const useStore = create<Session>(() => ({ status: null, plan: plainPlan, place: { at: 'home' }, isHelp: false, look: plainLook, person: null, notices: [], isTakingIn: false, isSilent: false, saved: { kind: 'nothing-yet' } }))

export const useSession = useStore

export function setStatus(status: StationStatus): void {
  useStore.setState({ status })
}

/** The time as people are shown it: the device's, corrected by what was confirmed of the clock. */
export function shownNow({ now }: Pick<Hand, 'now'>): Instant {
  return corrected(now(), useStore.getState().status?.card?.clockOffsetMs ?? 0)
}

export function setPlan(plan: HospitalPlan): void {
  useStore.setState({ plan })
}

export function goTo(place: Place): void {
  useStore.setState({ place, isHelp: false })
}

export function setHelp(isHelp: boolean): void {
  useStore.setState({ isHelp })
}

/** Draws in another language, theme or size, at once and everywhere. */
export function setLook(look: Look): void {
  document.documentElement.dataset['theme'] = look.theme
  document.documentElement.lang = look.language
  document.documentElement.style.fontSize = `${look.textSize}%`
  useStore.setState({ look })
}

export function setPerson(person: Person | null): void {
  useStore.setState({ person })
}

export function setTakingIn(isTakingIn: boolean): void {
  useStore.setState({ isTakingIn })
}

export function setSilent(isSilent: boolean): void {
  useStore.setState({ isSilent })
}

export function setSaved(saved: Saved): void {
  useStore.setState({ saved })
}

export function notice(code: string): void {
  useStore.setState(({ notices }) => ({ notices: notices.includes(code) ? notices : [...notices, code] }))
}

export function dropNotice(code: string): void {
  useStore.setState(({ notices }) => ({ notices: notices.filter((shown) => shown !== code) }))
}
