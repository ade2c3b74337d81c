import { Link2, Unlink } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { howIdentifiedWords } from '#domain/export/words.ts'
import { HowIdentified } from '#domain/identity/claim.ts'
import type { Duplicate } from '#domain/identity/evidence.ts'
import type { Identity, IdentityState } from '#domain/identity/identity.ts'
import { mostLine, mostName } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { Route } from '#renderer/ui/route.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './identity.module.css'

const states: readonly IdentityState[] = ['unknown', 'claimed', 'verified', 'linked']

export type IdentityFault = keyof (typeof words)['fault']

export type IdentityScreenProps = {
  readonly identity: Identity
  readonly today: CalendarDate
  readonly duplicates: readonly Duplicate[]
  /** Registrations that are this person already. */
  readonly linked: readonly KnownRow[]
  readonly saved: Saved
  readonly second: string
  readonly onSecond: (typed: string) => void
  /** Whom that names; null: nobody, or not yet. */
  readonly secondName: string | null
  readonly onVerify: (how: string) => IdentityFault | null
  readonly onHospital: (id: string, reason: string) => IdentityFault | null
  readonly onChoose: (row: KnownRow) => void
  /** A ward number typed or scanned. Null when somebody was chosen by it. */
  readonly onNumber: (typed: string) => 'notHere' | null
  readonly onUnlink: (row: KnownRow) => void
  readonly onBack: () => void
  readonly dialog: ReactNode
}

/** Who this is, step by step: what two people looked at, the hospital's number, and other registrations of the same person. */
export function IdentityScreen(props: IdentityScreenProps) {
  const { identity, saved, onBack, dialog } = props
  const say = useWords(words)
  return (
    <Screen
      label={say.title}
      keys={{ onBack }}
      foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootNote>{say.stays}</FootNote><FootEnd><SavedState saved={saved} /></FootEnd></>}
    >
      <div className={css['page']}>
        <Route label={say.route} stops={states.map((state) => say.stops[state])} here={states.indexOf(identity.state)} />
        <div className={css['columns']}>
          <div className={css['left']}>
            <Verify {...props} />
            <Hospital {...props} />
          </div>
          <SamePerson {...props} />
        </div>
      </div>
      {dialog}
    </Screen>
  )
}

function Verify({ identity, second, onSecond, secondName, onVerify }: IdentityScreenProps) {
  const say = useWords(words)
  const language = useLanguage()
  const [how, setHow] = useState('')
  const [fault, setFault] = useState<IdentityFault | null>(null)
  const says = (of: readonly IdentityFault[]) => (fault !== null && of.includes(fault) ? { kind: 'bad' as const, words: say.fault[fault] } : null)
  return (
    <Section title={say.verify.title} note={say.verify.note}>
      {identity.verification !== null && <StateWord is="ok">{say.verify.done(identity.verification.body.second.name)}</StateWord>}
      <Field
        label={say.verify.second} value={second} onChange={onSecond} most={mostName} says={says(['second-missing', 'second-is-first', 'nothing-to-verify', 'transfusion-runs'])}
        help={secondName === null ? null : <b>{say.verify.found(secondName)}</b>}
      />
      <Choice
        label={say.verify.how} look="keys" options={(['patient-said', 'family-said', 'document', 'band-or-card', 'staff-knows', 'photo'] as const).map((value) => ({ value, label: howIdentifiedWords[value][language] }))}
        value={HowIdentified.options.find((value) => value === how) ?? null} onChange={setHow} says={says(['how-not-said'])}
      />
      <div className={css['act']}><Button onPress={() => setFault(onVerify(how))}>{say.verify.act}</Button></div>
    </Section>
  )
}

function Hospital({ identity, onHospital }: IdentityScreenProps) {
  const say = useWords(words)
  const [id, setId] = useState(identity.hospitalId ?? '')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<IdentityFault | null>(null)
  const says = (of: readonly IdentityFault[]) => (fault !== null && of.includes(fault) ? { kind: 'bad' as const, words: say.fault[fault] } : null)
  return (
    <Section title={say.hospital.title}>
      {identity.link !== null && identity.hospitalId !== null && <StateWord is="ok">{say.hospital.linked(identity.hospitalId)}</StateWord>}
      <div className={css['pair']}>
        <Field label={say.hospital.id} value={id} onChange={setId} most={mostName} says={says(['not-a-hospital-id', 'id-missing', 'transfusion-runs'])} />
        <Field label={say.hospital.reason} hint={say.hospital.reasonHint} value={reason} onChange={setReason} most={mostLine} says={says(['reason-empty'])} />
      </div>
      <div className={css['act']}><Button icon={Link2} onPress={() => setFault(onHospital(id, reason))}>{say.hospital.act}</Button></div>
    </Section>
  )
}

function SamePerson({ today, duplicates, linked, onChoose, onNumber, onUnlink }: IdentityScreenProps) {
  const say = useWords(words).same
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const choose = (): void => setMissing(onNumber(typed) !== null)
  return (
    <Section title={say.title} note={say.note} grows>
      <ul className={css['others']}>
        {linked.map((row) => (
          <li key={row.id}>
            <StateWord is="ok">{say.linkedTo(row.registered.number)}</StateWord>
            <RowLine row={row} today={today} />
            <Button icon={Unlink} size="small" onPress={() => onUnlink(row)}>{say.unlink}</Button>
          </li>
        ))}
        {duplicates.map(({ row, degree, evidence }) => (
          <li key={row.id}>
            <Badge look={degree === 'strong' ? 'strong' : 'plain'}>{say.degree[degree]}</Badge>
            <RowLine row={row} today={today} />
            <span className={css['evidence']}>{evidence.map(({ field, verdict }) => <span key={field} data-verdict={verdict}>{say.field[field]} <b>{say.verdict[verdict]}</b></span>)}</span>
            <Button icon={Link2} size="small" onPress={() => onChoose(row)}>{say.choose}</Button>
          </li>
        ))}
        {duplicates.length === 0 && linked.length === 0 && <li className={css['none']}>{say.none}</li>}
      </ul>
      <div className={css['pair']}>
        <Field label={say.other} hint={say.otherHint} value={typed} onChange={setTyped} most={mostName} says={isMissing ? { kind: 'bad', words: say.notHere } : null} />
        <div className={css['act']}><Button onPress={choose}>{say.choose}</Button></div>
      </div>
    </Section>
  )
}
