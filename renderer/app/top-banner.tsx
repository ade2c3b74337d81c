import type { StationStatus } from '#domain/bridge.ts'
import type { Instant } from '#domain/time.ts'
import { DeskBanner, DrillBanner, IncidentBanner } from '../features/shell/incident-banner.tsx'
import { goTo, notice } from '../session/session.ts'
import type { Told } from '../session/told.ts'
import { incidentShown } from './incident-shown.ts'
import { usePorts } from './ports.ts'

/** The first row of every screen: the emergency, or that this is a drill, sealed or not. Null on the sealed real station. */
export function TopBanner({ status, told, now, onDetail }: { readonly status: StationStatus; readonly told: Told | null; readonly now: Instant; readonly onDetail: () => void }) {
  const { bridge } = usePorts()
  if (status.realm === 'drill') return <DrillBanner minutesLeft={status.drill.running?.minutesLeft ?? null} onEndDrill={() => goTo({ at: 'drill-end' })} onReal={() => void bridge.call('drill:end', { staffNumber: null, log: null }).then((ended) => ended.ok || notice(ended.error.code))} />
  if (status.card?.role === 'desk') return <DeskBanner realm={status.realm} name={status.card.profile.ward} onDetail={() => goTo({ at: 'audit' })} />
  if (status.incident === null || told === null) return null
  return <IncidentBanner incident={incidentShown(status, told)} now={now} onDetail={onDetail} />
}
