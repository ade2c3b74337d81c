import { useState } from 'react'
import { ResultFlag, resultFlagWords } from '#domain/exam/exam.ts'
import { flagSuggested } from '#domain/exam/range.ts'
import { emptyLine, examReport, mostLines, type LineForm, type ReportDesk, type ReportForm } from '#domain/exam/report-entry.ts'
import type { Draft } from '#domain/log/entry.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { CareForm, whenAndReason, type CareFormProps } from '#renderer/ui/care-form.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field, Said, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { Ordered } from './exam-forms.tsx'
import { useSays } from './fault.ts'
import { words } from './words.ts'
import css from './exams.module.css'

/** A result line by line, as it is read from the laboratory's sheet or heard. */
export function ReportScreen({ of, desk, order, onSave }: { readonly of: CareFormProps<ReportForm>; readonly desk: Omit<ReportDesk, 'at'>; readonly order: string | null; readonly onSave: (draft: Draft<'exam-reported'>) => void }) {
  const { draft, onDraft, now } = of
  const { form } = draft
  const all = useWords(words)
  const say = all.report
  const [isTried, setTried] = useState(false)
  const when = readWhen(draft.when, now)
  const decided = examReport(form, { ...desk, at: when.ok ? when.value.at : null })
  const issues = decided.ok ? [] : decided.error
  const says = useSays(isTried ? issues : [])
  const change = (over: Partial<ReportForm>): void => onDraft({ ...draft, form: { ...form, ...over } })
  // Another line is there as soon as the last one is begun, so that Enter goes on and on.
  const changeLine = (at: number, over: Partial<LineForm>): void => {
    const lines = form.lines.map((line, place) => (place === at ? { ...line, ...over } : line))
    change({ lines: at === lines.length - 1 && lines.length < mostLines ? [...lines, emptyLine] : lines })
  }
  const saysLine = (line: number, part: 'item' | 'value'): FieldSays | null => {
    const issue = isTried ? issues.find((one) => one.field === 'line' && one.line === line) : undefined
    const isHere = issue !== undefined && (issue.code === 'value-missing' ? part === 'value' : part === 'item')
    return isHere && issue.field === 'line' ? { kind: 'bad', words: all.fault[issue.code] } : null
  }
  return (
    <CareForm
      of={of} title={say.title} note={say.note} issues={issues.length} asks={[]}
      onSave={() => {
        setTried(true)
        if (decided.ok && whenAndReason(of) !== null) onSave(decided.value.draft)
      }}
    >
      <Ordered order={order} label={all.specimen.order} />
      <div className={css['pair']}>
        <Field label={say.exam} hint={say.examHint} value={form.exam} onChange={(exam) => change({ exam })} most={mostName} says={says('exam')} autoFocus />
        <Field label={say.specimen} value={form.specimen} onChange={(specimen) => change({ specimen })} most={mostName} says={says('specimen')} />
      </div>
      <Section title={say.lines} level={3}>
        <div className={css['lines']}>
          {form.lines.map((line, at) => <Line key={at} line={line} at={at} says={(part) => saysLine(at, part)} onLine={(over) => changeLine(at, over)} />)}
        </div>
        {says('lines') !== null && <Said says={{ kind: 'bad', words: says('lines')?.words ?? '' }} />}
      </Section>
      <Field label={say.findings} hint={say.findingsHint} value={form.findings} onChange={(findings) => change({ findings })} most={mostLine} lines={2} />
      {form.lines.some(({ flag }) => flag === 'critical') && <Banner look="danger">{say.critical}</Banner>}
    </CareForm>
  )
}

function Line({ line, at, says, onLine }: { readonly line: LineForm; readonly at: number; readonly says: (part: 'item' | 'value') => FieldSays | null; readonly onLine: (over: Partial<LineForm>) => void }) {
  const say = useWords(words).report
  const language = useLanguage()
  const looks = line.flag === null ? flagSuggested(line.value, line.range) : null
  return (
    <div className={css['line']} role="group" aria-label={say.line(at + 1)}>
      <Field label={say.item} value={line.item} onChange={(item) => onLine({ item })} most={mostName} says={says('item')} />
      <Field label={say.value} value={line.value} onChange={(value) => onLine({ value })} most={mostName} says={says('value')} />
      <Field label={say.unit} value={line.unit} onChange={(unit) => onLine({ unit })} most={mostName} />
      <Field label={say.range} value={line.range} onChange={(range) => onLine({ range })} most={mostName} />
      <div className={css['flag']}>
        <Choice
          label={say.flag} isLabelHidden look="joined" value={line.flag ?? 'none'} onChange={(value) => onLine({ flag: value === 'none' ? null : value })}
          options={[{ value: 'none', label: say.noFlag }, ...ResultFlag.options.map((value) => ({ value, label: resultFlagWords[value][language] }))]}
        />
        {looks !== null && <Said says={{ kind: 'ask', words: say.looks[looks] }} />}
      </div>
    </div>
  )
}
