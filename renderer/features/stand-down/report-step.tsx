import { Printer } from 'lucide-react'
import { ReportedTo } from '#domain/incident/report.ts'
import { mostLine, mostName, mostNote } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { missingOfReport, type NewReport, type ReportDraft } from './draft.ts'
import { words } from './words.ts'
import css from './stand-down.module.css'

const risks = ['no', 'possible', 'yes', 'unknown'] as const

/** The incident sheet (guideline C-5): what an authority asks first, and to whom it was told when and by whom. */
export function ReportStep({ draft, onDraft, report, onReport, onAdd, isSaved, onSave, onPrint }: {
  readonly draft: ReportDraft
  readonly onDraft: (draft: ReportDraft) => void
  readonly report: NewReport
  readonly onReport: (report: NewReport) => void
  readonly onAdd: () => void
  readonly isSaved: boolean
  readonly onSave: () => void
  readonly onPrint: () => void
}) {
  const all = useWords(words)
  const say = all.report
  const missing = missingOfReport(draft)
  const addOff = report.to === null ? say.chooseTo : report.by.trim() === '' ? say.enterBy : null
  return (
    <div className={css['stack']}>
      <div className={css['fields']}>
        <Field label={say.found} autoFocus most={mostLine} value={draft.found} onChange={(found) => onDraft({ ...draft, found })} />
        <Field label={say.stopped} most={mostNote} value={draft.stopped} onChange={(stopped) => onDraft({ ...draft, stopped })} />
        <Field label={say.scope} most={mostNote} value={draft.scope} onChange={(scope) => onDraft({ ...draft, scope })} />
      </div>
      <Choice label={say.personalData} value={draft.personalData} onChange={(personalData) => onDraft({ ...draft, personalData })} options={risks.map((risk) => ({ value: risk, label: say.risk[risk] }))} />
      <Field label={say.actions} lines={3} most={mostNote} value={draft.actions} onChange={(actions) => onDraft({ ...draft, actions })} />
      <Section title={say.reported} level={3}>
        <div className={css['stack']}>
          {draft.reports.length === 0 ? <p className={css['quiet']}>{say.none}</p> : (
            <ul className={css['reports']}>
              {draft.reports.map(({ to, by, at, note }) => (
                <li key={`${to} ${at}`}><b>{say.to[to]}</b>　{shortMoment(at)}　<Written>{`${by}　${note}`}</Written></li>
              ))}
            </ul>
          )}
          <Choice label={say.reported} isLabelHidden value={report.to} onChange={(to) => onReport({ ...report, to })} options={ReportedTo.options.map((to) => ({ value: to, label: say.to[to] }))} />
          <div className={css['fields']}>
            <Field label={say.by} most={mostName} value={report.by} onChange={(by) => onReport({ ...report, by })} />
            <Field label={say.remark} most={mostLine} value={report.note} onChange={(note) => onReport({ ...report, note })} />
          </div>
          <div className={css['acts']}><Button onPress={onAdd} offBecause={addOff}>{say.add}</Button></div>
        </div>
      </Section>
      <div className={css['acts']}>
        <Button onPress={onSave} offBecause={isSaved ? say.savedAlready : missing === null ? null : all.missing[missing]}>{say.save}</Button>
        <Button icon={Printer} onPress={onPrint}>{say.print}</Button>
      </div>
    </div>
  )
}
