import { useMemo, useState } from 'react'
import { EntryId, PatientId } from '#domain/ids.ts'
import { emptyIntake, type MassIntake as Made, type MassIntakeDesk } from '#domain/patient/mass-intake.ts'
import type { Hand } from '#domain/ports.ts'
import { readScan } from '#domain/scan/scanned.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { jobOf } from '#domain/triage/tag.ts'
import { blanksOf } from '#domain/view/bands.ts'
import { aliasesTaken, registeredPatients } from '#domain/view/ward-lists.ts'
import { tagOf } from '#domain/view/ward.ts'
import { MassIntake } from '../features/mass-intake/mass-intake.tsx'
import { seriesOf } from '../session/open-ward.ts'
import { keepPhotos, takenPhoto, type TakenPhoto } from '../session/photos.ts'
import { goTo, notice, shownNow, useSession } from '../session/session.ts'
import { TakePhoto } from '../ui/take-photo.tsx'
import { useScans } from '../ui/scans.tsx'
import { newAlias } from './new-alias.ts'
import { blankScanned } from './take-blank.ts'
import { useKnownPeople } from './use-known-people.ts'
import { usePorts } from './ports.ts'
import { setNumberAside } from './set-number-aside.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

type Ids = Pick<MassIntakeDesk, 'entry' | 'patient' | 'triageEntry'>

/** The door of a mass casualty. Ids are fixed for each casualty until it is saved, so that pressing twice registers once. */
export function MassIntakePlace() {
  const { bridge, hand } = usePorts()
  const { open, status, person, standing } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const [since] = useState(() => shownNow(hand))
  const [form, setForm] = useState(emptyIntake)
  const [ids, setIds] = useState(() => newIds(hand))
  const [alias, setAlias] = useState(() => newAlias(view, hand))
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([])
  const [isCamera, setCamera] = useState(false)
  const [last, setLast] = useState<{ readonly number: string; readonly at: Instant } | null>(null)
  const rows = useMemo(() => registeredPatients(view), [view])
  const taken = useMemo(() => rows.filter(({ registered: { way, recordedAt } }) => way === 'mass-intake' && recordedAt >= since).toReversed(), [rows, since])
  const worn = useMemo(() => rows.flatMap((row) => {
    const tag = tagOf(row)
    return tag === null ? [] : [{ patient: row.id, number: row.registered.number, ...tag }]
  }), [rows])
  const rules = useSession(({ plan }) => plan.scanning.rules)
  const { whose } = useKnownPeople()
  const blanks = blanksOf(view, { realm: status.realm, letters: status.card.profile.letters }, ids.patient)
  // A tag that no rule of the hospital's tells from other bars is still what is scanned here; a band or a badge is not.
  useScans(({ text }) => {
    const blank = blankScanned(text, blanks)
    if (blank !== null) {
      setForm((before) => ({ ...before, blank }))
      return true
    }
    const meaning = readScan(text, { realm: status.realm, rules, whose, thisYear: Number(tokyoDateOf(shownNow(hand)).slice(0, 4)) })
    const tag = meaning.ok ? (meaning.value.kind === 'triage-tag' ? meaning.value.number : null) : meaning.error.code === 'unknown' && text.length <= mostTagLength ? text.trim() : null
    if (tag !== null) setForm((before) => ({ ...before, tagNumber: tag }))
    return tag !== null
  })
  const series = seriesOf(status, view)
  if (series === null) return null
  const post = { place: status.card.profile.ward, organisation: status.card.profile.hospital, job: jobOf(person.profession) }
  const desk: MassIntakeDesk = { ...ids, alias, aliasesGiven: aliasesTaken(view).everGiven, series, blanks, today: tokyoDateOf(shownNow(hand)), at: null, post }

  const save = async ({ registered, triaged }: Made): Promise<void> => {
    if (!(await setNumberAside(bridge, status, registered.body.number))) return
    // The patient first: a colour without a patient would be about nobody. Pressed again, each is recorded once.
    if ((await saving.save(registered, standing)) === null || (await saving.save(triaged, standing)) === null) return
    const kept = await keepPhotos(bridge, open.keys, photos, registered.patient ?? ids.patient, async (photo) => (await saving.save(photo, standing)) !== null)
    if (kept === 'stopped') return
    if (kept === 'some-not-kept') notice('photo-not-kept')
    setPhotos([])
    setLast({ number: registered.body.number, at: shownNow(hand) })
    setForm(emptyIntake)
    setIds(newIds(hand))
    setAlias(newAlias(open.ward.view(), hand))
  }
  return (
    <MassIntake
      form={form}
      onForm={(next) => {
        setForm(next)
        saving.typed(false)
      }}
      desk={desk}
      taken={taken}
      since={since}
      worn={worn}
      saved={saving.saved}
      last={last}
      photos={photos.length}
      onPhoto={() => setCamera(true)}
      onSave={(made) => void save(made)}
      onOpenChart={(patient) => goTo({ at: 'chart', patient, via: 'register' })}
      onSingle={() => goTo({ at: 'register', bed: null })}
      onCompletion={() => goTo({ at: 'completion', chosen: null })}
      dialog={isCamera ? <TakePhoto onPhoto={(jpeg) => {
        setPhotos((before) => [...before, takenPhoto(hand, 'tag', jpeg)])
        setCamera(false)
      }} onCancel={() => setCamera(false)} /> : null}
    />
  )
}

/** A longer one is a page of text in a QR, and may be anything of anybody's. */
const mostTagLength = 30

function newIds(hand: Pick<Hand, 'newId'>): Ids {
  return { entry: EntryId.parse(hand.newId()), patient: PatientId.parse(hand.newId()), triageEntry: EntryId.parse(hand.newId()) }
}
