import { useCallback, useState, type ReactNode } from 'react'
import { wardPatientsOfHospitalId } from '#domain/identity/link-patients.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { EntryId, PatientId, type StaffNumber } from '#domain/ids.ts'
import { emptyForm } from '#domain/patient/register.ts'
import { readScan, readTyped } from '#domain/scan/scanned.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { WardView } from '#domain/view/ward.ts'
import { goTo, shownNow, useSession, type Place } from '../session/session.ts'
import { boxOf } from '../ui/box-before.ts'
import { useScans } from '../ui/scans.tsx'
import { deskKey } from './desk.ts'
import { usePorts } from './ports.ts'
import { scanAct, type ScanSaid } from './scan-act.ts'
import { ScanSaidLine } from './scan-said.tsx'
import { scanWords } from './scan-words.ts'
import { useKnownPeople } from './use-known-people.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** Where nobody is to be led away from by a band that passes the reader. */
const busyPlaces: ReadonlySet<Place['at']> = new Set(['person', 'keys', 'export', 'continuity', 'stand-down', 'drill-end', 'open'])

export type WardScans = {
  /** What is to be said of the last scan, for the row of notices. */
  readonly said: ReactNode
  /** A bar the camera read, or the number under one as somebody typed it. */
  readonly take: (text: string, isTyped: boolean) => void
}

/** Scans, from anywhere in the open ward. */
export function useWardScans(place: Place, onPerson: (staffNumber: StaffNumber) => void): WardScans {
  const { hand } = usePorts()
  const { open, status, person, desk } = useAtWork()
  const view = useWardView(open)
  const rules = useSession(({ plan }) => plan.scanning.rules)
  const { whose } = useKnownPeople()
  const [shown, setShown] = useState<{ readonly said: ScanSaid; readonly at: Place; readonly key: number } | null>(null)
  const today = tokyoDateOf(shownNow(hand))
  const mayRegister = status.card.phase === 'open'

  const actOn = (text: string, from: { readonly isTyped: boolean; readonly isInBox: boolean; readonly isBusy: boolean }): boolean => {
    const meaning = (from.isTyped ? readTyped : readScan)(text, { realm: status.realm, rules, whose, thisYear: Number(today.slice(0, 4)) })
    const act = scanAct(meaning, {
      // Beside a bag or a tube the band says whether it is this patient, and leads nobody away from what is half written.
      chart: place.at === 'chart' || place.at === 'transfusion' || place.at === 'exam' || place.at === 'fluid' ? place.patient : null,
      isRegistering: place.at === 'register',
      isBusy: busyPlaces.has(place.at) || from.isBusy,
      isInBox: from.isInBox,
      mayRegister,
      me: person.staffNumber,
    }, { byNumber: (number) => byNumber(view, number), byHospitalId: (number) => byHospitalId(view, number) })
    setShown((before) => (act.act === 'leave' || act.act === 'change-person' ? null : { said: act.said, at: place, key: (before?.key ?? 0) + 1 }))
    if (act.act === 'change-person') onPerson(act.to)
    if (act.act === 'open') goTo({ at: 'chart', patient: act.patient, via: 'scan' })
    return act.act !== 'leave'
  }
  useScans(({ text, over }) => actOn(text, { isTyped: false, isInBox: boxOf(over) !== null, isBusy: document.querySelector('[role="alertdialog"], [role="dialog"]') !== null }))

  const gone = useCallback(() => setShown(null), [])
  const openOther = (patient: PatientId): void => {
    setShown(null)
    goTo({ at: 'chart', patient, via: 'scan' })
  }
  /** A scanned ID goes into a registration nobody has begun; one that is half-written is left as it is. */
  const register = (number: string | null): void => {
    const key = deskKey('register', null, person.staffNumber)
    if (number !== null && !desk.has(key)) {
      desk.set(key, { id: EntryId.parse(hand.newId()), form: 'register', patient: PatientId.parse(hand.newId()), by: person.staffNumber, values: { ...emptyForm, features: scanWords.idNote.ja(number) }, keptAt: hand.now() })
      setShown(null)
    }
    goTo({ at: 'register', bed: null })
  }
  const take = (text: string, isTyped: boolean): void => void actOn(text, { isTyped, isInBox: false, isBusy: false })
  // What was said of the chart that was open is not true of the next one.
  if (shown === null || (shown.at !== place && (shown.said.say === 'same-patient' || shown.said.say === 'other-patient'))) return { said: null, take }
  const { said, key } = shown
  const other = said.say === 'other-patient' ? (view.patients.get(said.patient) ?? null) : null
  return { said: <ScanSaidLine key={key} said={said} other={other} today={today} onOpen={() => other !== null && openOther(other.id)} onRegister={register} onGone={gone} />, take }
}

/** Of a registration that is listed under another the one it is listed under: its number stays on the wrist. */
function byNumber(view: WardView, number: string): PatientId | null {
  const found = [...view.patients.values()].find(({ registered }) => registered?.number === number)
  return found === undefined ? null : personsOf(view).mainOf(found.id)
}

/** Whom of this ward the hospital knows by that number, as linked or as said. */
function byHospitalId(view: WardView, number: string): PatientId | null {
  const [found] = wardPatientsOfHospitalId(view, number)
  return found === undefined ? null : personsOf(view).mainOf(found.id)
}
