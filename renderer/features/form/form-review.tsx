import type { FormExtended } from '#domain/form/hospital-field.ts'
import { sayForm } from '#domain/form/say-form.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { Person } from '#domain/log/person.ts'
import { tokyoParts } from '#domain/time.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { dayOfWeek } from '#renderer/ui/moment.ts'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './form.module.css'

/** What will be recorded, as it will stand in the chart; unusual values are marked. */
export function FormReview({ draft, asks, versions, reason, onBehalfOf }: {
  readonly draft: Draft<'form'>
  /** Fields with an unusual value. */
  readonly asks: readonly string[]
  readonly versions: readonly FormExtended[]
  /** Of a correction; null: it takes no record's place. */
  readonly reason: string | null
  readonly onBehalfOf: Person | null
}) {
  const say = useWords(words)
  const language = useLanguage()
  const { date, hhmm } = draft.at === null ? { date: null, hhmm: '' } : tokyoParts(draft.at)
  return (
    <dl className={css['said']}>
      <div><dt>{say.at}</dt><dd><b>{date === null ? say.atNow : `${dayOfWeek(date, language)} ${hhmm}`}</b></dd></div>
      {onBehalfOf !== null && <div><dt>{say.behalf}</dt><dd><Written>{onBehalfOf.name}</Written></dd></div>}
      {sayForm(draft.body, versions).lines.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label[language]}</dt>
          <dd><Written>{text[language]}</Written>{asks.includes(name) && <span className={css['mark']}>{say.unlikelyMark}</span>}</dd>
        </div>
      ))}
      {reason !== null && <div><dt>{say.reason}</dt><dd><Written>{reason}</Written></dd></div>}
    </dl>
  )
}
