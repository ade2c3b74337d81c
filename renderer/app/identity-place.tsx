import { useEffect, useMemo, useState } from 'react'
import { possibleDuplicates } from '#domain/identity/evidence.ts'
import { readHospitalId } from '#domain/identity/hospital-id.ts'
import { identityOf } from '#domain/identity/identity.ts'
import { impactOf, type Impact } from '#domain/identity/impact.ts'
import { linkPatients, linkToHospital, unlinkPatients, whatMoves, type LinkFault } from '#domain/identity/link-patients.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { verifyIdentity } from '#domain/identity/verify.ts'
import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { readWardNumber } from '#domain/number/ward-number.ts'
import { shownName } from '#domain/patient/naming.ts'
import { matching } from '#domain/plan/known-people.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { runningInPerson } from '#domain/transfusion/running.ts'
import { registeredPatients, type KnownRow } from '#domain/view/ward-lists.ts'
import { IdentityScreen, type IdentityFault } from '../features/identity/identity-screen.tsx'
import { LinkDialog } from '../features/identity/link-dialog.tsx'
import { UnlinkDialog } from '../features/identity/unlink-dialog.tsx'
import { readAll } from '../session/read-all.ts'
import { goTo, notice, shownNow } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useKnownPeople } from './use-known-people.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** Who this is: two people's look, the hospital's number, and other registrations of the same person. */
export function IdentityPlace({ row }: { readonly row: KnownRow }) {
  const { hand } = usePorts()
  const { open, person, standing } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const { staff, identified } = useKnownPeople()
  const [second, setSecond] = useState('')
  const [linking, setLinking] = useState<KnownRow | null>(null)
  const [unlinking, setUnlinking] = useState<KnownRow | null>(null)
  const rows = useMemo(() => registeredPatients(view), [view])
  const persons = useMemo(() => personsOf(view), [view])
  const known = useMemo(() => [...[...identified.values()].map((one) => one.person), ...staff.filter(({ staffNumber }) => !identified.has(staffNumber)).map(({ staffNumber, name, profession }) => ({ staffNumber, name, profession }))], [identified, staff])
  const named = second.trim() === '' ? [] : matching(known, second)
  const secondPerson = named.length === 1 ? (named[0] ?? null) : null
  const linked = persons.membersOf(row.id).filter((id) => id !== row.id).flatMap((id) => rows.filter((one) => one.id === id))
  const today = tokyoDateOf(shownNow(hand))
  const save = (draft: Draft): null => {
    void saving.save(draft, standing)
    return null
  }
  const newId = (): EntryId => EntryId.parse(hand.newId())

  return (
    <IdentityScreen
      identity={identityOf(row)}
      today={today}
      duplicates={useMemo(() => possibleDuplicates(row, rows, persons), [row, rows, persons])}
      linked={linked}
      saved={saving.saved}
      second={second}
      onSecond={setSecond}
      secondName={secondPerson?.name ?? null}
      onVerify={(how) => {
        const made = verifyIdentity(newId(), row, { second: secondPerson, how, by: person, running: runningInPerson(view, row.id) })
        return made.ok ? save(made.value) : made.error.code
      }}
      onHospital={(typed, reason) => {
        const id = readHospitalId(typed)
        if (!id.ok) return id.error.code
        if (id.value === null) return 'id-missing'
        const made = linkToHospital(newId(), view, { patient: row.id, hospitalId: id.value, from: null, reason })
        return made.ok ? save(made.value) : faultOf(made.error.code)
      }}
      onChoose={setLinking}
      onNumber={(typed) => {
        const number = readWardNumber(typed)
        const other = number.ok ? rows.find(({ registered }) => registered.number === number.value.number) : undefined
        if (other === undefined) return 'notHere'
        setLinking(other)
        return null
      }}
      onUnlink={setUnlinking}
      onBack={() => goTo({ at: 'chart', patient: row.id, via: 'link' })}
      dialog={linking !== null ? (
        <LinkDialog
          one={row} other={linking} today={today} moves={whatMoves(row, linking, (one) => shownName(identityOf(one).naming))}
          onLink={(reason) => {
            const made = linkPatients(newId(), view, { patient: row.id, to: linking.id, reason })
            if (!made.ok) return faultOf(made.error.code)
            setLinking(null)
            return save(made.value)
          }}
          onCancel={() => setLinking(null)}
        />
      ) : unlinking !== null ? <Undo row={row} other={unlinking} onDone={() => setUnlinking(null)} onSave={save} /> : null}
    />
  )
}

/** The link between two registrations is taken back by striking it; what was done meanwhile is shown first. */
function Undo({ row, other, onDone, onSave }: { readonly row: KnownRow; readonly other: KnownRow; readonly onDone: () => void; readonly onSave: (draft: Draft) => null }) {
  const { bridge, hand } = usePorts()
  const { open, status } = useAtWork()
  const view = useWardView(open)
  const persons = useMemo(() => personsOf(view), [view])
  const link = persons.linkOf(row.id) ?? persons.linkOf(other.id)
  const [holder, pair] = useMemo((): readonly [PatientId, readonly PatientId[]] => [persons.linkOf(row.id) === null ? other.id : row.id, [row.id, other.id]], [persons, row.id, other.id])
  const [impacts, setImpacts] = useState<readonly Impact[] | null>(null)
  useEffect(() => {
    let isGone = false
    if (link !== null) void readAll(bridge, status, open.dek, () => isGone, undefined, link.seq).then((read) => {
      if (isGone) return
      if (!read.ok) return notice('journal-unreadable')
      setImpacts(impactOf(link, pair, read.value.entries))
    })
    return () => {
      isGone = true
    }
  }, []) // oxlint-disable-line react-hooks/exhaustive-deps -- read once, when it is asked
  const numberOf = (patient: PatientId | null): string => (patient === null ? '' : (view.patients.get(patient)?.registered?.number ?? ''))
  return (
    <UnlinkDialog
      impacts={impacts?.map((impact) => ({ ...impact, number: numberOf(impact.entry.kind === 'sheet-printed' ? impact.entry.body.patient : impact.entry.patient) })) ?? null}
      onUnlink={(reason) => {
        if (link === null) return 'reason-empty'
        const made = unlinkPatients(EntryId.parse(hand.newId()), view, { holder, link, reason })
        if (!made.ok) return faultOf(made.error.code)
        onDone()
        return onSave(made.value)
      }}
      onCancel={onDone}
    />
  )
}

/** A reason that cannot be kept as text is one to be written again. */
function faultOf(code: LinkFault['code']): IdentityFault {
  return code.startsWith('text-') ? 'reason-empty' : (code as IdentityFault) // the codes that are left are its own
}
