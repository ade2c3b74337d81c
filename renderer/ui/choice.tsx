import { useId, type ReactNode } from 'react'
import { CheckboxButton, CheckboxField, Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Said, type FieldSays } from './field.tsx'
import { choiceDigits, isComposing } from './keys.ts'
import css from './choice.module.css'

export type Option<Value extends string> = {
  readonly value: Value
  readonly label: ReactNode
  /** A second line, for the few choices that decide a lot. */
  readonly note?: string
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly hint?: string | null
  readonly options: readonly Option<Value>[]
  /** Null until a person chose: no clinical answer is preselected. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly look?: 'keys' | 'joined' | 'bare' | 'list' | 'big'
  readonly says?: FieldSays | null
  readonly autoFocus?: boolean
  readonly isOff?: boolean
}

/** Radio buttons drawn as a row of keys; 1–9 choose while the group has the focus, and only then show their caps. */
export function Choice<Value extends string>({
  label, isLabelHidden = false, hint = null, options, value, onChange, look = 'keys', says = null, autoFocus = false, isOff = false,
}: ChoiceProps<Value>) {
  const digits = choiceDigits(options.map((option) => option.value))
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <div
      className={css['around']}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || isComposing({ ...event, isComposing: event.nativeEvent.isComposing })) return
        const option = event.key.length === 1 ? options[digits.indexOf(event.key.toUpperCase())] : undefined
        if (option === undefined || isOff) return
        event.preventDefault()
        onChange(option.value)
        event.currentTarget.querySelector<HTMLInputElement>(`input[value="${CSS.escape(option.value)}"]`)?.focus()
      }}
    >
      <RadioGroup className={classNames(css['group'])} value={value} onChange={choose} isDisabled={isOff} isInvalid={says?.kind === 'bad'}>
        <Label className={classNames(css['label'], isLabelHidden && css['unseen'])}>
          {label}
          {hint !== null && <small>{hint}</small>}
        </Label>
        <div className={classNames(css['row'], css[look])}>
          {options.map((option, index) => (
            <RadioField key={option.value} value={option.value} className={classNames(css['one'])} autoFocus={autoFocus && (value === null ? index === 0 : value === option.value)}>
              <RadioButton className={classNames(css['key'])}>
                <span className={css['words']}>
                  {option.label}
                  {option.note !== undefined && <small>{option.note}</small>}
                </span>
                {digits[index] !== '' && <kbd className={css['digit']} aria-hidden="true">{digits[index]}</kbd>}
              </RadioButton>
            </RadioField>
          ))}
        </div>
        {says !== null && (
          <Text slot="description">
            <Said says={says} />
          </Text>
        )}
      </RadioGroup>
    </div>
  )
}

/** As many as apply: a row of keys that stay down. 1–9 press them while the group has the focus; Enter leaves it whole. */
export function Several<Value extends string>({ label, hint = null, options, values, onChange, look = 'keys', says = null }: {
  readonly label: string
  readonly hint?: string | null
  readonly options: readonly Option<Value>[]
  readonly values: readonly Value[]
  readonly onChange: (values: readonly Value[]) => void
  /** `ticks`: large and in columns, for what is ticked off beside a bed. */
  readonly look?: 'keys' | 'ticks'
  readonly says?: FieldSays | null
}) {
  const id = useId()
  const toggle = (value: Value): void => onChange(options.map((option) => option.value).filter((one) => (one === value) !== values.includes(one)))
  return (
    <div
      className={css['around']}
      role="group"
      aria-labelledby={id}
      data-one-field={id}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || isComposing({ ...event, isComposing: event.nativeEvent.isComposing })) return
        const option = /^\d$/.test(event.key) ? options[Number(event.key) - 1] : undefined
        if (option === undefined) return
        event.preventDefault()
        toggle(option.value)
      }}
    >
      <div className={css['group']}>
        <span id={id} className={css['label']}>
          {label}
          {hint !== null && <small>{hint}</small>}
        </span>
        <div className={classNames(css['row'], css[look])}>
          {options.map((option, index) => (
            <CheckboxField key={option.value} className={classNames(css['one'])} isSelected={values.includes(option.value)} onChange={() => toggle(option.value)}>
              <CheckboxButton className={classNames(css['key'], css['box'])}>
                <span className={css['words']}>{option.label}</span>
                <kbd className={css['digit']} aria-hidden="true">{index + 1}</kbd>
              </CheckboxButton>
            </CheckboxField>
          ))}
        </div>
        {says !== null && <Said says={says} />}
      </div>
    </div>
  )
}

/** One thing that is so or not: 「復唱した」. */
export function Check({ children, isOn, onChange, isOff = false, autoFocus = false }: {
  readonly children: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isOff?: boolean
  readonly autoFocus?: boolean
}) {
  return (
    <CheckboxField className={classNames(css['one'])} isSelected={isOn} onChange={onChange} isDisabled={isOff} autoFocus={autoFocus}>
      <CheckboxButton className={classNames(css['key'], css['box'])}>
        <span className={css['words']}>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
