import { useEffect, useState } from 'react'
import type { StationStatus } from '#domain/bridge.ts'
import type { DrillLog } from '#domain/drill/drill-log.ts'
import { drillCards } from '#domain/drill/cards.ts'
import type { DrillScore } from '#domain/drill/score.ts'
import { readStaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { Drill } from '../features/drill/drill.tsx'
import { words } from '../features/drill/words.ts'
import { DrillEnd } from '../features/drill/drill-end.tsx'
import { drillScore, endDrill, prepareDrill, type DrillEnvelope } from '../session/drill.ts'
import { printOnRecord } from '../session/printing.ts'
import { nothingKnown } from '../print/sheet.ts'
import type { OpenWard } from '../session/open-ward.ts'
import { goTo, notice, setStatus } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { usePrint } from './use-print.ts'

/** Before a drill, on the sealed station. */
export function DrillPlace({ status }: { readonly status: StationStatus }) {
  const { bridge, hand, vault } = usePorts()
  const print = usePrint()
  const [made, setMade] = useState<DrillEnvelope | null>(null)
  const [state, setState] = useState<'ready' | 'preparing' | 'starting' | 'failed'>('ready')
  const [card, setCard] = useState<string | null>(null)
  const [staffNumber, setStaffNumber] = useState('')
  const [logs, setLogs] = useState<readonly DrillLog[]>([])
  const staff = readStaffNumber(staffNumber)
  useEffect(() => void bridge.call('drill:logs').then((kept) => kept.ok && setLogs(kept.value.logs)), [bridge])

  async function prepare(): Promise<void> {
    setState('preparing')
    const prepared = await prepareDrill({ bridge, vault, hand })
    setState(prepared.ok ? 'ready' : 'failed')
    if (!prepared.ok) return
    setMade(prepared.value)
    setStatus(prepared.value.status)
  }

  async function start(): Promise<void> {
    if (staff === null || card === null) return
    setState('starting')
    const started = await bridge.call('drill:start', { staffNumber: staff, card })
    if (!started.ok) setState('failed')
  }

  /** The drill's sheet says what it is in the margin; it is printed by the real station, which records it. */
  function printEnvelope(): void {
    const { card: stationCard } = status
    if (made === null || stationCard === null) return
    const { hospital, ward, letters } = stationCard.profile
    const station = { realm: 'drill' as const, letters, opened: 0, of: 1 }
    void printOnRecord({ bridge, hand, station, work: null }, { kind: 'envelope', number: 1, of: 1, code: made.code, fingerprint: made.fingerprint, hospital, ward, letters, madeAt: hand.now(), known: nothingKnown })
  }

  function printLog(log: DrillLog): void {
    const { card: stationCard } = status
    if (stationCard === null) return
    const { hospital, ward } = stationCard.profile
    print({
      kind: 'drill-log', hospital, ward, scenario: drillCards.find(({ id }) => id === log.card)?.title.ja ?? '', startedAt: log.startedAt, endedAt: log.endedAt,
      participants: log.participants.map((person) => ({ person, role: '' })),
      times: log.tasks.map(({ task, seconds }) => ({ task: words.task[task].ja, seconds, targetSeconds: null })),
      mistakes: log.mistakes.filter(({ times }) => times > 0).map(({ mistake, times }) => `${words.mistake[mistake].ja} ${times}回`),
      findings: log.findings.map((text) => ({ text, owner: '', due: '' })),
    })
  }

  return (
    <Drill
      isPrepared={status.drill.isPrepared} code={made?.code ?? null} state={state} card={card} onCard={setCard}
      staffNumber={staffNumber} onStaffNumber={setStaffNumber} canStart={staff !== null} logs={logs}
      onPrepare={() => void prepare()} onPrint={printEnvelope} onCodeOnPaper={() => setMade(null)}
      onStart={() => void start()} onPrintLog={printLog} onBack={() => goTo({ at: 'home' })}
    />
  )
}

/** The end of a drill, from wherever it stands. */
export function DrillEndPlace({ status, open, person }: { readonly status: StationStatus; readonly open: OpenWard | null; readonly person: Person | null }) {
  const { bridge, hand } = usePorts()
  const [score, setScore] = useState<DrillScore | null>(null)
  const [findings, setFindings] = useState('')
  const [isEnding, setEnding] = useState(false)
  useEffect(() => void drillScore(bridge, status, open).then(setScore), [bridge, open]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; the status changes every few seconds

  async function end(): Promise<void> {
    if (score === null) return
    setEnding(true)
    const ended = await endDrill(bridge, hand, status, score, findings.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, 50), person)
    if (!ended.ok) {
      setEnding(false)
      notice(ended.error.code)
    }
  }
  return <DrillEnd score={score} findings={findings} onFindings={setFindings} isEnding={isEnding} onEnd={() => void end()} onBack={() => goTo({ at: 'home' })} />
}
