import { Said, type FieldSays } from './field.tsx'
import { useWords } from './language.tsx'
import css from './pick.module.css'
import { Select } from './select.tsx'

/** One of a long closed list; nothing is chosen beforehand. */
export function Pick<Value extends string>({ label, value, options, onChange, says }: {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value | null) => void
  readonly says: FieldSays | null
}) {
  const say = useWords(pickWords)
  return (
    <div className={css['pick']}>
      <Select label={label} value={value ?? ''} options={[{ value: '', label: say.choose }, ...options.map(([code, words]) => ({ value: code, label: words }))]} onChange={(chosen) => onChange(options.find(([code]) => code === chosen)?.[0] ?? null)} />
      {says !== null && <Said says={says} />}
    </div>
  )
}

const pickWords = { choose: { ja: '選ぶ', en: 'choose' } } as const
