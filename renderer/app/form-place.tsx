import { useState } from 'react'
import type { FormDefinition } from '#domain/form/definition.ts'
import { correctionOf, type Correction } from '#domain/form/correction.ts'
import { summary } from '#domain/form/definitions/summary.ts'
import { formOf } from '#domain/form/forms.ts'
import { lastValues } from '#domain/form/last-values.ts'
import { summaryFirst } from '#domain/form/prefill.ts'
import type { FormTyped } from '#domain/form/read-form.ts'
import { shapeNow } from '#domain/form/shape.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { ChartWay } from '#domain/log/kinds.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import type { Chart } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { emptyFormDraft, type FormDraft } from '../features/form/draft.ts'
import { FormList } from '../features/form/form-list.tsx'
import { FormReview } from '../features/form/form-review.tsx'
import { FormScreen } from '../features/form/form-screen.tsx'
import { words } from '../features/form/words.ts'
import { goTo, shownNow, type Place } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmStep } from '../ui/confirm-step.tsx'
import { useLanguage, useWords } from '../ui/language.tsx'
import { Screen } from '../ui/screen.tsx'
import { useHowWritten } from './how-written.tsx'
import { OthersHalves } from './others-halves.tsx'
import { usePorts } from './ports.ts'
import { registrationsOf, useChart } from './use-chart.ts'
import { useCorrection } from './use-correction.ts'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** 「様式を書く」 of one patient. */
export function FormsPlace({ row, from }: { readonly row: KnownRow; readonly from: Place }) {
  return <FormList onChoose={(definition) => goTo({ at: 'form', patient: row.id, definition, correcting: null, from })} onBack={() => goTo(from)} />
}

/** One form of one patient, new or in the place of a record; what stands in the chart is shown beside it, so that this is a look at the chart. */
export function FormPlace({ row, person, definition, correcting, from }: {
  readonly row: KnownRow
  readonly person: WardPerson
  readonly definition: string
  readonly correcting: EntryId | null
  readonly from: Place
}) {
  const { open } = useAtWork()
  const view = useWardView(open)
  const { chart } = useChart(registrationsOf(person, row), wayOf(from))
  const form = formOf(definition)
  const target = correcting === null ? null : (chart?.rows.find(({ entry }) => entry.id === correcting) ?? null)
  const correction = target === null ? null : correctionOf(target, view.forms)
  const isRead = chart !== null
  if (form === null || (isRead && correcting !== null && correction === null)) return <Unread from={from} isReading={false} />
  // What is begun from the chart waits for it; every other form is there at once.
  if (chart === null && (correcting !== null || form.id === summary.id)) return <Unread from={from} isReading />
  const first = chart !== null && form.id === summary.id ? summaryFirst(chart, person) : {}
  return <Desk row={row} form={form} chart={chart} first={first} correction={correction} from={from} />
}

/** Before the chart is there, or when there is no such form or record in it. */
function Unread({ from, isReading }: { readonly from: Place; readonly isReading: boolean }) {
  const say = useWords(words)
  return (
    <Screen label={say.listTitle} keys={{ onBack: () => goTo(from) }} foot={<Button keys={['Esc']} onPress={() => goTo(from)}>{say.back}</Button>}>
      <p>{isReading ? say.reading : say.notHere}</p>
    </Screen>
  )
}

function Desk({ row, form, chart, first, correction, from }: {
  readonly row: KnownRow
  readonly form: FormDefinition
  readonly chart: Chart | null
  /** What the form begins with; read once. */
  readonly first: FormTyped
  readonly correction: Correction | null
  readonly from: Place
}) {
  const { hand } = usePorts()
  const { open } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const language = useLanguage()
  const say = useWords(words)
  const saving = useSaving(open)
  const how = useHowWritten(['form'])
  const patient = correction?.patient ?? row.id
  const shape = correction?.shape ?? shapeNow(form, view.forms)
  const [empty] = useState<FormDraft>(() => emptyFormDraft(shape, correction?.typed ?? first, correction?.when))
  const kept = useDraft<FormDraft>(formKey(form, correction), patient, empty, saving)
  const [reviewed, setReviewed] = useState<Reviewed | null>(null)
  const correcting = useCorrection(saving)
  const last = chart === null ? nothingBefore : lastValues(chart.rows, form.id)

  const record = async ({ draft, reason }: Reviewed): Promise<boolean> => {
    const saveDraft = async ({ at }: Pick<Draft, 'at'>): Promise<boolean> => kept.save({ kind: 'form', body: draft.body, at }, how.now)
    if (correction === null) return saveDraft(draft)
    return correcting.save(() => correctStart({ entry: correction.target, struck: false }, draft, reason, [], correcting.idOf), how.now, saveDraft)
  }

  if (reviewed !== null) {
    // Once the new record is written there is no form to go back to: both stand in the chart, where the old one can be struck.
    const back = (): void => (correcting.isWritten() ? goTo(from) : setReviewed(null))
    return (
      <ConfirmStep title={say.reviewTitle(form.label[language])} row={row} today={tokyoDateOf(shownNow(hand))} saved={saving.saved} onConfirm={async () => record(reviewed)} onDone={() => goTo(from)} onBack={back}>
        <FormReview draft={reviewed.draft} asks={reviewed.asks} versions={view.forms} reason={correction === null ? null : reviewed.reason} onBehalfOf={how.now.onBehalfOf} />
      </ConfirmStep>
    )
  }
  return (
    <FormScreen
      shape={shape}
      draft={kept.value}
      onDraft={kept.change}
      desk={{ patient, entry: kept.id, carried: correction?.carried ?? {} }}
      now={now}
      last={last}
      isCorrection={correction !== null}
      saved={saving.saved}
      onReview={({ draft, asks }) => setReviewed({ draft, asks, reason: kept.value.reason })}
      onBack={() => goTo(from)}
      how={<><OthersHalves of={[kept]} />{how.strip}</>}
    />
  )
}

type Reviewed = { readonly draft: Draft<'form'>; readonly asks: readonly string[]; readonly reason: string }

const nothingBefore: ReturnType<typeof lastValues> = new Map()

/** What is half-written belongs to one form, or to the correction of one record. */
function formKey({ id }: FormDefinition, correction: Correction | null): string {
  return correction === null ? `form-${id}` : `form-${id}-${correction.target.id}`
}

/** The way to this chart by which the form was come to. */
function wayOf(from: Place): ChartWay {
  return from.at === 'chart' ? from.via : 'board'
}
