import { useMemo, useState } from 'react'
import { makeRestartCode, type RestartCode } from '#domain/access/code.ts'
import { identityOf } from '#domain/identity/identity.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { missingMedia } from '#domain/erasure/archive.ts'
import { EntryId, readStaffNumber, type PatientId } from '#domain/ids.ts'
import { kinds } from '#domain/log/kinds.ts'
import { shownName } from '#domain/patient/naming.ts'
import { boardOf, countsByKind, type CountedWard, type OpenThing } from '#domain/reconcile/board.ts'
import type { Check } from '#domain/reconcile/checks.ts'
import { bareRecords, inWorkOrder, withStates } from '#domain/reconcile/records.ts'
import { targetsOf } from '#domain/reconcile/targets.ts'
import { wardOfNumber, wardsTakenIn } from '#domain/desk/take-in.ts'
import { checkText, mostLine } from '#domain/text.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import { ArchivePanel } from '../features/reconcile/archive-panel.tsx'
import { CheckPanel } from '../features/reconcile/check-panel.tsx'
import { ClosePanel } from '../features/reconcile/close-panel.tsx'
import { ReconcileDesk, type DeskTab } from '../features/reconcile/desk.tsx'
import { lock } from '../session/open-ward.ts'
import { keepRestartCode } from '../session/pins.ts'
import { numberListSheet, signOffSheet, stationStatistics } from '../session/reconcile-sheets.ts'
import { goTo, notice } from '../session/session.ts'
import { useLanguage } from '../ui/language.tsx'
import { takenOverForm } from './desk.ts'
import { usePorts } from './ports.ts'
import { ReconcileMatch } from './reconcile-match.tsx'
import { ReconcileTakeIn } from './reconcile-take-in.tsx'
import { ReconcileTranscribe } from './reconcile-transcribe.tsx'
import { useArchive } from './use-archive.ts'
import { useCompared } from './use-compared.ts'
import { useDeskRecords } from './use-desk-records.ts'
import { usePrint } from './use-print.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The way to the end: match, transcribe, check, close. What is read and compared once serves all four. */
export function ReconcilePlace({ tab }: { readonly tab: DeskTab }) {
  const { bridge, hand, vault } = usePorts()
  const { open, status, standing, desk } = useAtWork()
  const view = useWardView(open)
  const language = useLanguage()
  const print = usePrint()
  const kept = useDeskRecords()
  const compared = useCompared()
  const [lead, setLead] = useState<{ readonly record: EntryId | null; readonly patient: PatientId | null }>({ record: null, patient: null })
  const [code, setCode] = useState<{ readonly code: RestartCode; readonly holder: string } | null>(null)

  const persons = useMemo(() => personsOf(view), [view])
  const targets = useMemo(() => targetsOf(view, persons), [view, persons])
  const bare = useMemo(() => inWorkOrder(bareRecords(kept.basis), persons), [kept.basis, persons])
  const rows = useMemo(() => withStates(bare, kept.read), [bare, kept.read])
  const wards = useMemo(() => wardsTakenIn(kept.records), [kept.records])
  const { letters, hospital, ward } = status.card.profile
  const isDesk = status.card.role === 'desk'
  const counted: readonly CountedWard[] = isDesk ? wards.map(({ from }) => ({ station: from.station, letters: from.letters, name: `${from.letters} ${from.ward}` })) : [{ station: null, letters, name: ward }]
  const drafts = [...desk.values()].filter(({ form }) => form !== takenOverForm)
  // Looks at every record, so only where it is shown: while somebody types, each key would wait for it.
  const archive = useArchive(kept, tab === 'check' || tab === 'close')
  const board = tab === 'check' || tab === 'close' ? boardOf({ view, persons, records: kept.read, rows, doubles: compared.doubles, drafts, realm: status.realm, wards: counted, missingMedia: archive.missing }) : null
  const statistics = useMemo(() => (tab !== 'close' ? [] : stationStatistics({ letters, ward }, kept.records)), [tab, kept.records, letters, ward])
  const counts = board === null ? [] : countsByKind(rows)
  const openChecks = board === null ? null : board.checks.filter(({ isClosed }) => !isClosed).length + (compared.doubles === null ? 1 : 0)
  const onTab = (to: DeskTab): void => goTo({ at: 'stand-down', tab: to })

  const nameOf = (patient: PatientId): string => {
    const row = view.patients.get(patient)
    return row !== undefined && isRegistered(row) ? [shownName(identityOf(row).naming), row.registered.number, isDesk ? wardOfNumber(row.registered.number, wards) : null].filter((part) => part !== null).join(' ') : '—'
  }
  const thingName = ({ patient, kind, text }: OpenThing): string => [kind === null ? '' : kinds[kind].label[language], patient === null ? '' : nameOf(patient), text].filter((part) => part !== '').join('　')

  function onLead(check: Check, { patient, entry }: OpenThing): void {
    if (check === 'archives') return onTab('close')
    if (check === 'unmatched') {
      setLead({ record: null, patient })
      return onTab('match')
    }
    const record = rows.find(({ id }) => id === entry)
    if (record !== undefined && (check === 'untranscribed' || check === 'unchecked' || check === 'other-number' || check === 'typed-twice')) {
      setLead({ record: record.id, patient: null })
      return onTab('transcribe')
    }
    if (check === 'proxies' || check === 'alone' || check === 'no-reason' || check === 'uncalled') return goTo({ at: 'items' })
    if (check === 'narcotics') return goTo({ at: 'controlled' })
    if (check === 'doubles' && patient !== null) return goTo({ at: 'identity', patient })
    goTo(patient === null ? { at: 'print' } : { at: 'chart', patient, via: 'link' })
  }

  function sign(check: Check, count: number, reason: string): 'reason-empty' | 'text' | null {
    if (reason.trim() === '') return 'reason-empty'
    if (!checkText(reason, mostLine).ok) return 'text'
    void kept.save({ id: EntryId.parse(hand.newId()), kind: 'check-signed', patient: null, at: null, body: { check, count, reason } })
    return null
  }

  async function makeCode(typed: string): Promise<void> {
    const holder = readStaffNumber(typed)
    if (holder === null) return notice('refused')
    const made = makeRestartCode(hand)
    const keeping = await keepRestartCode(bridge, vault, open.dek, made, holder)
    if (!keeping.ok) return notice(keeping.error.code)
    setCode({ code: made, holder })
  }

  async function close(): Promise<void> {
    // Asked once more: the button is off, and something may have come in between.
    if (board?.mayClose !== true || missingMedia(await archive.look()).length !== archive.missing.length) return
    const closed = await bridge.call('incident:close', { staffNumber: standing.by.staffNumber })
    if (!closed.ok) return notice(closed.error.code)
    await lock(bridge, { open, finish: () => Promise.resolve() }, 'asked')
  }

  return (
    <ReconcileDesk
      isDesk={isDesk} tab={tab} onTab={onTab} reading={kept.reading} onLeave={isDesk ? null : () => goTo({ at: 'home' })}
      counts={kept.reading.is !== 'read' ? null : {
        'take-in': wards.length,
        match: [...targets].filter(([patient, { hospitalId }]) => hospitalId === null && persons.mainOf(patient) === patient).length,
        transcribe: rows.filter(({ state }) => state.status !== 'checked' && state.status !== 'not-needed').length, check: openChecks, close: openChecks,
      }}
    >
      {tab === 'take-in' && <ReconcileTakeIn kept={kept} wards={wards} />}
      {tab === 'match' && <ReconcileMatch compared={compared} kept={kept} persons={persons} targets={targets} rows={rows} lead={lead.patient} />}
      {tab === 'transcribe' && <ReconcileTranscribe kept={kept} wards={wards} bare={bare} rows={rows} persons={persons} targets={targets} lead={lead.record} nameOf={nameOf} />}
      {tab === 'check' && board !== null && <CheckPanel board={board} counts={counts} isCompared={compared.doubles !== null} nameOf={thingName} onLead={onLead} onSign={sign} />}
      {tab === 'close' && board !== null && (
        <ClosePanel
          code={code} onMakeCode={(typed) => void makeCode(typed)} onCodeOnPaper={() => setCode(null)} open={openChecks ?? 0}
          onSignOff={() => print(signOffSheet({ hospital, ward }, kept.records, board, counts))} onNumbers={() => print(numberListSheet({ hospital, ward }, view, targets))}
          onExport={() => goTo({ at: 'export' })} onClose={() => void close()}
          archive={<ArchivePanel archives={archive.archives} written={archive.written} photos={archive.photos} state={archive.state} onWrite={archive.write} onKeep={archive.keep} onStop={archive.stop} />}
          figures={statistics[0]?.lines ?? []} onStatistics={() => print({ kind: 'statistics', hospital, ward, sections: statistics })}
        />
      )}
    </ReconcileDesk>
  )
}
