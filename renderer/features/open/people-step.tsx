import type { Profession } from '#domain/log/person.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { readStaffNumber } from './draft.ts'
import type { StepProps } from './open.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

const professions = Object.keys(professionWords) as readonly Profession[] // professionWords has exactly the professions

export function PeopleStep({ draft, onDraft }: StepProps) {
  const say = useWords(words).people
  const sayProfession = useWords(professionWords)
  const isNumberStrange = draft.staffNumber.trim() !== '' && readStaffNumber(draft.staffNumber) === null
  return (
    <div className={css['stack']}>
      <div className={css['fields']}>
        <Field label={say.name} autoFocus most={mostName} value={draft.name} onChange={(name) => onDraft({ ...draft, name })} />
        <Field
          label={say.staffNumber} hint={say.staffNumberHint} value={draft.staffNumber} onChange={(staffNumber) => onDraft({ ...draft, staffNumber })}
          says={isNumberStrange ? { kind: 'bad', words: say.staffNumberBad } : null}
        />
      </div>
      <Choice
        label={say.profession} value={draft.profession} onChange={(profession) => onDraft({ ...draft, profession })}
        options={professions.map((profession) => ({ value: profession, label: sayProfession[profession] }))}
      />
      {draft.purpose === 'open' && (
        <div className={css['decider']}>
          <Field label={say.decidedBy} hint={say.decidedByHint} most={mostLine} value={draft.decidedBy} onChange={(decidedBy) => onDraft({ ...draft, decidedBy })} />
          <Button onPress={() => onDraft({ ...draft, decidedBy: draft.name.trim() === '' ? say.self : draft.name })}>{say.decidedBySelf}</Button>
        </div>
      )}
    </div>
  )
}
