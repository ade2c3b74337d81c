import { sayForm, versionsFor, type FormSaid } from '#domain/form/say-form.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { useFormVersions } from '#renderer/ui/form-versions.tsx'
import { useLanguage, type Language } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import css from './timeline.module.css'

/** A form that was recorded: its name, then what was written, short answers beside each other and long ones in lines of their own. */
export function FormText({ body, row }: { readonly body: BodyOf<'form'>; readonly row: Pick<ChartRow, 'origin' | 'form'> }) {
  const language = useLanguage()
  const versions = useFormVersions()
  const { title, lines } = sayForm(body, versionsFor(row, versions))
  return (
    <>
      <b>{title[language]}</b>
      <span className={css['text']}><Written>{inLines(lines, language)}</Written></span>
    </>
  )
}

const mostBeside = 40

function inLines(said: readonly FormSaid[], language: Language): string {
  return said.reduce((sofar, { label, text }, index) => {
    const words = `${label[language]} ${text[language]}`
    const isLong = words.length > mostBeside || words.includes('\n')
    const before = said[index - 1]
    const wasLong = before !== undefined && (before.label[language].length + before.text[language].length >= mostBeside || before.text[language].includes('\n'))
    return sofar === '' ? words : `${sofar}${isLong || wasLong ? '\n' : '　'}${words}`
  }, '')
}
