import { useState } from 'react'
import { blankVoidWords } from '#domain/export/words.ts'
import { BlankVoidReason, type Blanks } from '#domain/number/blank.ts'
import { voidBlanks, type VoidForm, type VoidIssue, type Voiding } from '#domain/number/void-blanks.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { blankWords } from '#renderer/ui/blank-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { voidWords } from './void-words.ts'
import css from './paper.module.css'

export type ShownVoid = { readonly first: string; readonly last: string; readonly reason: BlankVoidReason; readonly words: string }

/** Bands that went astray or cannot be read: declared void, so that one found later begins no second patient. */
export function VoidNumbers({ form, onForm, blanks, voids, isSaving, onVoid }: {
  readonly form: VoidForm
  readonly onForm: (form: VoidForm) => void
  readonly blanks: Blanks
  /** Newest first. */
  readonly voids: readonly ShownVoid[]
  readonly isSaving: boolean
  readonly onVoid: (voiding: Voiding) => void
}) {
  const say = useWords(voidWords)
  const sayBlank = useWords(blankWords).fault
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const decided = voidBlanks(form, blanks)
  const says = (field: VoidIssue['field']): FieldSays | null => {
    const issue = !isTried || decided.ok ? undefined : decided.error.find((one) => one.field === field)
    return issue === undefined ? null : { kind: 'bad', words: sentenceOf(issue) }
  }
  const sentenceOf = (issue: VoidIssue): string => {
    switch (issue.code) {
      case 'text-too-long':
      case 'text-has-control-characters':
      case 'text-is-broken':
        return textFaultSentence(issue, texts)
      case 'last-before-first':
      case 'too-many':
      case 'none-left':
      case 'reason-missing':
      case 'words-empty':
      case 'not-a-blank':
      case 'number-of-other-station':
      case 'number-of-other-realm':
        return say.fault[issue.code]
      case 'not-a-ward-number':
      case 'check-digit':
      case 'blank-used':
      case 'blank-void':
        return sayBlank[issue.code]
    }
  }
  const declare = (): void => {
    setTried(true)
    if (!decided.ok || isSaving) return
    setTried(false)
    onVoid(decided.value)
  }
  const box = (field: 'first' | 'last', hint: string) => <Field label={say[field]} hint={hint} kind="code" value={form[field]} onChange={(typed) => onForm({ ...form, [field]: typed })} most={mostName} says={says(field)} />
  return (
    <Section title={say.title} note={say.note}>
      <div className={css['void']}>
        {box('first', say.firstHint)}
        {box('last', say.lastHint)}
        <Choice label={say.reason} options={BlankVoidReason.options.map((value) => ({ value, label: blankVoidWords[value][language] }))} value={form.reason} onChange={(reason) => onForm({ ...form, reason })} says={says('reason')} />
        <Field label={say.words} hint={say.wordsHint} value={form.words} onChange={(text) => onForm({ ...form, words: text })} most={mostLine} says={says('words')} />
      </div>
      <p><Button look="danger" onPress={declare} offBecause={isSaving ? say.saving : null}>{decided.ok ? say.declareMany(decided.value.many) : say.declare}</Button></p>
      {voids.length > 0 && (
        <ul className={css['voids']} aria-label={say.list}>
          {voids.map(({ first, last, reason, words }) => (
            <li key={`${first} ${last} ${reason} ${words}`}><b>{say.void}</b> <Written>{first === last ? first : `${first}〜${last}`}</Written>　{blankVoidWords[reason][language]}{words.trim() !== '' && <>　<Written>{words}</Written></>}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
