import { useMemo, useRef, useState } from 'react'
import { fingerprintOf } from '#domain/access/roster.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { readingAccounts } from '#domain/station.ts'
import { ExportScreen } from '../features/export/export-screen.tsx'
import type { ExportFault as ShownFault, ExportState } from '../features/export/export-screen.tsx'
import { pdfOfSheets } from '../print/print-sheet.tsx'
import { exportRecords, type ExportFault } from '../session/export-records.ts'
import { goTo } from '../session/session.ts'
import { rosterHash } from '../vault/account.ts'
import { usePorts } from './ports.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** Every record into one file that the hospital's IT opens without us. */
export function ExportPlace() {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const [folder, setFolder] = useState<string | null>(null)
  const [state, setState] = useState<ExportState>({ kind: 'ready' })
  const [withPdf, setWithPdf] = useState(false)
  const stopped = useRef(false)
  const { roster } = status.card
  const end = open.ward.end()
  const struck = useMemo(() => [...view.patients.values()].reduce((sum, row) => sum + row.struck.length, 0), [view])

  async function start(): Promise<void> {
    if (folder === null) return
    stopped.current = false
    setState({ kind: 'working', step: 'collecting', done: 0, of: 1 })
    const made = await exportRecords(bridge, hand, status, open, standing, { folder, pdf: withPdf ? pdfOfSheets : null }, {
      step: (step, done, of) => setState({ kind: 'working', step, done, of }),
      isCancelled: () => stopped.current,
    })
    if (!made.ok) return setState({ kind: 'failed', code: shown(made.error) })
    const { end: at, ...rest } = made.value
    setState({ kind: 'done', ...rest, head: printedHead(at.seq, at.head) })
  }

  return (
    <ExportScreen
      contents={{ patients: view.patients.size, entries: view.entries, struck, upToSeq: end.seq, head: printedHead(end.seq, end.head), kinds: [] }}
      recipients={[{ who: 'officer', fingerprint: short(roster.officer.recipient) }, ...readingAccounts(status.card).map(({ envelope, recipient }) => ({ who: 'account' as const, envelope, fingerprint: short(recipient) }))]}
      rosterFingerprint={fingerprintOf(rosterHash(roster))}
      folder={folder}
      onChooseFolder={() => void bridge.call('export:choose').then((chosen) => chosen.ok && chosen.value.folder !== null && setFolder(chosen.value.folder))}
      withPdf={withPdf}
      onWithPdf={setWithPdf}
      state={state}
      onStart={() => void start()}
      onStop={() => {
        stopped.current = true
      }}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}

/** Enough of a key to be compared by eye: its last eight symbols. */
function short(recipient: string): string {
  return `…${recipient.slice(-8)}`
}

/** What the person is told; everything else means that the records could not be read as they should. */
function shown(fault: ExportFault): ShownFault {
  const cause = 'cause' in fault && typeof fault.cause === 'string' ? fault.cause : ''
  if (fault.code === 'disk-failed') return diskWords[cause] ?? 'disk-failed'
  return faultWords[fault.code] ?? 'journal-unreadable'
}

const diskWords: Readonly<Record<string, ShownFault>> = { enospc: 'disk-full', enoent: 'folder-gone', enodev: 'folder-gone' }
const faultWords: Readonly<Partial<Record<ExportFault['code'], ShownFault>>> = {
  stopped: 'stopped', cancelled: 'stopped', 'not-now': 'not-now', refused: 'refused', 'read-back-differs': 'read-back-differs', 'does-not-open': 'read-back-differs',
}
