import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import { isolationWords, mobilityWords } from '#domain/export/words.ts'
import { shownAge } from '#domain/patient/wareki.ts'
import { Isolation, Mobility } from '#domain/record/stay.ts'
import { tokyoDateOf, tokyoParts, type Instant } from '#domain/time.ts'
import type { Census } from '#domain/view/census.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import table from '#renderer/ui/table.module.css'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { WhereBadges } from '#renderer/ui/where-badges.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './census.module.css'

/** The ward's day in numbers and everybody by bed: computed, not typed, and printed with one press. */
export function CensusScreen({ census, now, onPrint, onBack }: { readonly census: Census; readonly now: Instant; readonly onPrint: () => void; readonly onBack: () => void }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Screen
      label={say.title}
      keys={{ onBack, onSave: onPrint }}
      foot={<>
        <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
        <FootNote>{say.note}</FootNote>
        <FootEnd><Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} autoFocus onPress={onPrint}>{say.print}</Button></FootEnd>
      </>}
    >
      <Section title={say.title} note={say.asOf(census.day, tokyoParts(now).hhmm)}>
        <div className={css['sums']}>
          <Sums label={say.now} of={[[say.inWard, census.inWard], [say.inside, census.inside], [say.onLeave, census.onLeave], [say.dead, census.dead], [say.free, census.freeBeds.length]]} />
          <Sums label={say.day} of={[[say.before, census.before], [say.admitted, census.admitted], [say.received, census.received], [say.sent, census.sent], [say.discharged, census.discharged], [say.deaths, census.deaths]]} />
          <Sums label={say.mobility} of={[...Mobility.options.map((one): Sum => [mobilityWords[one][language], census.mobility[one]]), [say.unsaid, census.mobility.unsaid]]} />
          <Sums label={say.triage} of={[...categories.map((one): Sum => [<TriageMark key={one} category={one} words="colour" />, census.triage[one]]), [<TriageMark key="none" category={null} words="colour" />, census.triage.none]]} />
          <Sums label={say.isolation} of={[...Isolation.options.map((one): Sum => [isolationWords[one][language], census.isolation[one]]), [say.isolationUnsaid, census.isolation.unsaid]]} />
        </div>
      </Section>
      <Section title={say.people} end={<span className={css['free']}><Written>{census.freeBeds.length === 0 ? say.noFree : say.freeBeds(census.freeBeds.join('・'))}</Written></span>} grows>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys */}
        <div className={css['scroll']} tabIndex={0} role="region" aria-label={say.table}>
          <table className={table['table']}>
            <thead><tr><th scope="col">{say.bed}</th><th scope="col">{say.triage}</th><th scope="col">{say.name}</th><th scope="col">{say.sexAge}</th><th scope="col">{say.where}</th><th scope="col">{say.allergy}</th></tr></thead>
            <tbody>{census.people.map((person) => <Line key={person.row.id} person={person} now={now} />)}</tbody>
          </table>
        </div>
      </Section>
    </Screen>
  )
}

const categories = ['I', 'II', 'III', '0'] as const

type Sum = readonly [ReactNode, number]

function Sums({ label, of }: { readonly label: string; readonly of: readonly Sum[] }) {
  return (
    <dl className={css['group']} aria-label={label}>
      <div className={css['label']}><dt>{label}</dt></div>
      {of.map(([name, n], index) => <div key={index} className={css['sum']}><dt>{name}</dt><dd>{n}</dd></div>)}
    </dl>
  )
}

function Line({ person, now }: { readonly person: WardPerson; readonly now: Instant }) {
  const say = useWords(patientWords)
  const language = useLanguage()
  const who = whoOf(person.row)
  return (
    <tr>
      <td className={css['bed']}>{person.bed === null || person.bed.trim() === '' ? say.noBed : <Written>{person.bed}</Written>}</td>
      <td><TriageMark category={person.triage} size="small" /></td>
      <td>{who === null ? say.notRegistered : <><b><PatientName naming={who.naming} /></b> <span className={css['number']}>{who.number}</span></>}</td>
      <td>{who !== null && `${say.sex[who.sex]} ${shownAge(who.birth, tokyoDateOf(now))[language]}`}</td>
      <td><WhereBadges person={person} /></td>
      <td><AllergyState now={person.allergy} /></td>
    </tr>
  )
}
