import { useState } from 'react'
import type { FormDefinition } from '#domain/form/definition.ts'
import { forms } from '#domain/form/forms.ts'
import { addOwnField, endOwnField, ownNow, type OwnFieldForm } from '#domain/form/hospital-fields.ts'
import { HospitalField, type FormExtended } from '#domain/form/hospital-field.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Select } from '#renderer/ui/select.tsx'
import table from '#renderer/ui/table.module.css'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { ownFieldWords } from './own-fields-words.ts'
import css from './form.module.css'

/** What the hospital itself asks in a form: one list, one field to add. How it will look is the form itself. */
export function OwnFieldsScreen({ form, onChoose, versions, typed, onTyped, entry, saved, onSave, onBack }: {
  readonly form: FormDefinition
  readonly onChoose: (definition: string) => void
  readonly versions: readonly FormExtended[]
  readonly typed: OwnFieldForm
  readonly onTyped: (typed: OwnFieldForm) => void
  readonly entry: EntryId
  readonly saved: Saved
  readonly onSave: (draft: Draft<'form-extended'>) => void
  readonly onBack: () => void
}) {
  const say = useWords(ownFieldWords)
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const desk = { form, versions, entry }
  const own = ownNow(form, versions)
  const decided = addOwnField(typed, desk)
  const issues = decided.ok || !isTried ? [] : decided.error
  const says = (field: keyof OwnFieldForm): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    if (issue === undefined) return null
    return { kind: 'bad', words: issue.code === 'text-too-long' || issue.code === 'text-has-control-characters' || issue.code === 'text-is-broken' ? textFaultSentence(issue, texts) : say.fault[issue.code] }
  }
  const add = (): void => {
    setTried(!decided.ok)
    if (decided.ok && saved.kind !== 'saving') onSave(decided.value)
  }
  const end = (name: string): void => {
    const ended = endOwnField(name, desk)
    if (ended.ok && saved.kind !== 'saving') onSave(ended.value)
  }
  const box = (field: 'label' | 'unit' | 'least' | 'most', label: string, hint: string | null, kind: 'text' | 'digits' = 'text') => (
    <Field label={label} hint={hint} value={typed[field]} onChange={(text) => onTyped({ ...typed, [field]: text })} most={mostName} kind={kind} says={says(field)} />
  )
  return (
    <Screen
      label={say.title}
      keys={{ onSave: add, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{issues.length > 0 ? <b role="alert">{say.lookAgain(issues.length)}</b> : say.endNote}</FootNote>
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={add}>{say.add}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <Section title={say.title} note={say.lead}>
          <div className={css['narrow']}><Select label={say.form} options={forms.map(({ id, label }) => ({ value: id, label: label[language] }))} value={form.id} onChange={onChoose} /></div>
        </Section>
        <Section title={say.now(form.label[language])} level={3}>
          {own.length === 0 ? <p>{say.none}</p> : (
            <table className={table['table']}>
              <thead><tr><th scope="col">{say.label}</th><th scope="col">{say.type}</th><th scope="col">{say.unit}</th><th scope="col">{say.rangeOrAnswers}</th><th scope="col"><span className={css['unseen']}>{say.end}</span></th></tr></thead>
              <tbody>
                {own.map((field) => (
                  <tr key={field.name}>
                    <th scope="row"><Written>{field.label}</Written></th>
                    <td>{say.types[field.type]}</td>
                    <td>{field.unit}</td>
                    <td><Written>{field.type === 'choice' ? field.options.join('・') : field.least === null && field.most === null ? '' : say.span(field.least === null ? '' : String(field.least), field.most === null ? '' : String(field.most))}</Written></td>
                    <td><Button size="small" label={say.endLabel(field.label)} onPress={() => end(field.name)}>{say.end}</Button></td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Section>
        <Section title={say.add} note={say.addNote} level={3}>
          <div className={css['fields']}>
            <div className={css['two']}>{box('label', say.label, null)}</div>
            <div className={css['all']}>
              <Choice label={say.type} options={HospitalField.shape.type.options.map((value) => ({ value, label: say.types[value] }))} value={typed.type} onChange={(type) => onTyped({ ...typed, type })} says={says('type')} />
            </div>
            {typed.type === 'number' && (
              <>
                <div className={css['one']}>{box('unit', say.unit, say.unitHint)}</div>
                <div className={css['one']}>{box('least', say.least, say.limitHint, 'digits')}</div>
                <div className={css['one']}>{box('most', say.most, say.limitHint, 'digits')}</div>
              </>
            )}
            {typed.type === 'choice' && (
              <div className={css['two']}><Field label={say.options} hint={say.optionsHint} value={typed.options} onChange={(options) => onTyped({ ...typed, options })} lines={4} most={1000} hasPhrases={false} says={says('options')} /></div>
            )}
          </div>
        </Section>
      </div>
    </Screen>
  )
}
