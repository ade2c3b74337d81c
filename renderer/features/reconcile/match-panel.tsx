import type { ReactNode } from 'react'
import { saysHold, type Hold } from '#domain/linkage/class.ts'
import { fields, saysField, saysLevel, type Scored } from '#domain/linkage/levels.ts'
import type { ListedPerson } from '#domain/linkage/lists.ts'
import type { PatientId } from '#domain/ids.ts'
import { matchDecisionWords } from '#domain/reconcile/match.ts'
import type { Target } from '#domain/reconcile/targets.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { RowList } from './row-list.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

/** The comparison with the hospital's list, beside the screen. */
export type Comparing =
  | { readonly is: 'no-list' }
  | { readonly is: 'list-reading' }
  | { readonly is: 'comparing'; readonly done: number; readonly of: number }
  | { readonly is: 'stopped' | 'failed' }
  | { readonly is: 'compared'; readonly takenAt: string; readonly people: number }

export type Candidate = { readonly hospitalId: string; readonly name: string; readonly kana: string; readonly listed: ListedPerson; readonly scored: Scored; readonly holds: readonly Hold[] }

export type MatchPerson = { readonly row: KnownRow; readonly target: Target }

/** Left who came in the emergency, right who of the hospital's list is alike, field by field; and the two people's decision. */
export function MatchPanel({ people, chosen, onChoose, today, comparing, onStop, onCompare, onImport, here, candidates, looked, onLook, form, decided }: {
  readonly people: readonly MatchPerson[]
  readonly chosen: PatientId | null
  readonly onChoose: (patient: PatientId) => void
  readonly today: CalendarDate
  readonly comparing: Comparing
  readonly onStop: () => void
  readonly onCompare: () => void
  readonly onImport: () => void
  /** What the chosen one's registrations say. */
  readonly here: ListedPerson | null
  readonly candidates: readonly Candidate[]
  readonly looked: string | null
  readonly onLook: (hospitalId: string) => void
  readonly form: ReactNode
  /** The decision that stands, with the way back. */
  readonly decided: ReactNode
}) {
  const all = useWords(words)
  const say = all.match
  const language = useLanguage()
  const left = people.filter(({ target }) => target.hospitalId === null).length
  const one = people.find(({ row }) => row.id === chosen) ?? null
  return (
    <div className={css['two']}>
      <div className={css['side']}>
        <ComparedState comparing={comparing} onStop={onStop} onCompare={onCompare} onImport={onImport} />
        <RowList
          label={say.people} note={say.left(left, people.length)} empty={say.nobody} rows={people} keyOf={({ row }) => row.id} chosen={chosen} onChoose={({ row }) => onChoose(row.id)} onOpen={({ row }) => onChoose(row.id)} isPlain
          draw={({ row, target }) => (
            <>
              <RowLine row={row} today={today} />
              <StateWord is={target.hospitalId !== null ? 'ok' : 'warn'}>{target.hospitalId ?? (target.decision === null ? say.undecided : target.decision.body.decision === 'new' ? say.waits : matchDecisionWords[target.decision.body.decision][language])}</StateWord>
            </>
          )}
        />
      </div>
      <div className={css['side']}>
        {one === null || here === null ? <p className={css['empty']}>{say.choose}</p> : (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long page scrolls by what can take the focus
          <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.decide}>
            <RowLine row={one.row} today={today} />
            {decided}
            <Section title={say.candidates}>
              {candidates.length === 0 && <p className={css['empty']}>{say.none}</p>}
              {candidates.map((candidate) => (
                <div key={candidate.hospitalId} className={css['candidate']} data-looked={looked === candidate.hospitalId ? '' : undefined}>
                  <div className={css['acts']}>
                    <span className={css['name']}><Written>{candidate.name}</Written></span>
                    <span className={css['quiet']}><Written>{candidate.kana}</Written></span>
                    <span>{say.number} <b>{candidate.hospitalId}</b></span>
                    {looked === candidate.hospitalId ? <StateWord is="none">{say.looked}</StateWord> : <Button size="small" onPress={() => onLook(candidate.hospitalId)}>{say.look}</Button>}
                  </div>
                  {candidate.holds.length > 0 && <div className={css['holds']}>{candidate.holds.map((hold) => <StateWord key={hold} is="warn">{saysHold(hold)[language]}</StateWord>)}</div>}
                  <EvidenceTable here={here} candidate={candidate} />
                </div>
              ))}
            </Section>
            {form}
          </div>
        )}
      </div>
    </div>
  )
}

function ComparedState({ comparing, onStop, onCompare, onImport }: { readonly comparing: Comparing; readonly onStop: () => void; readonly onCompare: () => void; readonly onImport: () => void }) {
  const say = useWords(words).match
  if (comparing.is === 'comparing') return <Progress what={say.comparing} done={comparing.done} of={comparing.of} unit={say.persons} onStop={onStop} />
  return (
    <div className={css['bar']}>
      <span className={css['quiet']}>{comparing.is === 'no-list' ? say.noList : comparing.is === 'list-reading' ? say.listReading : comparing.is === 'compared' ? say.listOf(comparing.takenAt, comparing.people) : comparing.is === 'stopped' ? say.stopped : say.failed}</span>
      {(comparing.is === 'stopped' || comparing.is === 'failed') && <Button size="small" onPress={onCompare}>{say.again}</Button>}
      <Button size="small" onPress={onImport}>{say.import}</Button>
    </div>
  )
}

/** What both say, and what the machine makes of it, in words. What neither says is left out. */
function EvidenceTable({ here, candidate: { listed, scored } }: { readonly here: ListedPerson; readonly candidate: Candidate }) {
  const say = useWords(words).match
  const sexes = useWords(patientWords).sex
  const language = useLanguage()
  const said = (person: ListedPerson, field: (typeof fields)[number]): string => {
    if (field === 'family') return [person.family, person.familyKana].filter((part) => part !== '').join(' ')
    if (field === 'given') return [person.given, person.givenKana].filter((part) => part !== '').join(' ')
    if (field === 'sex') return sexes[person.sex as keyof typeof sexes] ?? person.sex
    return field === 'birth' ? person.birthDate : person[field]
  }
  const shown = fields.filter((field) => said(here, field) !== '' || said(listed, field) !== '')
  return (
    <table className={classNames(table['table'], css['evidence'])}>
      <thead><tr><th scope="col">{say.field}</th><th scope="col">{say.here}</th><th scope="col">{say.there}</th><th scope="col">{say.evidence}</th></tr></thead>
      <tbody>
        {shown.map((field) => (
          <tr key={field} data-level={scored[field]}>
            <th scope="row">{saysField(field)[language]}</th>
            <td><Written>{said(here, field)}</Written></td>
            <td><Written>{said(listed, field)}</Written></td>
            <td>{saysLevel(scored[field])[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
