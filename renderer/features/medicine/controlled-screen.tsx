import { useState } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { balanceAfter, controlledEntry, type ControlledForm, type ControlledIssue } from '#domain/medicine/controlled-entry.ts'
import { ControlledMove, controlledMoveWords } from '#domain/medicine/medicine.ts'
import { doseBounds } from '#domain/medicine/amount.ts'
import { readAmount } from '#domain/record/typed-amount.ts'
import { DoseUnit, doseUnitWords, shownDose } from '#domain/medicine/units.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { balanceOf, drugsOf, type ControlledLine } from '#domain/view/controlled.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Pick } from '#renderer/ui/pick.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { SecondPerson } from '#renderer/ui/second-person.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { saysOf, useSentence } from './sentences.ts'
import { words } from './words.ts'
import css from './medicine.module.css'

/** The book of narcotics of the ward: what is left, the next line, and the lines before. */
export function ControlledScreen({ lines, nameOf, form, onForm, desk, second, saved, onNext, onBack }: {
  readonly lines: readonly ControlledLine[]
  /** Number of the patient a dose was given to. */
  readonly nameOf: (line: ControlledLine) => string
  /** Null: nothing is written any more. */
  readonly form: ControlledForm | null
  readonly onForm: (form: ControlledForm) => void
  readonly desk: Parameters<typeof controlledEntry>[1]
  readonly second: { readonly typed: string; readonly onTyped: (typed: string) => void }
  readonly saved: Saved
  readonly onNext: (draft: Draft<'controlled-moved'>) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const language = useLanguage()
  const sentence = useSentence()
  const [isTried, setTried] = useState(false)
  const decided = form === null ? null : controlledEntry(form, desk)
  const issues = decided === null || decided.ok ? [] : decided.error.filter(({ code }) => isTried || code === 'less-than-nothing' || code === 'count-differs' || code === 'second-is-first')
  const says = (field: ControlledIssue['field']): FieldSays | null => saysOf(issues.find((issue) => issue.field === field), sentence)
  const next = (): void => {
    setTried(true)
    if (decided?.ok === true) onNext(decided.value)
  }
  const drugs = drugsOf(lines)
  return (
    <Screen
      label={say.controlled.title}
      keys={form === null ? { onBack } : { onSave: next, onBack }}
      foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootNote>{issues.length > 0 && <b>{say.lookAgain(issues.length)}</b>}</FootNote><FootEnd><SavedState saved={saved} />{form !== null && <Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.next}</Button>}</FootEnd></>}
    >
      <div className={css['page']}>
        <Section title={say.controlled.balances}>
          {drugs.length === 0 ? <p className={css['none']}>{say.controlled.none}</p> : (
            <ul className={css['balances']}>
              {drugs.map(({ drug, unit }) => {
                const left = balanceOf(lines, drug, unit)
                return <li key={`${drug} ${unit}`} className={css['balance']}><Written>{drug}</Written> <b>{left}</b> {doseUnitWords[unit][language]} {left < 0 && <StateWord is="warn">{say.controlled.below}</StateWord>}</li>
              })}
            </ul>
          )}
        </Section>
        {form !== null && <Write form={form} onForm={onForm} desk={desk} says={says} drugs={drugs} second={second} />}
        <Section title={say.controlled.title} note={say.controlled.lines} level={3}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys */}
          <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.controlled.title}>
            <table className={table['table']}>
              <thead><tr><th>{say.controlled.time}</th><th>{say.controlled.move}</th><th>{say.controlled.drug}</th><th className={table['figures']}>{say.controlled.amount}</th><th>{say.controlled.patient}</th></tr></thead>
              <tbody>
                {lines.toReversed().map((line) => (
                  <tr key={line.entry}>
                    <td className={table['still']}>{shortMoment(line.at)}</td>
                    <td className={table['still']}>{line.move === 'given' ? say.controlled.given : controlledMoveWords[line.move][language]}</td>
                    <td><Written>{line.drug}</Written></td>
                    <td className={table['figures']}>{shownDose(line.amount, line.unit)[language]}</td>
                    <td><Written>{nameOf(line)}</Written></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      </div>
    </Screen>
  )
}

function Write({ form, onForm, desk, says, drugs, second }: {
  readonly form: ControlledForm
  readonly onForm: (form: ControlledForm) => void
  readonly desk: Parameters<typeof controlledEntry>[1]
  readonly says: (field: ControlledIssue['field']) => FieldSays | null
  readonly drugs: ReturnType<typeof drugsOf>
  readonly second: { readonly typed: string; readonly onTyped: (typed: string) => void }
}) {
  const say = useWords(words)
  const language = useLanguage()
  const amount = readAmount(form.amount, doseBounds)
  const after = balanceAfter(form, amount.ok ? amount.value : null, desk.ledger)
  const set = (part: Partial<ControlledForm>): void => onForm({ ...form, ...part })
  const known = drugs.findIndex(({ drug, unit }) => drug === form.drug && unit === form.unit)
  return (
    <Section title={say.controlled.write}>
      <div className={css['columns']}>
        <div className={css['page']}>
          <Choice label={say.controlled.move} options={ControlledMove.options.map((value) => ({ value, label: controlledMoveWords[value][language] }))} value={form.move} onChange={(move) => set({ move })} says={says('move')} autoFocus />
          {drugs.length > 0 && (
            <Pick
              label={say.controlled.known} value={known === -1 ? null : String(known)} options={drugs.map(({ drug, unit }, at) => [String(at), `${drug}（${doseUnitWords[unit][language]}）`])} says={null}
              onChange={(at) => set(drugs[Number(at ?? -1)] ?? {})}
            />
          )}
          <div className={css['drug']}>
            <Field label={say.controlled.drug} value={form.drug} onChange={(drug) => set({ drug })} most={mostLine} says={says('drug')} />
            <Field label={form.move === 'counted' ? say.controlled.found : say.controlled.amount} value={form.amount} onChange={(text) => set({ amount: text })} says={says('amount')} help={after === null || form.unit === null ? null : <b>{say.controlled.left(after, doseUnitWords[form.unit][language])}</b>} />
            <Pick label={say.controlled.unit} value={form.unit} options={DoseUnit.options.map((value) => [value, doseUnitWords[value][language]])} onChange={(unit) => set({ unit })} says={says('unit')} />
            <Field label={say.controlled.slip} hint={say.optional} value={form.slip} onChange={(slip) => set({ slip })} most={mostName} says={says('slip')} />
          </div>
          <Field label={say.controlled.explained} hint={says('explained') === null ? say.optional : null} value={form.explained} onChange={(explained) => set({ explained })} most={mostLine} says={says('explained')} />
        </div>
        <SecondPerson two={form.two} onTwo={(two) => set({ two })} typed={second.typed} onTyped={second.onTyped} name={desk.second?.name ?? null} says={says('second')} />
      </div>
    </Section>
  )
}
