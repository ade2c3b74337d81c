import { whoOf } from '#domain/identity/identity.ts'
import { useEffect, useMemo, useState } from 'react'
import { EntryId, type PatientId } from '#domain/ids.ts'
import { shownName } from '#domain/patient/naming.ts'
import { readingAccounts } from '#domain/station.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { bedNow } from '#domain/view/presence.ts'
import { AccountsStep } from '../features/stand-down/accounts-step.tsx'
import { BackupStep } from '../features/stand-down/backup-step.tsx'
import { DecideStep } from '../features/stand-down/decide-step.tsx'
import { emptyDecide, emptyHandOver, emptyNewReport, emptyReport, inventoryFindings, missingOfDecide, missingOfHandOver, missingOfReport, standDownOf, type HandOverDraft, type Missing, type PatientToHandOver, type ReportDraft, type StandDownStep } from '../features/stand-down/draft.ts'
import { PatientsAside, PatientsStep } from '../features/stand-down/patients-step.tsx'
import type { DeskTab } from '../features/reconcile/desk.tsx'
import { ReportStep } from '../features/stand-down/report-step.tsx'
import { StandDown } from '../features/stand-down/stand-down.tsx'
import { goTo, notice, setStatus, useSession } from '../session/session.ts'
import { beginStandDown, readStandDown, type StandDownRecord } from '../session/stand-down.ts'
import { effectsOnPaper, eventOnPaper, findingOnPaper, handOverOf, reportLines, riskOnPaper } from '../session/stand-down-sheets.ts'
import { usePorts } from './ports.ts'
import { ReconcilePlace } from './reconcile-place.tsx'
import { usePrint } from './use-print.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

const nothing: StandDownRecord = { handOvers: new Map(), report: null, told: null, stoodDownAt: null, backupAt: null, used: [] }

/** The way back to normal: while the emergency is in force its first question, then step by step, then reconciling. */
export function StandDownPlace({ tab }: { readonly tab: DeskTab | null }) {
  const { open, status } = useAtWork()
  // An empty desk takes in first; whoever comes back to a full one goes on typing. Asked once: while records come in nobody is led away.
  const [front] = useState<DeskTab>(() => (status.card.role === 'ward' ? 'match' : open.ward.view().patients.size === 0 ? 'take-in' : 'transcribe'))
  return status.card.phase === 'reconciling' ? <ReconcilePlace tab={tab ?? front} /> : <StandingDown />
}

function StandingDown() {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const plan = useSession((session) => session.plan)
  const saving = useSaving(open)
  const print = usePrint()
  const isBegun = status.card.phase === 'standing-down'
  const [step, setStep] = useState<StandDownStep>(isBegun ? 'patients' : 'decide')
  const [record, setRecord] = useState(nothing)
  const [decide, setDecide] = useState(() => emptyDecide(plan.returnSteps.length))
  const [decideId] = useState(() => EntryId.parse(hand.newId()))
  const [chosen, setChosen] = useState<PatientId | null>(null)
  const [handOver, setHandOver] = useState<HandOverDraft>(emptyHandOver)
  const [report, setReport] = useState<ReportDraft>(emptyReport)
  const [isReportSaved, setReportSaved] = useState(false)
  const [newReport, setNewReport] = useState(emptyNewReport)
  const [isWithout, setWithout] = useState(false)
  const [isCollected, setCollected] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    void readStandDown(bridge, status, open).then((read) => {
      if (!read.ok) return notice(read.error.code)
      setRecord(read.value)
      // The machine stands down and nobody's decision is on record: it is asked for again.
      if (isBegun && read.value.stoodDownAt === null) setStep('decide')
      if (read.value.report !== null) {
        setReport(read.value.report)
        setReportSaved(true)
      }
    })
  }, [bridge, open]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; what is written here is added by hand

  const patients = useMemo(
    () => [...view.patients.values()].flatMap((row): PatientToHandOver[] => {
      const who = whoOf(row)
      if (who === null) return []
      const entry = record.handOvers.get(row.id)
      return [{ id: row.id, number: who.number, name: shownName(who.naming), bed: bedNow(row) ?? '', signed: entry === undefined ? null : { ...entry.body, by: entry.by.name, at: entry.at } }]
    }).toSorted((one, other) => one.bed.localeCompare(other.bed, 'ja', { numeric: true })),
    [view, record],
  )
  const left = patients.filter(({ signed }) => signed === null).length

  async function begin(): Promise<void> {
    setBusy(true)
    const begun = await beginStandDown(bridge, open, standing, decideId, standDownOf(decide, plan.returnSteps), isBegun)
    setBusy(false)
    if (!begun.ok) return notice(begun.error.code === 'not-saved' ? 'cannot-save' : begun.error.code)
    setRecord((before) => ({ ...before, stoodDownAt: begun.value }))
    setStep('patients')
  }

  async function resume(): Promise<void> {
    const resumed = await bridge.call('incident:resume', { staffNumber: standing.by.staffNumber })
    if (!resumed.ok) return notice(resumed.error.code)
    if (resumed.value.incident !== null) open.ward.acknowledge(resumed.value.incident.end)
    setStatus(resumed.value)
    goTo({ at: 'home' })
  }

  async function sign(): Promise<void> {
    if (chosen === null || missingOfHandOver(handOver) !== null) return
    const saved = await saving.save({ id: EntryId.parse(hand.newId()), kind: 'hand-over-signed', patient: chosen, at: null, body: { ...handOver, takenOverAt: hand.now() } }, standing)
    const entry = saved?.entry
    if (entry?.kind !== 'hand-over-signed') return
    setRecord((before) => ({ ...before, handOvers: new Map(before.handOvers).set(chosen, entry) }))
    const next = patients.find(({ id, signed }) => signed === null && id !== chosen)
    choose(next?.id ?? null)
  }

  function choose(patient: PatientId | null): void {
    setChosen(patient)
    const before = patient === null ? undefined : record.handOvers.get(patient)
    // Who takes over one patient mostly takes over the next.
    setHandOver(before?.body ?? { ...emptyHandOver, takenOverBy: handOver.takenOverBy })
  }

  async function saveReport(): Promise<void> {
    const { personalData } = report
    if (personalData === null || missingOfReport(report) !== null) return
    const saved = await saving.save({ id: EntryId.parse(hand.newId()), kind: 'incident-reported', patient: null, at: null, body: { ...report, personalData } }, standing)
    if (saved !== null) setReportSaved(true)
  }

  async function retire(): Promise<void> {
    setBusy(true)
    const retired = await bridge.call('incident:retire', { staffNumber: standing.by.staffNumber, withoutBackup: isWithout && record.backupAt === null })
    setBusy(false)
    if (!retired.ok) return setFailed(true)
    if (retired.value.incident !== null) open.ward.acknowledge(retired.value.incident.end)
    setStatus(retired.value)
  }

  const { hospital, ward } = status.card.profile

  function printHandOver(patient: PatientId): void {
    const row = view.patients.get(patient)
    const sheet = row === undefined ? null : handOverOf(row, record.handOvers.get(patient)?.body ?? null, [], tokyoDateOf(hand.now()))
    if (sheet !== null) print({ kind: 'hand-over', hospital, ward, patients: [sheet], standDownAt: record.stoodDownAt })
  }

  function printReport(): void {
    const { told } = record
    const { personalData } = report
    const written = personalData === null ? null : { ...report, personalData }
    const { card } = status
    if (told === null) return notice('journal-unreadable') // an emergency begins with that entry
    print({
      kind: 'incident-report', hospital, ward, event: eventOnPaper(told.body.reasonCode), effects: effectsOnPaper(told.body.effects),
      found: report.found, decidedBy: told.body.decidedBy, openedAt: told.recordedAt, openedBy: told.body.opener.name, standDownAt: record.stoodDownAt,
      stopped: report.stopped, scope: report.scope, dataAtRisk: written === null ? '' : riskOnPaper(written), actions: report.actions,
      patients: view.patients.size, entries: view.entries,
      findings: inventoryFindings({ all: readingAccounts(card).map(({ envelope }) => envelope), opened: card.opened, used: record.used }).map(({ envelope, finding }) => `封筒 ${envelope}号 ${findingOnPaper[finding]}`),
      reports: reportLines(written),
    })
  }

  const missing = ((): Missing | null => {
    if (step === 'decide') return missingOfDecide(decide)
    if (step === 'backup') return record.backupAt === null && !isWithout ? 'backup' : null
    if (step === 'accounts') return record.backupAt === null && !isWithout ? 'backup' : isCollected ? null : 'confirm'
    return null
  })()

  return (
    <StandDown step={step} onStep={setStep} missing={missing} isBusy={isBusy} isBegun={isBegun} left={left} all={patients.length} onBegin={() => void begin()} onRetire={() => void retire()} onResume={() => void resume()} onLeave={() => goTo({ at: 'home' })}
      aside={step === 'patients' && patients.length > 0 ? <PatientsAside patients={patients} chosen={chosen} onChoose={choose} /> : null}
    >
      {step === 'decide' && <DecideStep steps={plan.returnSteps} declarers={plan.declarers} draft={decide} onDraft={setDecide} />}
      {step === 'patients' && <PatientsStep patients={patients} chosen={chosen} draft={handOver} onDraft={setHandOver} onSign={() => void sign()} onPrint={printHandOver} />}
      {step === 'report' && (
        <ReportStep
          draft={report} onDraft={(draft) => { setReport(draft); setReportSaved(false) }}
          report={newReport} onReport={setNewReport}
          onAdd={() => {
            if (newReport.to === null) return
            setReport({ ...report, reports: [...report.reports, { to: newReport.to, by: newReport.by, at: hand.now(), note: newReport.note }] })
            setReportSaved(false)
            setNewReport(emptyNewReport)
          }}
          isSaved={isReportSaved} onSave={() => void saveReport()} onPrint={printReport}
        />
      )}
      {step === 'backup' && <BackupStep madeAt={record.backupAt} onExport={() => goTo({ at: 'export' })} isWithout={isWithout} onWithout={setWithout} />}
      {step === 'accounts' && (
        <AccountsStep
          inventory={{ all: readingAccounts(status.card).map(({ envelope }) => envelope).toSorted((one, other) => one - other), opened: status.card.opened, used: record.used }}
          patientsLeft={left} hasBackup={record.backupAt !== null || isWithout} isCollected={isCollected} onCollected={setCollected} hasFailed={hasFailed}
        />
      )}
    </StandDown>
  )
}
