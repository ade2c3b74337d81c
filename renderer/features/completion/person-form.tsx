import { howIdentifiedWords } from '#domain/export/words.ts'
import { HowIdentified } from '#domain/identity/claim.ts'
import type { CompletionForm, CompletionIssue } from '#domain/identity/complete.ts'
import { readBirthText } from '#domain/patient/birth-text.ts'
import { Sex } from '#domain/patient/birth.ts'
import { mostLine, mostName, mostNote } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords, type Spoken } from '#renderer/ui/language.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { words } from './words.ts'
import css from './completion.module.css'

/** What was learnt, and how. Every box may stay empty. */
export function PersonForm({ form, onForm, issues, alike, today }: {
  readonly form: CompletionForm
  readonly onForm: (form: CompletionForm) => void
  readonly issues: readonly CompletionIssue[]
  /** Names on the ward that the one being written could be taken for. */
  readonly alike: readonly string[]
  readonly today: CalendarDate
}) {
  const say = useWords(words)
  const sexWords = useWords(patientWords).sex
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const set = (field: keyof CompletionForm) => (value: string): void => onForm({ ...form, [field]: value })
  const says = (field: CompletionIssue['field']): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    return issue === undefined ? null : { kind: 'bad', words: sentenceOf(issue, say.fault, texts) }
  }
  const read = readBirthText(form.birthText, today)
  return (
    <div className={css['form']}>
      <h3 className={css['part']}>{say.name}</h3>
      <div className={css['names']}>
        {(['family', 'given', 'familyKana', 'givenKana'] as const).map((field) => (
          <Field key={field} label={say[field]} value={form[field]} onChange={set(field)} most={mostName} says={says(field)} autoFocus={field === 'family'} />
        ))}
      </div>
      {alike.length > 0 && <Banner look="warn">{say.alike(alike.join('・'))}</Banner>}
      <Choice
        label={say.how}
        options={HowIdentified.options.map((value) => ({ value, label: howIdentifiedWords[value][language] }))}
        value={HowIdentified.options.find((value) => value === form.how) ?? null}
        onChange={set('how')}
        says={says('how')}
      />
      <div className={css['pair']}>
        <Field label={say.hospitalId} hint={say.hospitalIdHint} value={form.hospitalId} onChange={set('hospitalId')} most={mostName} says={says('hospitalId')} />
        <Field label={say.note1} hint={say.noteHint} value={form.note} onChange={set('note')} most={mostLine} says={says('note')} />
      </div>
      <h3 className={css['part']}>{say.seen}</h3>
      <div className={css['seen']}>
        <Field
          label={say.birth} hint={say.birthHint} value={form.birthText} onChange={set('birthText')} most={mostName} says={says('birthText')}
          help={form.birthText.trim() !== '' && read.ok ? <b>{say.birthRead(read.value.shown[language])}</b> : null}
        />
        <Field label={say.age} hint={say.years} value={form.estimatedAge} onChange={set('estimatedAge')} most={mostName} kind="digits" says={says('estimatedAge')} />
        <Choice label={say.sex} look="bare" options={Sex.options.map((value) => ({ value, label: sexWords[value] }))} value={Sex.options.find((value) => value === form.sex) ?? null} onChange={set('sex')} says={says('sex')} />
        <Field label={say.bed} value={form.bed} onChange={set('bed')} most={mostName} says={says('bed')} />
      </div>
      <Field label={say.features} value={form.features} onChange={set('features')} most={mostNote} lines={2} says={says('features')} />
    </div>
  )
}

function sentenceOf(issue: CompletionIssue, say: Spoken<typeof words>['fault'], text: Spoken<typeof textFaultWords>): string {
  switch (issue.code) {
    case 'text-too-long':
    case 'text-has-control-characters':
    case 'text-is-broken':
      return textFaultSentence(issue, text)
    case 'born-later':
      return say[issue.code](issue.bornOn)
    case 'age-not-understood':
    case 'before-meiji':
    case 'birth-and-age':
    case 'birth-not-understood':
    case 'how-not-said':
    case 'no-such-day':
    case 'not-a-hospital-id':
    case 'nothing-typed':
    case 'sex-not-in-list':
    case 'text-has-line-breaks':
    case 'transfusion-runs':
      return say[issue.code]
  }
}
