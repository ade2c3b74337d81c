import type { Stage } from '#domain/incident/ladder.ts'
import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './instead.module.css'

/** A stage at which no envelope is opened: what to do now, whom to call, and what can be used. */
export function Instead({ stage, contacts, onForms, onHelp, onBack, onLeave }: {
  readonly stage: Exclude<Stage, 3>
  readonly contacts: HospitalPlan['contacts']
  /** Null where blank forms are not printed here. */
  readonly onForms: (() => void) | null
  readonly onHelp: () => void
  readonly onBack: () => void
  readonly onLeave: () => void
}) {
  const say = useWords(words)
  const { title, steps } = say.instead[stage]
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: onLeave, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.notOpened}</FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} autoFocus onPress={onLeave}>{say.instead.leave}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <section>
          <h2 className={css['title']}>{title}</h2>
          <ol className={css['steps']}>{Object.values(steps).map((step) => <li key={step}>{step}</li>)}</ol>
          <div className={css['acts']}>
            {onForms !== null && <Button onPress={onForms}>{say.instead.forms}</Button>}
            <Button keys={['F1']} onPress={onHelp}>{say.instead.help}</Button>
          </div>
        </section>
        <Section title={say.instead.contacts}>
          {contacts.length === 0 ? <p>{say.instead.noContacts}</p> : (
            <table className={table['table']}>
              <tbody>{contacts.map(({ who, reach, note }) => <tr key={`${who} ${reach}`}><td><Written>{who}</Written></td><td><b><Written>{reach}</Written></b> <Written>{note}</Written></td></tr>)}</tbody>
            </table>
          )}
        </Section>
      </div>
    </Screen>
  )
}
