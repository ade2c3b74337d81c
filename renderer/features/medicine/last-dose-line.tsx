import { lastDoseSourceWords } from '#domain/medicine/medicine.ts'
import { millisecondsOf, type Instant } from '#domain/time.ts'
import type { Fact } from '#domain/view/facts.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { elapsed, shortMoment } from '#renderer/ui/moment.ts'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './medicine.module.css'

/** What was taken last, from whom that is known and how long ago it was asked; 未確認 while nobody asked. */
export function LastDoseLine({ last, now }: { readonly last: Fact<'last-dose-confirmed'> | null; readonly now: Instant }) {
  const say = useWords(words).lastDose
  const language = useLanguage()
  if (last === null) return <StateWord is="warn">{say.none}</StateWord>
  const { source, doses, note } = last.body
  return (
    <>
      <b><Written>{doses.length > 0 ? doses.map(({ drug, at, when }) => `${drug} ${when.trim() !== '' ? when : at === null ? '' : shortMoment(at)}`.trim()).join('、') : source === 'unknown' ? say.unknown : say.nothing}</Written></b>
      {note.trim() !== '' && <span><Written>{note}</Written></span>}
      <span className={css['quiet']}>{say.said(lastDoseSourceWords[source][language], millisecondsOf(now) < millisecondsOf(last.at) ? '' : elapsed(last.at, now, language))}</span>
    </>
  )
}
