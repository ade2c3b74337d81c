import type { Declarer } from '#domain/plan/hospital-plan.ts'
import { mostLine } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { DecideDraft } from './draft.ts'
import { words } from './words.ts'
import css from './stand-down.module.css'

/** The hospital's own list, ticked box by box, and who decided. A box left open asks for a reason and stops nobody. */
export function DecideStep({ steps, declarers, draft, onDraft }: {
  readonly steps: readonly string[]
  readonly declarers: readonly Declarer[]
  readonly draft: DecideDraft
  readonly onDraft: (draft: DecideDraft) => void
}) {
  const say = useWords(words).decide
  return (
    <div className={css['stack']}>
      <div className={css['checks']}>
        {steps.map((step, index) => (
          <Check key={step} autoFocus={index === 0} isOn={draft.done[index] === true} onChange={(isDone) => onDraft({ ...draft, done: draft.done.map((done, at) => (at === index ? isDone : done)) })}>
            <Written>{step}</Written>
          </Check>
        ))}
      </div>
      <div className={css['fields']}>
        <Field label={say.decidedBy} hint={say.decidedByHint} most={mostLine} value={draft.decidedBy} onChange={(decidedBy) => onDraft({ ...draft, decidedBy })} />
        {draft.done.includes(false) && <Field label={say.reason} most={mostLine} value={draft.reason} onChange={(reason) => onDraft({ ...draft, reason })} />}
      </div>
      {declarers.length > 0 && (
        <div className={css['acts']}>
          {declarers.map(({ name, duty }) => (
            <Button key={`${duty} ${name}`} size="small" onPress={() => onDraft({ ...draft, decidedBy: `${duty} ${name}`.trim() })}><Written>{`${duty} ${name}`.trim()}</Written></Button>
          ))}
        </div>
      )}
    </div>
  )
}
