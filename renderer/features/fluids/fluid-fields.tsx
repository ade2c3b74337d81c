import type { FluidForm, FluidIssue } from '#domain/fluid/fluid-entry.ts'
import { FluidWay, fluidWayWords, isIn } from '#domain/fluid/fluid.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, Said, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { typedFaultSentence, typedFaultWords } from '#renderer/ui/typed-fault-words.ts'
import { words } from './words.ts'
import css from './fluids.module.css'

/** One amount: what, which, how much or how often. */
export function FluidFields({ form, onForm, issues, autoFocus = false }: { readonly form: FluidForm; readonly onForm: (form: FluidForm) => void; readonly issues: readonly FluidIssue[]; readonly autoFocus?: boolean }) {
  const all = useWords(words)
  const say = all.form
  const typed = useWords(typedFaultWords)
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const says = (field: keyof FluidForm): FieldSays | null => {
    const issue = issues.find((one) => one.field === field)
    if (issue === undefined) return null
    switch (issue.code) {
      case 'way-missing':
      case 'nothing-said':
      case 'no-times':
        return { kind: 'bad', words: all.fault[issue.code] }
      case 'not-a-number':
      case 'too-fine':
      case 'out-of-range':
      case 'text-too-long':
      case 'text-has-line-breaks':
      case 'text-has-control-characters':
      case 'text-is-broken':
        return { kind: 'bad', words: typedFaultSentence(issue, typed, texts) }
    }
  }
  const change = (over: Partial<FluidForm>): void => onForm({ ...form, ...over })
  // Two groups of one choice, so that a digit is enough for each way.
  const ways = (isOfIn: boolean, isFirst: boolean) => (
    <div className={css['way']}>
      <b aria-hidden="true">{isOfIn ? say.in : say.out}</b>
      <Choice
        label={isOfIn ? say.in : say.out} isLabelHidden look="joined" autoFocus={isFirst} value={form.way !== null && isIn(form.way) === isOfIn ? form.way : null} onChange={(way) => change({ way })}
        options={FluidWay.options.filter((way) => isIn(way) === isOfIn).map((value) => ({ value, label: fluidWayWords[value][language] }))}
      />
    </div>
  )
  return (
    <>
      <div className={css['ways']}>
        {ways(true, autoFocus)}
        {ways(false, false)}
      </div>
      {says('way') !== null && <Said says={{ kind: 'bad', words: all.fault['way-missing'] }} />}
      <div className={css['fields']}>
        <Field label={say.name} hint={say.nameHint} value={form.name} onChange={(name) => change({ name })} most={mostName} says={says('name')} />
        <Field label={say.amount} hint={say.amountHint} value={form.amount} onChange={(amount) => change({ amount })} most={mostName} kind="digits" says={says('amount')} />
        <Field label={say.times} hint={say.timesHint} value={form.times} onChange={(times) => change({ times })} most={mostName} kind="digits" says={says('times')} />
        <Field label={say.note} value={form.note} onChange={(note) => change({ note })} most={mostLine} says={says('note')} />
      </div>
    </>
  )
}
