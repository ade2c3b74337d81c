import { Check, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { checkText } from '#domain/text.ts'
import { classNames } from './class-names.ts'
import { useLanguage, useWords } from './language.tsx'
import { Icon } from './icon.tsx'
import { PhraseWay } from './phrases.tsx'
import { textFaultSentence, textFaultWords } from './text-fault-words.ts'
import css from './field.module.css'

/**
 * What a field says about what was typed. `ask`: unlikely, can be saved as it is. `bad`: cannot be meant.
 * `good`: proved (a check digit agrees). Nothing typed is ever cleared or clipped by the machine.
 */
export type FieldSays = { readonly kind: 'ask' | 'bad' | 'good'; readonly words: string }

type FieldProps = {
  readonly label: string
  /** Beside the label, in lighter type: 「分かる範囲で」「℃」. */
  readonly hint?: string | null
  /** Under the box: 「前回 38.2」. */
  readonly help?: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly says?: FieldSays | null
  /** Refused with a sentence beyond this many UTF-16 units (domain/text.ts); never clipped. */
  readonly most?: number
  readonly autoFocus?: boolean
  readonly isOff?: boolean
  readonly lines?: number
  readonly kind?: 'text' | 'digits' | 'code' | 'secret'
  /** A secret's dots, a code's symbols and a count of digits look best in their own width, in characters. */
  readonly width?: number | null
  readonly onBlur?: () => void
  /** The hospital's phrases can be put in: every text area of a record, and a line that holds sentences. */
  readonly hasPhrases?: boolean
}

/** Label above, box, what is said about it below. Enter goes on to the next field (useSubmitKeys on the form). */
export function Field({
  label, hint = null, help = null, value, onChange, says = null, most = 300, autoFocus = false, isOff = false, lines = 1, kind = 'text', width = null, onBlur, hasPhrases = lines > 1 && kind === 'text',
}: FieldProps) {
  const language = useLanguage()
  const textFaults = useWords(textFaultWords)
  const over = value.length - most
  const checked = checkText(value, most)
  const said: FieldSays | null =
    over > 0 ? { kind: 'bad', words: tooLong[language](most, over) }
    : !checked.ok ? { kind: 'bad', words: textFaultSentence(checked.error, textFaults) }
    : says
  const look = classNames(css['input'], kind === 'code' && css['code'], kind === 'digits' && css['digits'], lines > 1 && css['lines'])
  const labelled = (
    <Label className={classNames(css['label'])}>
      {label}
      {hint !== null && <small>{hint}</small>}
    </Label>
  )
  return (
    <TextField
      className={classNames(css['field'], said !== null && css[said.kind])}
      value={value}
      onChange={onChange}
      isInvalid={said?.kind === 'bad'}
      isDisabled={isOff}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck="false"
      {...(kind === 'secret' ? { type: 'password' as const } : {})}
      {...(kind === 'digits' ? { inputMode: 'numeric' as const } : {})}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      {hasPhrases && !isOff ? <PhraseWay label={label}>{labelled}</PhraseWay> : labelled}
      {lines > 1 ? <TextArea className={look} rows={lines} /> : <Input className={look} {...(width === null ? {} : { size: width, style: { width: 'auto' } })} />}
      <Text slot="description" className={classNames(css['below'])}>
        {help !== null && <span className={css['help']}>{help}</span>}
        {said !== null && <Said says={said} />}
      </Text>
    </TextField>
  )
}

const marks = { ask: TriangleAlert, bad: OctagonAlert, good: Check } as const

/** The sentence under a field or a group of fields, with the mark that goes with it. */
export function Said({ says }: { readonly says: FieldSays }) {
  return (
    <span className={classNames(css['says'], css[`says-${says.kind}`])}>
      <Icon of={marks[says.kind]} />
      {says.words}
    </span>
  )
}

const tooLong = {
  ja: (most: number, over: number) => `${most}文字まで保存できます。あと${over}文字減らしてください`,
  en: (most: number, over: number) => `Up to ${most} characters can be saved. Please shorten it by ${over}`,
}
