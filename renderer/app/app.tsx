import { useEffect, useState } from 'react'
import { readSealedCode } from '#domain/access/code.ts'
import type { StationStatus } from '#domain/bridge.ts'
import { holdsRecord } from '#domain/incident/life.ts'
import type { Person } from '#domain/log/person.ts'
import { FirstRun } from '../features/first-run/first-run.tsx'
import type { HelpTopic } from '../features/help/topics.ts'
import { PlanReader } from '../features/plan/plan-reader.tsx'
import { Frame } from '../features/shell/frame.tsx'
import { TopBar } from '../features/shell/top-bar.tsx'
import { fillSampleWard } from '../session/drill.ts'
import { lock, type OpenWard } from '../session/open-ward.ts'
import { goTo, setHelp, setPerson, setStatus, useSession } from '../session/session.ts'
import { publicTold, type Told } from '../session/told.ts'
import { confirmGuard, ConfirmGuardContext } from '../ui/confirm-guard.ts'
import { LanguageProvider } from '../ui/language.tsx'
import { Scans, type Scan } from '../ui/scans.tsx'
import { AuditPlace } from './audit-place.tsx'
import { ClosedPlace } from './closed-place.tsx'
import { ConformancePlace } from './conformance-place.tsx'
import { ErasePlace } from './erase-place.tsx'
import { DrillEndPlace, DrillPlace } from './drill-place.tsx'
import { Helped } from './helped.tsx'
import { LockPlace } from './lock-place.tsx'
import { MaintenancePlace } from './maintenance-place.tsx'
import { Notices } from './notices.tsx'
import { OpenPlace } from './open-place.tsx'
import { usePorts } from './ports.ts'
import { InventoryPlace } from './inventory-place.tsx'
import { ReferencePlace } from './reference-place.tsx'
import { SealCheckPlace } from './seal-check-place.tsx'
import { SealedPlace } from './sealed-place.tsx'
import { SetUpPlace } from './set-up-place.tsx'
import { TopBanner } from './top-banner.tsx'
import { useIdleLock } from './use-idle-lock.ts'
import { useLookKept } from './use-look.ts'
import { useClockOffset, useNow } from './use-now.ts'
import { usePlanRead } from './use-plan.ts'
import { useStatusKept } from './use-status.ts'
import { DeskSetUpPlace } from './desk-set-up-place.tsx'
import { deskOf, type Desk } from './desk.ts'
import { AtWorkProvider, type AtWork } from './ward-context.ts'
import { WardPlace } from './ward-place.tsx'

type Carded = AtWork['status']

/** Which screen is shown follows from what the station is, and only then from where somebody went. */
export function App() {
  const status = useSession((session) => session.status)
  const look = useSession((session) => session.look)
  const layout = useSession(({ plan }) => plan.scanning.layout)
  return (
    <LanguageProvider language={look.language}>
      <Scans layout={layout} otherwise={isCodeAstray}>{status === null ? null : <Station status={status} />}</Scans>
    </LanguageProvider>
  )
}

/** An envelope's code where none is asked for is neither shown nor kept. Boxes that ask for a code judge it themselves. */
function isCodeAstray({ text, over }: Scan): boolean {
  return readSealedCode(text).ok && (over?.closest('[data-code-field]') ?? null) === null
}

function Station({ status }: { readonly status: StationStatus }) {
  const { bridge, hand } = usePorts()
  const place = useSession((session) => session.place)
  const [work, setWork] = useState<{ readonly open: OpenWard; readonly person: Person; readonly desk: Desk } | null>(null)
  const isDesk = status.card?.role === 'desk'
  useEffect(() => {
    document.title = isDesk ? '灯 記録室の机' : '灯 Tomoshibi'
  }, [isDesk])
  useStatusKept()
  usePlanRead()
  const [confirming] = useState(() => confirmGuard(() => performance.now()))
  const doLock = (why: 'asked' | 'idle'): void => void lock(bridge, work === null ? null : { open: work.open, finish: confirming.finish }, why)
  // Also on the last stops of an opening: the key is in this window before anybody chose a PIN.
  const hasKey = work !== null || ((place.at === 'open' || place.at === 'desk-set-up') && status.card !== null && holdsRecord(status.card.phase))
  const isTakingIn = useSession((session) => session.isTakingIn)
  useIdleLock(hasKey && !isTakingIn ? doLock : null)

  const enter = async (open: OpenWard, person: Person): Promise<void> => {
    const restored = await open.ward.drafts.restore()
    await fillSampleWard(bridge, hand, useSession.getState().status ?? status, open)
    setPerson(person)
    setWork({ open, person, desk: deskOf(restored) })
    goTo({ at: 'home' })
  }
  const changeTo = (person: Person): void => {
    setPerson(person)
    setWork((before) => (before === null ? null : { ...before, person }))
    goTo({ at: 'home' })
  }
  const carded: Carded | null = status.card === null ? null : { ...status, card: status.card }
  if (work !== null && carded !== null) {
    return (
      <AtWorkProvider value={{ ...work, status: carded }}>
        <ConfirmGuardContext value={confirming}><WardPlace onLock={() => doLock('asked')} onPerson={changeTo} /></ConfirmGuardContext>
      </AtWorkProvider>
    )
  }
  return <Outside status={status} carded={carded} at={place.at} onEnter={(open, person) => void enter(open, person)} />
}

/** Every screen that has no key: first run, set-up, sealed, break-glass, locked. */
function Outside({ status, carded, at, onEnter }: { readonly status: StationStatus; readonly carded: Carded | null; readonly at: string; readonly onEnter: (open: OpenWard, person: Person) => void }) {
  const { bridge } = usePorts()
  const [look, setLook] = useLookKept()
  const now = useNow()
  const isClockCorrected = useClockOffset() !== 0
  const [told, setTold] = useState<Told | null>(null)
  const incident = status.incident?.incident ?? null
  useEffect(() => {
    if (incident !== null) void publicTold(bridge, incident).then(setTold)
  }, [bridge, incident])
  const profile = status.card?.profile
  return (
    <Frame
      realm={status.realm}
      incident={<TopBanner status={status} told={told} now={now} onDetail={() => goTo({ at: 'audit' })} />}
      top={
        <TopBar
          station={profile === undefined ? '' : `${profile.hospital}　${profile.ward}　${profile.letters}`}
          now={now}
          isClockCorrected={isClockCorrected}
          look={look}
          onLook={setLook}
          onHelp={() => setHelp(true)}
        />
      }
      banners={<Notices status={status} />}
    >
      <Helped topic={topicOf(status, at)}>
        <OutsideScreen status={status} carded={carded} at={at} onEnter={onEnter} />
      </Helped>
    </Frame>
  )
}

/** Where nobody works in the ward. */
const mayPlaceEnvelopes: ReadonlySet<string> = new Set(['sealed', 'closed'])

function topicOf({ card, ceremony }: StationStatus, at: string): HelpTopic {
  if (at === 'set-up') return at
  if (at === 'desk-set-up') return 'desk'
  if (card === null || card.phase === 'new') return ceremony === null ? 'first-run' : 'set-up'
  if (at === 'open' || at === 'audit' || at === 'plan' || at === 'maintenance' || at === 'erase') return at
  return card.phase === 'closed' ? (card.role === 'desk' ? 'desk' : 'set-up') : card.phase === 'sealed' ? 'sealed' : 'lock'
}

function OutsideScreen({ status, carded, at, onEnter }: { readonly status: StationStatus; readonly carded: Carded | null; readonly at: string; readonly onEnter: (open: OpenWard, person: Person) => void }) {
  const { bridge, hand } = usePorts()
  const [lookedAt, setLookedAt] = useState(hand.now)
  const plan = useSession((session) => session.plan)
  const isPrepared = carded !== null && carded.card.phase !== 'new'
  // Until it has its keys: the desk is on the disk before anybody chose a PIN.
  if (at === 'desk-set-up' && !status.damaged) return <DeskSetUpPlace onOpened={onEnter} />
  if (!isPrepared) {
    if (at === 'set-up' || status.ceremony !== null) return <SetUpPlace key={at} status={status} />
    const search = (): void => void bridge.call('station:status').then((found) => {
      if (found.ok) setStatus(found.value)
      setLookedAt(hand.now())
    })
    return <FirstRun lookedIn={[{ folder: status.folder, found: status.damaged ? 'damaged' : 'nothing' }]} lookedAt={lookedAt} isSearching={false} onSearchAgain={search} onChooseFolder={search} onRestore={null} onSetUp={() => goTo({ at: 'set-up' })} onDesk={() => goTo({ at: 'desk-set-up' })} />
  }
  if (at === 'conformance') return <ConformancePlace />
  if (carded.card.phase === 'closed' && carded.card.role === 'ward' && at === 'set-up') return <SetUpPlace status={status} />
  if (at === 'drill-end' && status.realm === 'drill') return <DrillEndPlace status={status} open={null} person={null} />
  if (at === 'drill' && carded.card.phase === 'sealed' && status.realm !== 'drill') return <DrillPlace status={status} />
  if (at === 'audit') return <AuditPlace dek={null} />
  if (at === 'maintenance' && (carded.card.phase === 'sealed' || carded.card.phase === 'closed')) return <MaintenancePlace status={carded} />
  if (at === 'erase' && carded.card.phase === 'closed') return <ErasePlace status={carded} />
  if (at === 'plan') return <PlanReader plan={plan} onBack={() => goTo({ at: 'home' })} />
  if (at === 'open') return <OpenPlace status={carded} onOpened={onEnter} />
  if (at === 'inventory' && mayPlaceEnvelopes.has(carded.card.phase)) return <InventoryPlace status={carded} />
  if (at === 'reference' && carded.card.phase === 'sealed') return <ReferencePlace status={carded} open={null} by={null} onBack={() => goTo({ at: 'home' })} />
  if (at === 'seal-check' && carded.card.phase === 'sealed') return <SealCheckPlace status={carded} />
  if (carded.card.phase === 'closed') return <ClosedPlace status={carded} />
  return carded.card.phase === 'sealed' ? <SealedPlace status={carded} /> : <LockPlace status={status} onUnlocked={onEnter} />
}
