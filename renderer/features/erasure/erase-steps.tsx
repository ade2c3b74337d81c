import { useState } from 'react'
import { AgeIdentity } from '#domain/access/keys.ts'
import { readPassphrase, type Passphrase } from '#domain/access/passphrase.ts'
import { media, type Medium } from '#domain/erasure/archive.ts'
import type { ClosedIncident, MediumFound } from '#domain/erasure/erasure.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './erasure.module.css'

export type Trying = 'it' | 'officer' | Medium | null

/** Hospital IT: who knows the passphrase of maintenance. */
export function ItStep({ by, trying, fault, waitSeconds, onEnter }: {
  readonly by: StaffNumber | null
  readonly trying: Trying
  readonly fault: keyof typeof words.it.fault | null
  readonly waitSeconds: number
  readonly onEnter: (staffNumber: StaffNumber, passphrase: Passphrase) => void
}) {
  const say = useWords(words).it
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState('')
  const [staff, passphrase] = [readStaffNumber(number), readPassphrase(typed)]
  const offBecause = trying === 'it' ? say.trying : waitSeconds > 0 ? say.wait(waitSeconds) : staff === null || !passphrase.ok ? say.missing : null
  return (
    <Section title={say.title} note={say.note}>
      <div className={css['step']}>
        {by !== null ? <StateWord is="ok">{say.done(by)}</StateWord> : (
          <>
            <Field label={say.staffNumber} most={40} autoFocus value={number} onChange={setNumber} />
            <Field label={say.passphrase} kind="secret" value={typed} onChange={setTyped} says={fault === null || trying === 'it' ? null : { kind: 'bad', words: say.fault[fault] }} />
            <div className={css['acts']}>
              <Button
                offBecause={offBecause}
                onPress={() => {
                  if (offBecause !== null || staff === null || !passphrase.ok) return
                  setTyped('') // nothing typed into a try stays
                  onEnter(staff, passphrase.value)
                }}
              >{say.enter}</Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}

/** Both media, read again now. */
export function MediaStep({ incident, mayCheck, trying, found, onCheck }: {
  readonly incident: Pick<ClosedIncident, 'archives' | 'checked'>
  readonly mayCheck: boolean
  readonly trying: Trying
  readonly found: ReadonlyMap<Medium, MediumFound | 'failed'>
  readonly onCheck: (medium: Medium) => void
}) {
  const say = useWords(words).media
  return (
    <Section title={say.title} note={say.note}>
      <div className={css['step']}>
        {media.map((medium) => {
          const archive = incident.archives.find((one) => one.medium === medium)
          const last = incident.checked.includes(medium) ? 'verified' : (found.get(medium) ?? null)
          return (
            <div key={medium} className={css['medium']}>
              <b>{say.medium(medium)}</b>
              {archive === undefined ? <StateWord is="bad">{say.noArchive}</StateWord> : <small>{say.made(shortMoment(archive.at))}　{archive.sha256.slice(0, 8)}…</small>}
              {archive !== undefined && <StateWord is={last === 'verified' ? 'ok' : last === null ? 'none' : 'bad'}>{last === null ? say.not : say.found[last]}</StateWord>}
              {archive !== undefined && last !== 'verified' && <Button onPress={() => onCheck(medium)} offBecause={!mayCheck ? say.first : trying !== null ? say.reading : null}>{say.check(medium)}</Button>}
            </div>
          )
        })}
      </div>
    </Section>
  )
}

/** Another person, who opens the wrapped key and the archives. */
export function OfficerStep({ officer, mayProve, trying, fault, onProve }: {
  readonly officer: StaffNumber | null
  readonly mayProve: boolean
  readonly trying: Trying
  readonly fault: keyof typeof words.officer.fault | null
  readonly onProve: (staffNumber: StaffNumber, identity: AgeIdentity) => void
}) {
  const say = useWords(words).officer
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState('')
  const [staff, identity] = [readStaffNumber(number), AgeIdentity.safeParse(typed.trim().toUpperCase())]
  const offBecause = trying === 'officer' ? say.trying : !mayProve ? say.first : staff === null || !identity.success ? say.missing : null
  return (
    <Section title={say.title} note={say.note}>
      <div className={css['step']}>
        {officer !== null ? <StateWord is="ok">{say.done(officer)}</StateWord> : (
          <>
            <Field label={say.staffNumber} most={40} value={number} onChange={setNumber} />
            <Field label={say.key} hint={say.keyHint} kind="secret" most={200} value={typed} onChange={setTyped} says={fault === null || trying === 'officer' ? null : { kind: 'bad', words: say.fault[fault] }} />
            <div className={css['acts']}>
              <Button
                offBecause={offBecause}
                onPress={() => {
                  if (offBecause !== null || staff === null || !identity.success) return
                  setTyped('')
                  onProve(staff, identity.data)
                }}
              >{say.prove}</Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
