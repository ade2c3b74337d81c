import { useEffect, useRef, useState } from 'react'
import { readPin } from '#domain/access/pin.ts'
import { decideContinuity } from '#domain/continuity/continuity.ts'
import type { StaffNumber } from '#domain/ids.ts'
import { readingAccounts } from '#domain/station.ts'
import { ContinuityScreen } from '../features/continuity/continuity-screen.tsx'
import { missingOf, usualWay, type ContinuityDraft, type ContinuityFault as ShownFault, type ContinuityState } from '../features/continuity/draft.ts'
import { pdfOfSheets } from '../print/print-sheet.tsx'
import { makeContinuity, type ContinuityFault } from '../session/continuity.ts'
import { provePin } from '../session/pins.ts'
import { goTo, shownNow, type Place } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useKnownPerson } from './use-known-person.ts'
import { usePeople } from './use-people.ts'
import { usePrint } from './use-print.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The ward as pages for the next place. */
export function ContinuityPlace({ from }: { readonly from: Place }) {
  const { bridge, hand, vault } = usePorts()
  const { open, status, standing, person: by } = useAtWork()
  const people = usePeople(useWardView(open)).here
  const print = usePrint()
  const [draft, setDraft] = useState<ContinuityDraft>(usualWay)
  const [folder, setFolder] = useState<string | null>(null)
  const [state, setState] = useState<ContinuityState>({ kind: 'ready' })
  const [isCopied, setCopied] = useState(false)
  const [left, setLeft] = useState<ReadonlyMap<StaffNumber, number>>(new Map())
  const named = useKnownPerson(draft.second)
  const second = named === null ? null : { person: named, left: left.get(named.staffNumber) ?? null }
  const isStopped = useRef(false)

  const readPins = async (): Promise<void> => {
    const known = await bridge.call('pin:people')
    if (known.ok) setLeft(new Map(known.value.people.map((one) => [one.person.staffNumber, one.left])))
  }
  useEffect(() => void readPins(), [bridge]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; again after each try

  /** The second person's own PIN. False: not proved, and said so. */
  const prove = async (staffNumber: StaffNumber): Promise<boolean> => {
    setState({ kind: 'proving' })
    const pin = readPin(draft.pin)
    setDraft({ ...draft, pin: '' }) // right or wrong, it does not stay
    const proved = pin.ok ? await provePin(bridge, open.incident, staffNumber, pin.value) : pin
    await readPins()
    if (proved.ok) return true
    setState(proved.error.code === 'wrong-pin' ? { kind: 'wrong-pin', left: proved.error.left } : proved.error.code === 'no-tries-left' ? { kind: 'wrong-pin', left: 0 } : { kind: 'failed', code: 'not-now' })
    return false
  }
  const start = async (): Promise<void> => {
    const decided = decideContinuity({ ...draft, second: named }, by, readingAccounts(status.card).length + 1)
    if (folder === null || !decided.ok || missingOf(draft, { by, second, folder, people: people.length }) !== null) return
    if (decided.value.way === 'plain' && !(await prove(decided.value.second.staffNumber))) return
    isStopped.current = false
    setCopied(false)
    const at = shownNow(hand)
    const made = await makeContinuity({ bridge, hand, vault, pdf: pdfOfSheets }, status, open, standing, { folder, protection: decided.value, at }, {
      step: (step, done, of) => setState({ kind: 'working', step, done, of }),
      isStopped: () => isStopped.current,
    })
    setState(made.ok ? { kind: 'done', way: decided.value.way, ...made.value } : { kind: 'failed', code: shown(made.error) })
  }
  return (
    <ContinuityScreen
      people={people.length} by={by} draft={draft} onDraft={setDraft} second={second} folder={folder} state={state} isCopied={isCopied} onCopied={setCopied}
      onFolder={() => void bridge.call('export:choose').then((chosen) => chosen.ok && chosen.value.folder !== null && setFolder(chosen.value.folder))}
      onPrint={() => {
        if (state.kind !== 'done' || state.code === null) return
        const { hospital, ward } = status.card.profile
        print({ kind: 'continuity-code', hospital, ward, code: state.code, fileName: state.fileName, sha256: state.sha256, patients: state.patients })
      }}
      onAnother={() => {
        setDraft(usualWay)
        setState({ kind: 'ready' })
      }}
      onStart={() => void start()}
      onStop={() => {
        isStopped.current = true
      }}
      onBack={() => goTo(from)}
    />
  )
}

/** What the person is told, each with what to do next. */
function shown(fault: ContinuityFault): ShownFault {
  if (fault.code === 'disk-failed') return diskWords[fault.cause] ?? 'disk-failed'
  return faultWords[fault.code] ?? 'journal-unreadable'
}

const diskWords: Readonly<Record<string, ShownFault>> = { enospc: 'disk-full', enoent: 'folder-gone', enodev: 'folder-gone' }
const faultWords: Readonly<Partial<Record<ContinuityFault['code'], ShownFault>>> = {
  stopped: 'stopped', 'read-back-differs': 'read-back-differs', 'not-saved': 'not-saved', 'not-now': 'not-now', frozen: 'not-now', refused: 'folder-gone',
}
