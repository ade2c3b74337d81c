import { Eye, Network, Pencil, Phone, Plug, Printer, type LucideIcon } from 'lucide-react'
import { isStagePossible, LadderAnswer, stages, suggestStage, type LadderQuestion } from '#domain/incident/ladder.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { stageOf } from './draft.ts'
import type { StepProps } from './open.tsx'
import { words } from './words.ts'
import css from './ladder.module.css'

const questions: readonly (readonly [LadderQuestion, LucideIcon])[] = [['reading', Eye], ['entry', Pencil], ['network', Network], ['phone', Phone], ['power', Plug], ['printer', Printer]]

/** What still works: six questions, each of which may stay unanswered. */
export function LadderStep({ draft, onDraft }: StepProps) {
  const say = useWords(words).ladder
  return (
    <ul className={css['asks']}>
      {questions.map(([question, icon], index) => (
        <li key={question} className={css['ask']}>
          <Icon of={icon} size="large" />
          <span className={css['what']}><b>{say.questions[question].name}</b><small>{say.questions[question].note}</small></span>
          <Choice
            label={say.questions[question].name} isLabelHidden look="joined" autoFocus={index === 0} value={draft.ladder[question]}
            onChange={(answer) => onDraft({ ...draft, ladder: { ...draft.ladder, [question]: answer } })}
            options={LadderAnswer.options.map((answer) => ({ value: answer, label: say.answers[answer] }))}
          />
        </li>
      ))}
    </ul>
  )
}

/** The suggestion beside the questions; a person decides, also otherwise. */
export function StageChoice({ draft, onDraft }: StepProps) {
  const say = useWords(words).ladder
  const suggested = suggestStage(draft.ladder)
  return (
    <section className={css['stages']}>
      <h3 className={css['title']}>{say.stage}</h3>
      <p className={css['lead']}>{say.stageLead}</p>
      <Choice
        label={say.stage} isLabelHidden look="list" value={String(stageOf(draft))}
        onChange={(chosen) => onDraft({ ...draft, stage: stages.find((stage) => String(stage) === chosen) ?? null })}
        options={stages.map((stage) => {
          const isPossible = isStagePossible(stage, draft.ladder)
          return {
            value: String(stage),
            label: (
              <span className={css['rung']}>
                <span className={css['number']} aria-hidden="true">{stage}</span>
                <span className={classNames(css['name'], !isPossible && css['not'])}>{say.stages[stage].name}</span>
                {stage === suggested ? <Badge look="strong">{say.suggested}</Badge> : !isPossible && <span className={css['cannot']}>{say.notPossible}</span>}
              </span>
            ),
            note: say.stages[stage].note,
          }
        })}
      />
      <p className={css['doubt']}>{say.doubt}</p>
    </section>
  )
}
