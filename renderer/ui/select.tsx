import { useId } from 'react'
import css from './select.module.css'

/** One of many, where a row of keys would not fit (Choice takes up to seven). The machine's own list: arrows, letters and Enter work as everywhere. */
export function Select({ label, options, value, onChange }: {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>{label}</label>
      <select id={id} className={css['select']} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  )
}
