import { IncidentEffect } from '#domain/incident/reason.ts'
import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { mostNote } from '#domain/text.ts'
import { Choice, Several } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { reasonWords, type ReasonCode } from '#renderer/ui/reason-words.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
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
      <Several
        label={say.effects} hint={say.effectsHint} values={draft.effects} onChange={(effects) => onDraft({ ...draft, effects })}
        options={IncidentEffect.options.map((effect) => ({ value: effect, label: say.effect[effect] }))}
      />
      <Field label={say.story} hint={say.storyHint} help={say.storyHelp} lines={2} most={mostNote} value={draft.story} onChange={(story) => onDraft({ ...draft, story })} />
    </div>
  )
}

/** What the hospital wrote beforehand: when this is an emergency (guideline C-1). */
export function Criteria({ reason, criteria }: { readonly reason: ReasonCode | null; readonly criteria: HospitalPlan['criteria'] }) {
  const say = useWords(words).reason
  const sayReason = useWords(reasonWords)
  const text = reason === null ? '' : (criteria[reason] ?? '')
  return (
    <Section title={say.criteria} note={reason === null ? null : sayReason[reason]} level={3}>
      <p className={css['criteria']}>{reason === null ? say.criteriaFirst : text.trim() === '' ? say.noCriteria : <Written>{text}</Written>}</p>
    </Section>
  )
}
