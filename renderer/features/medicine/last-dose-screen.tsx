import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { lastDoseEntry, type LastDoseForm, type LastDoseIssue } from '#domain/medicine/last-dose-entry.ts'
import { LastDoseSource, lastDoseSourceWords } from '#domain/medicine/medicine.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { saysOf, useSentence } from './sentences.ts'
import { words } from './words.ts'
import css from './medicine.module.css'

/** 最終投与の確認: before the first dose here. 「分からない」 is an answer. */
export function LastDoseScreen({ form, onForm, desk, saved, onNext, onBack, how = null }: {
  readonly form: LastDoseForm
  readonly onForm: (form: LastDoseForm) => void
  readonly desk: Parameters<typeof lastDoseEntry>[1]
  readonly saved: Saved
  readonly onNext: (draft: Draft<'last-dose-confirmed'>) => void
  readonly onBack: () => void
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const language = useLanguage()
  const sentence = useSentence()
  const [isTried, setTried] = useState(false)
  const decided = lastDoseEntry(form, desk)
  const issues = isTried && !decided.ok ? decided.error : []
  const says = (field: LastDoseIssue['field'], at: number | null = null): FieldSays | null => saysOf(issues.find((issue) => issue.field === field && (at === null || ('at' in issue && issue.at === at))), sentence)
  const next = (): void => {
    setTried(true)
    if (decided.ok) onNext(decided.value)
  }
  const change = (at: number, part: Partial<LastDoseForm['doses'][number]>): void => onForm({ ...form, doses: form.doses.map((dose, place) => (place === at ? { ...dose, ...part } : dose)) })
  return (
    <Screen
      label={say.lastDose.ask}
      keys={{ onSave: next, onBack }}
      foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootNote>{issues.length > 0 ? <b>{say.lookAgain(issues.length)}</b> : say.lastDose.lead}</FootNote><FootEnd><SavedState saved={saved} /><Button look="primary" keys={['Ctrl', 'Enter']} onPress={next}>{say.next}</Button></FootEnd></>}
    >
      <div className={css['page']}>
        {how}
        <Section title={say.lastDose.ask} note={say.lastDose.lead}>
          <div className={css['page']}>
            <Choice label={say.lastDose.source} options={LastDoseSource.options.map((value) => ({ value, label: lastDoseSourceWords[value][language] }))} value={form.source} onChange={(source) => onForm({ ...form, source })} says={says('source')} autoFocus />
            <Check isOn={form.isNothing} onChange={(isNothing) => onForm({ ...form, isNothing })}>{say.lastDose.takesNothing}</Check>
            {!form.isNothing && form.doses.map(({ drug, when }, at) => (
              <div key={at} className={css['taken']}>
                <Field label={say.lastDose.drug} value={drug} onChange={(text) => change(at, { drug: text })} most={mostLine} says={says('doses', at)} />
                <Field label={say.lastDose.when} hint={say.lastDose.whenHint} value={when} onChange={(text) => change(at, { when: text })} most={mostName} />
              </div>
            ))}
            {!form.isNothing && <div><Button size="small" icon={Plus} onPress={() => onForm({ ...form, doses: [...form.doses, { drug: '', when: '' }] })}>{say.lastDose.more}</Button></div>}
            <Field label={say.lastDose.note} hint={say.optional} value={form.note} onChange={(note) => onForm({ ...form, note })} most={mostLine} says={says('note')} />
          </div>
        </Section>
      </div>
    </Screen>
  )
}
