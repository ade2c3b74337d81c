import { firstStatus, machine } from '#renderer/first-status.ts'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { StationStatus } from '#domain/bridge.ts'
import type { WardView } from '#domain/view/ward.ts'
import { App } from '#renderer/app/app.tsx'
import { PortsProvider } from '#renderer/app/ports.ts'
import { useStatusKept } from '#renderer/app/use-status.ts'
import { AtWorkProvider, type AtWork } from '#renderer/app/ward-context.ts'
import { WardPlace } from '#renderer/app/ward-place.tsx'
import { loadFontsAfterFirstPaint } from '#renderer/fonts.ts'
import { hand, idle } from '#renderer/host.ts'
import { openWard, type OpenWard } from '#renderer/session/open-ward.ts'
import { setLook, setStatus, useSession } from '#renderer/session/session.ts'
import { LanguageProvider } from '#renderer/ui/language.tsx'
import { startVault } from '#renderer/workers/vault-worker.ts'
import { firstJob } from './first-job.ts'
import type { Job } from './job.ts'

/**
 * The window as main.tsx puts it together, with one thing ahead: the key is there, so the board can be drawn
 * at once. Everything else is the product's: bundle, policies, status call, frame, banner, bars and board.
 */
export async function showBoard(): Promise<void> {
  const ports = { bridge: machine, hand, vault: startVault() }
  const root = document.getElementById('root')
  const [status, given] = await Promise.all([firstStatus, firstJob])
  const job = JSON.parse(given) as Job // written by app.ts
  if (!status.ok || root === null) throw new Error('The station gave no status')
  setStatus(status.value)
  setLook(status.value.look)
  const open = job.act === 'board' ? rowsOnly(job) : await throughTheStore(job, status.value)
  flushSync(() =>
    createRoot(root).render(
      <PortsProvider value={ports}>
        <Window open={open} person={job.standing.by} />
      </PortsProvider>,
    ),
  )
  loadFontsAfterFirstPaint()

  async function throughTheStore({ dek, standing }: Job, at: StationStatus): Promise<OpenWard> {
    const opened = await openWard({ bridge: machine, hand, idle }, at, bytesOf(dek), standing.account)
    if (!opened.ok) throw new Error(opened.error.code)
    return opened.value
  }
}

function Window({ open, person }: Pick<AtWork, 'open' | 'person'>) {
  const look = useSession((session) => session.look)
  const status = useSession((session) => session.status)
  useStatusKept()
  if (status === null || status.card === null) return <App /> // never here: it keeps the bundle the product's own
  return (
    <LanguageProvider language={look.language}>
      <AtWorkProvider value={{ open, person, desk: new Map(), status: { ...status, card: { ...status.card, profile: { ...status.card.profile, beds } } } }}>
        <WardPlace onLock={() => undefined} onPerson={() => undefined} />
      </AtWorkProvider>
    </LanguageProvider>
  )
}

/** A ward of sixty beds, all of them on the hospital's list. */
const beds = Array.from({ length: 60 }, (_, n) => `${501 + Math.floor(n / 4)}-${1 + (n % 4)}`)

/** A ward that only shows: its rows came with the job. */
function rowsOnly({ view, dek, incident, standing }: Job): OpenWard {
  if (view === null) throw new Error('The job brought no rows')
  const shown: WardView = { ...view, patients: new Map(view.patients.map((row) => [row.id, row])) }
  const ward = { view: () => shown, end: () => ({ seq: 0, head: '' }), subscribe: () => () => undefined }
  const rows = { ward, incident, dek: bytesOf(dek), account: standing.account, reference: { lists: () => noLists, subscribe: () => () => undefined } }
  return rows as unknown as OpenWard // what the board asks of it
}

/** One and the same: the board draws again whenever its lists are others. */
const noLists = { patients: { is: 'none' }, census: { is: 'none' }, documents: { is: 'none' } }

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}
