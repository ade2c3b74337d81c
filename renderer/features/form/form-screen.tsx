import { useRef, useState, type ReactNode } from 'react'
import { fieldsOf } from '#domain/form/definition.ts'
import { formEntry, readField, type FormDesk } from '#domain/form/read-form.ts'
import type { FormShape } from '#domain/form/shape.ts'
import type { FormValue } from '#domain/form/value.ts'
import type { Draft } from '#domain/log/entry.ts'
import { checkText, mostLine } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { WhenBox } from '#renderer/ui/when-box.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import type { FormDraft } from './draft.ts'
import { FormFieldBox, widthOf } from './form-field.tsx'
import { words } from './words.ts'
import css from './form.module.css'

/** Any form, from its definition: what is written goes on to the review, and from there into the record. */
export function FormScreen({ shape, draft, onDraft, desk, now, last, isCorrection, saved, onReview, onBack, how = null }: {
  readonly shape: FormShape
  readonly draft: FormDraft
  readonly onDraft: (draft: FormDraft) => void
  readonly desk: Omit<FormDesk, 'now' | 'at'>
  readonly now: Instant
  /** What was last written in each field of this form. */
  readonly last: ReadonlyMap<string, { readonly value: FormValue; readonly at: Instant }>
  /** It takes the place of a record; then a reason is asked. */
  readonly isCorrection: boolean
  readonly saved: Saved
  readonly onReview: (reviewed: { readonly draft: Draft<'form'>; readonly asks: readonly string[] }) => void
  readonly onBack: () => void
  /** For whom it is written, and what others left half-written here. */
  readonly how?: ReactNode
}) {
  const say = useWords(words)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const place = useRef<HTMLDivElement>(null)
  const when = readWhen(draft.when, now)
  const decided = formEntry(shape, draft.typed, { ...desk, now, at: when.ok ? when.value.at : null })
  const isReasonMissing = isCorrection && (draft.reason.trim() === '' || !checkText(draft.reason, mostLine).ok)
  const faults = decided.ok ? [] : decided.error.filter(({ fault }) => fault.code !== 'nothing-written')
  const first = fieldsOf(shape)[0]?.name

  const review = (): void => {
    setTried(true)
    if (decided.ok && when.ok && !isReasonMissing) return onReview(decided.value)
    const goal = !decided.ok ? `[data-form="${decided.error[0]?.field ?? ''}"]` : when.ok ? '[data-form-reason]' : '[data-form-when]'
    place.current?.querySelector<HTMLElement>(`${goal} input, ${goal} textarea`)?.focus()
  }
  const change = (name: string, typed: string): void => {
    setLeft((names) => new Set([...names].filter((one) => one !== name)))
    onDraft({ ...draft, typed: { ...draft.typed, [name]: typed } })
  }
  const note = !isTried ? null
    : faults.length > 0 ? say.lookAgain(faults.length)
    : !decided.ok ? say.nothing
    : isReasonMissing ? say.reasonMissing
    : null
  return (
    <Screen
      label={shape.label[language]}
      keys={{ onSave: review, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{note !== null ? <b role="alert">{note}</b> : decided.ok && decided.value.asks.length > 0 ? say.asks(decided.value.asks.length) : say.note}</FootNote>
          <FootEnd>
            <SavedState saved={saved} />
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={review}>{say.review}</Button>
          </FootEnd>
        </>
      }
    >
      <div ref={place} className={css['page']}>
        <Section
          title={shape.label[language]} note={shape.lead[language]}
          end={<div data-form-when=""><WhenBox label={say.when} when={draft.when} onWhen={(next) => onDraft({ ...draft, when: next })} now={now} /></div>}
        >
          {how}
        </Section>
        {isCorrection && (
          <Section title={say.correction} note={say.correctionNote} level={3}>
            <div data-form-reason="">
              <Field label={say.reason} value={draft.reason} onChange={(reason) => onDraft({ ...draft, reason })} most={mostLine} says={isTried && isReasonMissing ? { kind: 'bad', words: say.reasonMissing } : null} />
            </div>
          </Section>
        )}
        {shape.sections.map((section) => (
          <Section key={section.title.en} title={section.title[language]} level={3}>
            <div className={css['fields']}>
              {section.fields.map((field) => (
                <div key={field.name} className={classNames(css['field'], css[widthOf(field)])} data-form={field.name}>
                  <FormFieldBox
                    field={field} typed={draft.typed[field.name] ?? ''} onTyped={(typed) => change(field.name, typed)} reading={readField(field, draft.typed[field.name] ?? '', now)}
                    isJudged={isTried || left.has(field.name)} onLeave={() => setLeft((names) => new Set([...names, field.name]))} last={last.get(field.name) ?? null} now={now} autoFocus={field.name === first}
                  />
                </div>
              ))}
            </div>
          </Section>
        ))}
      </div>
    </Screen>
  )
}
