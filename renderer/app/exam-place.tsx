import { useState } from 'react'
import { criticalFormOf, emptyCritical } from '#domain/exam/critical-entry.ts'
import { emptyReport, reportFormOf } from '#domain/exam/report-entry.ts'
import { rowsOf } from '#domain/exam/results.ts'
import { emptySpecimen } from '#domain/exam/specimen-entry.ts'
import type { EntryId } from '#domain/ids.ts'
import { careFactsOf } from '#domain/view/care.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { CallScreen, SpecimenScreen } from '../features/exams/exam-forms.tsx'
import { ReportScreen } from '../features/exams/report-form.tsx'
import { goTo, type Place } from '../session/session.ts'
import { careDraft } from '../ui/care-draft.ts'
import { CareSaid } from '../ui/care-said.tsx'
import { useHowWritten } from './how-written.tsx'
import { useCareForm, useCareFormProps } from './use-care-form.tsx'
import { AsItWas, bodyOf, NoRecord, WithChart } from './with-chart.tsx'

type At = Extract<Place, { readonly at: 'exam' }>
type Desk = { readonly row: PatientRow; readonly person: WardPerson; readonly place: At; readonly onBack: () => void; readonly target: ChartRow | null; readonly rows: readonly ChartRow[] }

/** A record of a test, new or in the place of one that was wrong, beside what stands in the chart. */
export function ExamPlace({ row, person, place }: { readonly row: PatientRow; readonly person: WardPerson; readonly place: At }) {
  const onBack = (): void => goTo({ at: 'chart', patient: row.id, via: 'link', tab: 'exams' })
  const { correcting } = place
  const desk = { row, person, place, onBack }
  return (
    <WithChart row={row} person={person} onBack={onBack}>
      {(rows) => (correcting === null ? <Act {...desk} target={null} rows={rows} /> : <AsItWas rows={rows} correcting={correcting} onBack={onBack}>{(target) => <Act {...desk} target={target} rows={rows} />}</AsItWas>)}
    </WithChart>
  )
}

function Act(desk: Desk) {
  switch (desk.place.act) {
    case 'specimen':
      return <SpecimenPlace {...desk} />
    case 'report':
      return <ReportPlace {...desk} />
    case 'call':
      return <CallPlace {...desk} />
  }
}

/** What was ordered, in words. */
function orderText({ row, others }: WardPerson, order: EntryId | null): string | null {
  return careFactsOf([row, ...others].flatMap(({ care }) => care), 'order-given').find(({ entry }) => entry === order)?.body.text ?? null
}

function SpecimenPlace(desk: Desk) {
  const { row, person, place, onBack, target, rows } = desk
  const body = bodyOf(target, 'specimen-taken')
  const order = body === null ? place.of : body.order
  const [empty] = useState(() => careDraft(body === null ? emptySpecimen : { specimen: body.specimen, label: body.label, note: body.note }))
  const here = useCareForm('specimen', useHowWritten(['specimen-taken']), person, row.id, empty, target)
  const labels = rowsOf(rows, 'specimen-taken').flatMap(({ entry }) => (entry.id === target?.entry.id || entry.id === here.kept.id ? [] : [entry.body.label]))
  return <SpecimenScreen of={useCareFormProps(desk, here)} order={orderText(person, order)} desk={{ patient: here.patient, entry: here.kept.id, order, labels }} onSave={(draft) => void here.record(draft).then((isSaved) => isSaved && onBack())} />
}

function ReportPlace(desk: Desk) {
  const { row, person, place, onBack, target } = desk
  const body = bodyOf(target, 'exam-reported')
  const order = body === null ? place.of : body.order
  const [empty] = useState(() => careDraft(body === null ? emptyReport : reportFormOf(body)))
  const here = useCareForm('exam-report', useHowWritten(['exam-reported']), person, row.id, empty, target)
  return <ReportScreen of={useCareFormProps(desk, here)} order={orderText(person, order)} desk={{ patient: here.patient, entry: here.kept.id, order }} onSave={(draft) => void here.record(draft).then((isSaved) => isSaved && onBack())} />
}

function CallPlace(desk: Desk) {
  const { place, onBack, target, rows } = desk
  const result = bodyOf(target, 'critical-called')?.result ?? place.of
  const reported = rowsOf(rows, 'exam-reported').find(({ entry }) => entry.id === result) ?? null
  return reported === null ? <NoRecord onBack={onBack} /> : <CallOf {...desk} reported={reported} />
}

function CallOf({ reported: { entry }, ...desk }: Desk & { readonly reported: ReturnType<typeof rowsOf<'exam-reported'>>[number] }) {
  const { person, onBack, target } = desk
  const body = bodyOf(target, 'critical-called')
  const [empty] = useState(() => careDraft(body === null ? emptyCritical : criticalFormOf(body)))
  // Told of a result, the call belongs to the registration the result was written under.
  const here = useCareForm(`critical-call-${entry.id}`, useHowWritten(['critical-called']), person, entry.patient ?? desk.row.id, empty, target)
  return <CallScreen of={useCareFormProps(desk, here)} result={<CareSaid of={entry} />} desk={{ patient: here.patient, entry: here.kept.id, result: entry.id }} onSave={(draft) => void here.record(draft).then((isSaved) => isSaved && onBack())} />
}
