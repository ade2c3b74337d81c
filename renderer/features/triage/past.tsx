import type { Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { triageMethodWords } from '#renderer/ui/triage-method-words.ts'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './triage.module.css'

/** Every triage of this patient, newest first; a struck one stays readable under its line. */
export function Past({ rows, now }: { readonly rows: readonly ChartRow[]; readonly now: Instant }) {
  const say = useWords(words).past
  const methods = useWords(triageMethodWords)
  const triages = rows.flatMap((row) => (row.entry.kind === 'triage-decided' ? [{ ...row, entry: row.entry }] : [])).toReversed()
  return (
    <Section title={say.title}>
      {triages.length === 0 ? <p className={css['quiet']}>{say.none}</p> : (
        <ul className={css['past']}>
          {triages.map(({ entry, struck }) => {
            const what = (
              <>
                <b>{nearMoment(entry.at, now)}</b> <TriageMark category={entry.body.decided} size="small" words="colour" /> {methods[entry.body.method]}
                {entry.body.suggested !== null && entry.body.suggested !== entry.body.decided && <> {say.suggested} {entry.body.suggested}</>}
                {entry.body.tagNumber !== '' && <> <Written>{say.tag(entry.body.tagNumber)}</Written></>} <Written>{entry.by.name}</Written>
              </>
            )
            return <li key={entry.id}>{struck === null ? what : <><s>{what}</s> <small><Written>{say.struck(struck.reason)}</Written></small></>}</li>
          })}
        </ul>
      )}
    </Section>
  )
}
