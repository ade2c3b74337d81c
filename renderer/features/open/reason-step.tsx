import { mostNote } from '#domain/text.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { reasonWords, type ReasonCode } from '#renderer/ui/reason-words.ts'
import type { StepProps } from './open.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

const reasons = Object.keys(reasonWords) as readonly ReasonCode[] // reasonWords has exactly the reason codes

export function ReasonStep({ draft, onDraft }: StepProps) {
  const say = useWords(words).reason
  const sayReason = useWords(reasonWords)
  return (
    <div className={css['stack']}>
      <Choice
        label={say.question} isLabelHidden autoFocus value={draft.reason} onChange={(reason) => onDraft({ ...draft, reason })}
        options={reasons.map((reason) => ({ value: reason, label: sayReason[reason] }))}
      />
      <Field label={say.story} hint={say.storyHint} help={say.storyHelp} lines={4} most={mostNote} value={draft.story} onChange={(story) => onDraft({ ...draft, story })} />
    </div>
  )
}
