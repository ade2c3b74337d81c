import { useMemo, useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { ChartWay } from '#domain/log/kinds.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import { strikeEntry } from '#domain/record/strike.ts'
import { emptyAllergyForm, type AllergyForm } from '#domain/record/allergy-entry.ts'
import { leastYears } from '#domain/triage/suggest.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { runningBags } from '#domain/transfusion/running.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Vitals } from '#domain/view/latest-vitals.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import { allergyOf, type PatientRow } from '#domain/view/ward.ts'
import { AllergyDialog } from '../features/chart/allergy-dialog.tsx'
import { ChartScreen } from '../features/chart/chart-screen.tsx'
import { allergyFormOf, emptyNoteDraft, emptyVitalDraft, type NoteDraft, type VitalDraft } from '../features/chart/drafts.ts'
import { CorrectDialog, correctFormOf, type Corrected } from '../features/chart/correct-dialog.tsx'
import { HistoryDialog } from '../features/chart/history-dialog.tsx'
import { StrikeDialog } from '../features/chart/strike-dialog.tsx'
import { goTo, notice, shownNow } from '../session/session.ts'
import { correctingPlace } from './correcting.ts'
import { DueOfChart } from './chart-orders.tsx'
import { useChartTabs } from './chart-tabs.tsx'
import { DocumentsOfChart } from './documents-place.tsx'
import { useHowWritten, type HowWritten } from './how-written.tsx'
import { OthersHalves } from './others-halves.tsx'
import { usePorts } from './ports.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../ui/language.tsx'
import { identifyWords } from './identify-words.ts'
import css from './chart-place.module.css'
import { StayAct } from './stay-act.tsx'
import { TriagePlace } from './triage-place.tsx'
import { registrationsOf, useChart } from './use-chart.ts'
import { useCorrection } from './use-correction.ts'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

/** One patient's chart. That it was opened is recorded before anything of it is decrypted. */
export function ChartPlace({ row, person, via, tab, allergyAsked, onAllergyDone, triageAsked, onTriageDone }: {
  readonly row: PatientRow
  readonly person: WardPerson
  readonly via: ChartWay
  readonly tab: string
  readonly allergyAsked: boolean
  readonly onAllergyDone: () => void
  readonly triageAsked: boolean
  readonly onTriageDone: () => void
}) {
  const { open, status } = useAtWork()
  const now = useNow(15_000)
  const registrations = registrationsOf(person, row)
  const { chart, trust } = useChart(registrations, via)
  const vitalSaving = useSaving(open)
  const noteSaving = useSaving(open)
  const vitals = useDraft<VitalDraft>('vital-signs', row.id, emptyVitalDraft, vitalSaving)
  const note = useDraft<NoteDraft>('note', row.id, emptyNoteDraft, noteSaving)
  const how = useHowWritten(['vital-signs', 'note'])
  const tabs = useChartTabs({ row, person, chart, via, how })
  const who = whoOf(row)
  const years = who === null ? null : leastYears(who.birth, tokyoDateOf(now))
  const isTriage = triageAsked && status.card.phase === 'open'
  const [isStay, setStay] = useState(false)
  const [striking, setStriking] = useState<ChartRow | null>(null)
  const [correcting, setCorrecting] = useState<ChartRow | null>(null)
  const [versions, setVersions] = useState<readonly ChartRow[] | null>(null)
  const acts = useMemo(() => ({
    onStrike: setStriking,
    onCorrect: (row: ChartRow) => {
      const place = correctingPlace(row, via)
      if (place === 'dialog') setCorrecting(row)
      else if (place !== null) goTo(place)
    },
    isCorrectable: (row: ChartRow) => correctingPlace(row, via) !== null,
    onVersions: setVersions,
  }), [via])

  return (
    <>
      {isTriage ? <TriagePlace row={row} vitals={person.vitals} rows={chart?.rows ?? []} how={how.now} onDone={onTriageDone} /> : <ChartScreen
        expected={registrations.reduce((sum, { mark }) => sum + mark.entries - mark.opened, 0)}
        latest={person.vitals}
        years={years}
        underOther={(patient) => (patient === row.id ? null : (registrations.find(({ id }) => id === patient)?.registered?.number ?? null))}
        chart={chart}
        trust={trust}
        now={now}
        vitals={{ draft: vitals.value, onDraft: vitals.change, saved: vitalSaving.saved, onSave: (signs, at) => void vitals.save({ kind: 'vital-signs', body: signs, at }, how.now).then((isSaved) => isSaved && how.forget()) }}
        note={{ draft: note.value, onDraft: note.change, saved: noteSaving.saved, onSave: (body, at) => void note.save({ kind: 'note', body, at }, how.now).then((isSaved) => isSaved && how.forget()) }}
        how={<><DocumentsOfChart row={row} from={{ at: 'chart', patient: row.id, via }} />{status.card.phase === 'open' && <><Identify row={row} via={via} onStay={() => setStay(true)} /><OthersHalves of={[vitals, note]} />{how.strip}</>}</>}
        acts={acts}
        onBack={() => goTo({ at: 'home' })}
        isReadOnly={status.card.phase !== 'open'}
        due={<DueOfChart row={row} person={person} via={via} />}
        tabs={tabs}
        tab={tab}
        onTab={(next) => goTo({ at: 'chart', patient: row.id, via, tab: next })}
      />}
      {allergyAsked && <Allergy row={row} how={how.now} onDone={onAllergyDone} />}
      {isStay && <StayAct row={row} how={how.now} onDone={() => setStay(false)} />}
      {correcting !== null && <Correct row={row} latest={person.vitals} how={how.now} target={correcting} onDone={() => setCorrecting(null)} />}
      {versions !== null && <HistoryDialog versions={versions} placeOf={(id) => chart?.rows.find(({ entry }) => entry.id === id)?.seq ?? null} onClose={() => setVersions(null)} />}
      {striking !== null && <Strike row={row} person={person} how={how.now} target={striking} onDone={() => setStriking(null)} />}
    </>
  )
}

/** Anybody but a man: whose sex nobody knows yet may have given birth too. */
function mayBeMother(row: PatientRow): boolean {
  const who = whoOf(row)
  return who !== null && who.sex !== 'male'
}

/** Ways on from a chart to where and who the patient is. */
function Identify({ row, via, onStay }: { readonly row: PatientRow; readonly via: ChartWay; readonly onStay: () => void }) {
  const say = useWords(identifyWords)
  return (
    <div className={css['ways']}>
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'forms', patient: row.id, from: { at: 'chart', patient: row.id, via } })}>{say.forms}</Button>
      <Button look="quiet" size="small" onPress={onStay}>{say.stay}</Button>
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'send', patient: row.id })}>{say.send}</Button>
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'completion', chosen: row.id })}>{say.complete}</Button>
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'identity', patient: row.id })}>{say.identity}</Button>
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'print-chart', patient: row.id, from: { at: 'chart', patient: row.id, via } })}>{say.print}</Button>
      {isRegistered(row) && <Button look="quiet" size="small" onPress={() => goTo({ at: 'paper', patient: row.id, from: { at: 'chart', patient: row.id, via } })}>{say.paper}</Button>}
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'photos', patient: row.id, from: { at: 'chart', patient: row.id, via } })}>{say.photos}</Button>
      <Button look="quiet" size="small" onPress={() => goTo({ at: 'insurance', patient: row.id, from: { at: 'chart', patient: row.id, via } })}>{say.insurance}</Button>
      {mayBeMother(row) && <Button look="quiet" size="small" onPress={() => goTo({ at: 'newborn', patient: row.id, child: null })}>{say.newborn}</Button>}
    </div>
  )
}

function Allergy({ row: patient, how, onDone }: { readonly row: PatientRow; readonly how: HowWritten; readonly onDone: () => void }) {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const saving = useSaving(open)
  const [form, setForm] = useState<AllergyForm>(() => allergyFormOf(allergyOf(patient)) ?? emptyAllergyForm)
  const [id, setId] = useState(() => EntryId.parse(hand.newId()))
  return (
    <AllergyDialog
      row={patient}
      today={tokyoDateOf(shownNow(hand))}
      form={form}
      onForm={(next) => {
        setForm(next)
        saving.typed(false)
      }}
      saved={saving.saved}
      onSave={(statement) => void (async () => {
        const draft: Draft = { id, kind: 'allergy-stated', patient: patient.id, at: null, body: statement }
        if ((await saving.save(draft, { ...standing, onBehalfOf: how.onBehalfOf }, how.duty)) === null) return
        setId(EntryId.parse(hand.newId()))
        onDone()
      })()}
      onCancel={onDone}
    />
  )
}

function Correct({ row: patient, latest, how, target, onDone }: { readonly row: PatientRow; readonly latest: Vitals; readonly how: HowWritten; readonly target: ChartRow; readonly onDone: () => void }) {
  const { hand } = usePorts()
  const { open } = useAtWork()
  const saving = useSaving(open)
  const [form, setForm] = useState(() => correctFormOf(target))
  const correction = useCorrection(saving)
  const [id] = useState(() => EntryId.parse(hand.newId()))
  const correct = async (corrected: Corrected, reason: string): Promise<void> => {
    const next = { id, patient: target.entry.patient, ...corrected }
    if (await correction.save(() => correctStart({ entry: target.entry, struck: target.struck !== null }, next, reason, [], correction.idOf), how)) onDone()
  }
  return <CorrectDialog row={patient} target={target} latest={latest} now={shownNow(hand)} form={form} onForm={setForm} saved={saving.saved} onCorrect={(corrected, reason) => void correct(corrected, reason)} onCancel={onDone} />
}

function Strike({ row: patient, person, how, target, onDone }: { readonly row: PatientRow; readonly person: WardPerson; readonly how: HowWritten; readonly target: ChartRow; readonly onDone: () => void }) {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const saving = useSaving(open)
  const [reason, setReason] = useState('')
  const [isHeld, setHeld] = useState(false)
  const [id] = useState(() => EntryId.parse(hand.newId()))
  const strike = async (typed: string): Promise<void> => {
    const draft = strikeEntry(id, { entry: target.entry, struck: target.struck !== null, running: runningBags([person.row, ...person.others]) }, typed, shownNow(hand))
    if (!draft.ok) return draft.error.code === 'transfusion-runs' ? setHeld(true) : notice(draft.error.code)
    if ((await saving.save(draft.value, { ...standing, onBehalfOf: how.onBehalfOf }, how.duty)) !== null) onDone()
  }
  return <StrikeDialog row={patient} target={target} today={tokyoDateOf(shownNow(hand))} reason={reason} onReason={setReason} isHeld={isHeld} saved={saving.saved} onStrike={(typed) => void strike(typed)} onCancel={onDone} />
}
