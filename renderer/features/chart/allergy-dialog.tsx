import { Plus } from 'lucide-react'
import { useState } from 'react'
import { allergyStatement, type AllergyForm, type AllergyIssue } from '#domain/record/allergy-entry.ts'
import type { AllergyStatement } from '#domain/record/allergy.ts'
import { mostLine } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import { allergyOf, type PatientRow } from '#domain/view/ward.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords, type Spoken } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { Chips } from './chips.tsx'
import { shownPerson } from './people.ts'
import { words } from './words.ts'
import css from './dialogs.module.css'

/** Three answers, none of them preselected: 未確認, なし with its source, あり with its substances. */
export function AllergyDialog({ row, today, form, onForm, saved, onSave, onCancel }: {
  readonly row: PatientRow
  readonly today: CalendarDate
  readonly form: AllergyForm
  readonly onForm: (form: AllergyForm) => void
  readonly saved: Saved
  readonly onSave: (statement: AllergyStatement) => void
  readonly onCancel: () => void
}) {
  const say = useWords(words).allergy
  const textFaults = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const now = allergyOf(row)
  const statement = allergyStatement(form)
  const issues = statement.ok ? [] : statement.error.filter((issue) => isTried || isAboutText(issue))
  const saysOf = (matches: (issue: AllergyIssue) => boolean): FieldSays | null => {
    const issue = issues.find(matches)
    return issue === undefined ? null : { kind: 'bad', words: sentenceOf(issue, say.fault, textFaults) }
  }
  const save = (): void => {
    setTried(true)
    if (statement.ok && saved.kind !== 'saving') onSave(statement.value)
  }
  const change = (index: number, part: 'substance' | 'reaction', text: string): void =>
    onForm({ ...form, substances: form.substances.map((one, at) => (at === index ? { ...one, [part]: text } : one)) })

  return (
    <Dialog
      title={say.title}
      width="wide"
      onCancel={onCancel}
      onAct={save}
      cancel={<Button autoFocus keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={save}>{say.save}</Button>}
    >
      <div className={css['body']}>
        <RowLine row={row} today={today} />
        <p className={css['now']}>
          {say.now} <AllergyState now={now} /> {now.said === null ? say.nobody : <Written>{`${shortMoment(now.said.at)} ${shownPerson(now.said.by, language)}`}</Written>}
        </p>
        {form.state === 'none' && (now.state === 'present' || now.presentBefore) && <Banner look="warn">{say.before}</Banner>}
        <Choice
          label={say.state}
          options={[
            { value: 'unconfirmed', label: say.unconfirmed, note: say.unconfirmedNote },
            { value: 'none', label: say.none, note: say.noneNote },
            { value: 'present', label: say.present, note: say.presentNote },
          ]}
          value={form.state}
          onChange={(state) => onForm({ ...form, state })}
          says={saysOf((issue) => issue.field === 'state')}
        />
        {(form.state === 'present' || form.substances.some(({ substance, reaction }) => `${substance}${reaction}`.trim() !== '')) && (
          <div className={css['substances']}>
            {form.substances.map((one, index) => (
              <div key={index} className={css['substance']}>
                <Field
                  label={say.substance(index + 1)} value={one.substance} most={mostLine} onChange={(text) => change(index, 'substance', text)}
                  says={saysOf((issue) => issue.field === 'substances' && 'row' in issue && issue.row === index)}
                />
                <Field label={say.reaction} hint={say.reactionHint} value={one.reaction} most={mostLine} onChange={(text) => change(index, 'reaction', text)} />
              </div>
            ))}
            <Button look="quiet" size="small" icon={Plus} onPress={() => onForm({ ...form, substances: [...form.substances, { substance: '', reaction: '' }] })}>{say.add}</Button>
          </div>
        )}
        {form.state !== null && form.state !== 'unconfirmed' && (
          <div className={css['source']}>
            <Field label={say.source} value={form.source} most={mostLine} onChange={(source) => onForm({ ...form, source })} says={saysOf((issue) => issue.field === 'source')} />
            <Chips label={say.source} words={Object.values(say.sources)} value={form.source} onChoose={(source) => onForm({ ...form, source })} />
          </div>
        )}
        <SavedState saved={saved} />
      </div>
    </Dialog>
  )
}

/** Text that cannot be saved is said at once; what is merely missing, when somebody tries to save. */
function isAboutText(issue: AllergyIssue): boolean {
  return issue.code.startsWith('text-')
}

type Fault = Spoken<typeof words>['allergy']['fault']

function sentenceOf(issue: AllergyIssue, say: Fault, text: Spoken<typeof textFaultWords>): string {
  switch (issue.code) {
    case 'text-too-long':
    case 'text-has-control-characters':
    case 'text-is-broken':
      return textFaultSentence(issue, text)
    case 'too-many':
      return say[issue.code](issue.most)
    case 'not-answered':
    case 'none-with-substances':
    case 'substance-empty':
    case 'source-empty':
      return say[issue.code]
  }
}
