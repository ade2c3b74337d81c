import type { ReactNode } from 'react'
import type { FormField } from '#domain/form/definition.ts'
import { mostFormText, type FieldReading } from '#domain/form/read-form.ts'
import { sayValue } from '#domain/form/say-form.ts'
import type { FormValue } from '#domain/form/value.ts'
import { mostLine } from '#domain/text.ts'
import { CalendarDate, Instant, tokyoParts } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice, Several } from '#renderer/ui/choice.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords, type Language, type Spoken } from '#renderer/ui/language.tsx'
import { dayOfWeek, longDate, nearMoment } from '#renderer/ui/moment.ts'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { words } from './words.ts'
import css from './form.module.css'

/** One field of a form. `isJudged`: the hand has left it, or the form was tried; while a value is typed it is not judged. */
export function FormFieldBox({ field, typed, onTyped, reading, isJudged, onLeave, last, now, autoFocus }: {
  readonly field: FormField
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly reading: FieldReading
  readonly isJudged: boolean
  readonly onLeave: () => void
  /** What was written here before. */
  readonly last: { readonly value: FormValue; readonly at: Instant } | null
  readonly now: Instant
  readonly autoFocus: boolean
}) {
  const say = useWords(words)
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const label = field.label[language]
  const says = isJudged ? saysOf(field, reading, say, texts, language) : null
  const help = last === null ? null : say.last(sayValue(field, last.value)[language], nearMoment(last.at, now))
  const box = (more: { readonly hint?: string | null; readonly lines?: number; readonly kind?: 'digits'; readonly most?: number; readonly help?: ReactNode }): ReactNode => (
    <Field label={label} hint={field.hint?.[language] ?? null} help={help} value={typed} onChange={onTyped} says={says} most={mostLine} autoFocus={autoFocus} onBlur={onLeave} {...more} />
  )
  switch (field.type) {
    case 'line':
      return box({})
    case 'text':
      return box({ lines: 3, most: mostFormText })
    case 'number':
      return box({ hint: field.unit[language], kind: 'digits' })
    case 'moment':
      return box({ hint: say.momentHint, help: readAs(reading, say, language) ?? help })
    case 'date':
      return box({ hint: say.dateHint, help: readAs(reading, say, language) ?? help })
    case 'choice':
      return (
        <Keys help={help} onClear={typed === '' ? null : () => onTyped('')}>
          <Choice label={label} hint={field.hint?.[language] ?? null} options={field.options.map((option) => ({ value: option.code, label: option.label[language] }))} value={typed === '' ? null : typed} onChange={onTyped} says={says} autoFocus={autoFocus} />
        </Keys>
      )
    case 'yes-no':
      return (
        <Keys help={help} onClear={typed === '' ? null : () => onTyped('')}>
          <Choice label={label} hint={field.hint?.[language] ?? null} options={[{ value: 'yes', label: say.yes }, { value: 'no', label: say.no }]} value={typed === 'yes' || typed === 'no' ? typed : null} onChange={onTyped} says={says} autoFocus={autoFocus} />
        </Keys>
      )
    case 'choices':
      return (
        <Keys help={help} onClear={null}>
          <Several label={label} hint={field.hint?.[language] ?? null} options={field.options.map((option) => ({ value: option.code, label: option.label[language] }))} values={typed === '' ? [] : typed.split(' ')} onChange={(codes) => onTyped(codes.join(' '))} />
        </Keys>
      )
  }
}

/** How many of the four columns a field takes. */
export function widthOf(field: FormField): 'one' | 'two' | 'all' {
  switch (field.type) {
    case 'number':
    case 'date':
    case 'moment':
    case 'yes-no':
      return 'one'
    case 'line':
    case 'text':
      return 'two'
    case 'choice':
      return field.options.length <= 4 ? 'two' : 'all'
    case 'choices':
      return 'all'
  }
}

/** A group of keys, what stood there before, and the way to have chosen nothing again. */
function Keys({ help, onClear, children }: { readonly help: string | null; readonly onClear: (() => void) | null; readonly children: ReactNode }) {
  const say = useWords(words)
  return (
    <div className={classNames(css['chosen'])}>
      {children}
      {onClear !== null && <Button look="quiet" size="small" onPress={onClear}>{say.clear}</Button>}
      {help !== null && <span className={css['last']}>{help}</span>}
    </div>
  )
}

/** What a day or a time is understood as stands beside it before it is recorded. */
function readAs(reading: FieldReading, say: Spoken<typeof words>, language: Language): string | null {
  if (reading.verdict !== 'fine' || typeof reading.value !== 'string') return null
  const day = CalendarDate.safeParse(reading.value)
  if (day.success) return say.means(longDate(day.data, language))
  const at = Instant.safeParse(reading.value)
  if (!at.success) return null
  const { date, hhmm } = tokyoParts(at.data)
  return say.means(`${dayOfWeek(date, language)} ${hhmm}`)
}

function saysOf(field: FormField, reading: FieldReading, say: Spoken<typeof words>, texts: Spoken<typeof textFaultWords>, language: Language): FieldSays | null {
  if (reading.verdict === 'fine') return null
  if (reading.verdict === 'ask') return { kind: 'ask', words: say.unlikely }
  const { fault } = reading
  switch (fault.code) {
    case 'text-too-long':
    case 'text-has-control-characters':
    case 'text-is-broken':
      return { kind: 'bad', words: textFaultSentence(fault, texts) }
    case 'out-of-range':
      return { kind: 'bad', words: field.type === 'number' ? say.range(sayValue(field, field.possible[0])[language], sayValue(field, field.possible[1])[language]) : say.fault[fault.code] }
    case 'too-fine':
      return { kind: 'bad', words: field.type === 'number' ? say.decimals(field.decimals) : say.fault[fault.code] }
    case 'text-has-line-breaks':
    case 'not-a-number':
    case 'not-a-choice':
    case 'time-not-understood':
    case 'not-yet':
    case 'day-not-yet':
    case 'date-not-understood':
      return { kind: 'bad', words: say.fault[fault.code] }
  }
}
