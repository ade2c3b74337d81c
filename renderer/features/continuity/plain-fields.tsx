import type { Person } from '#domain/log/person.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ContinuityDraft, SecondKnown } from './draft.ts'
import { words } from './words.ts'
import css from './continuity.module.css'

/** Strict: there is no "alone" here. Why, and who else, by that person's own PIN. */
export function PlainFields({ draft, onDraft, second, by, isOff }: {
  readonly draft: ContinuityDraft
  readonly onDraft: (draft: ContinuityDraft) => void
  readonly second: SecondKnown | null
  readonly by: Person
  readonly isOff: boolean
}) {
  const say = useWords(words)
  const fault = second === null ? null : second.person.staffNumber === by.staffNumber ? 'second-is-author' : second.left === null ? 'second-without-pin' : second.left === 0 ? 'second-stopped' : null
  const says: FieldSays | null = fault === null ? null : { kind: 'bad', words: say.missing[fault] }
  return (
    <Section title={say.way.plain}>
      <div className={css['plain']}>
        <Banner look="danger">{say.way.danger}</Banner>
        <Field label={say.way.reason} hint={say.way.reasonHint} most={mostLine} isOff={isOff} value={draft.reason} onChange={(reason) => onDraft({ ...draft, reason })} />
        <div className={css['two']}>
          <Field label={say.way.second} most={mostName} isOff={isOff} value={draft.second} onChange={(typed) => onDraft({ ...draft, second: typed, pin: '' })} says={says} help={second === null ? null : <b>{say.way.found(second.person.name)}</b>} />
          <Field label={say.way.pin} hint={say.way.pinHint} kind="secret" most={40} isOff={isOff} value={draft.pin} onChange={(pin) => onDraft({ ...draft, pin })} />
        </div>
      </div>
    </Section>
  )
}
