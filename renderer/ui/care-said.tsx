import type { CareKind } from '#domain/export/care-cells.ts'
import { sayCare } from '#domain/export/say-care.ts'
import type { Entry } from '#domain/log/entry.ts'
import { useLanguage } from './language.tsx'
import { Written } from './written.tsx'
import css from './care-said.module.css'

/** A record of care field by field, large, as it will stand in the chart and in the export: what is read before it is confirmed. */
export function CareSaid({ of }: { readonly of: Pick<Entry<CareKind>, 'kind' | 'body'> }) {
  const language = useLanguage()
  return (
    <dl className={css['said']}>
      {sayCare(of, nowhere).map(({ name, label, text }) => (
        <div key={name} className={css['line']}>
          <dt>{label[language]}</dt>
          <dd><Written>{text[language]}</Written></dd>
        </div>
      ))}
    </dl>
  )
}

/** It has no place in the journal yet. */
const nowhere = (): null => null
