import { useEffect, useRef } from 'react'
import { IncidentReason } from '#domain/incident/reason.ts'
import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { reasonWords } from '#renderer/ui/reason-words.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './plan.module.css'

/** What everybody on the ward may read at any time: when it is an emergency, who says so, what to do, and how to come back. */
export function PlanReader({ plan, onBack }: { readonly plan: HospitalPlan; readonly onBack: () => void }) {
  const say = useWords(words)
  const page = useRef<HTMLDivElement>(null)
  // Reading is the one thing to do here: the arrow keys scroll at once.
  useEffect(() => page.current?.focus({ preventScroll: true }), [])
  return (
    <Screen label={say.label} pace="spacious" keys={{ onBack }} foot={<FootEnd><Button look="primary" keys={['Esc']} onPress={onBack}>{say.back}</Button></FootEnd>}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys */}
      <div ref={page} className={css['page']} tabIndex={0} role="region" aria-label={say.title}>
        <div className={css['column']}>
          <div>
            <h2 className={css['title']}>{say.title}</h2>
            <p className={css['lead']}>{say.lead}</p>
          </div>
          <Section title={say.criteria}><Criteria plan={plan} /></Section>
          <Section title={say.opening}>
            <ol className={css['steps']}>{Object.entries(say.openingSteps).map(([key, step]) => <li key={key}>{step}</li>)}</ol>
          </Section>
        </div>
        <div className={css['column']}>
          <Section title={say.declarers} note={say.declarersNote}><Declarers plan={plan} /></Section>
          <Section title={say.contacts}><Contacts plan={plan} /></Section>
          <Section title={say.returning}>
            {plan.returnSteps.length === 0 ? <None /> : <ul className={css['boxes']}>{plan.returnSteps.map((step, index) => <li key={`${index} ${step}`}><Written>{step}</Written></li>)}</ul>}
          </Section>
        </div>
      </div>
    </Screen>
  )
}

function Criteria({ plan }: { readonly plan: HospitalPlan }) {
  const reasons = useWords(reasonWords)
  const decided = IncidentReason.options.flatMap((reason) => {
    const text = plan.criteria[reason] ?? ''
    return text.trim() === '' ? [] : [{ reason, text }]
  })
  if (decided.length === 0) return <None />
  return (
    <dl className={css['criteria']}>
      {decided.map(({ reason, text }) => <div key={reason}><dt>{reasons[reason]}</dt><dd><Written>{text}</Written></dd></div>)}
    </dl>
  )
}

function Declarers({ plan }: { readonly plan: HospitalPlan }) {
  const say = useWords(words)
  if (plan.declarers.length === 0) return <None />
  return (
    <ol className={css['steps']}>
      {plan.declarers.map(({ name, duty, isDeputy }, index) => (
        <li key={`${index} ${name}`}>
          <span className={css['who']}>
            <b><Written>{name}</Written></b>
            {duty !== '' && <span><Written>{duty}</Written></span>}
            {isDeputy && <span>（{say.deputy}）</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Contacts({ plan }: { readonly plan: HospitalPlan }) {
  if (plan.contacts.length === 0) return <None />
  return (
    <div className={css['contacts']}>
      {plan.contacts.map(({ who, reach, note }, index) => (
        <div key={`${index} ${who}`}>
          <span><Written>{who}</Written></span>
          <b><Written>{reach}</Written></b>
          {note !== '' && <small><Written>{note}</Written></small>}
        </div>
      ))}
    </div>
  )
}

function None() {
  return <p className={css['none']}>{useWords(words).none}</p>
}
