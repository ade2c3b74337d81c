import type { PatientId } from '#domain/ids.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { CalendarDate, Instant } from '#domain/time.ts'
import { Registered } from '../features/register/registered.tsx'
import { goTo } from '../session/session.ts'
import { usePrintBandAndCard } from './paper-place.tsx'

/** The last step of every registration of one patient. `onNext`: to the next one. */
export function RegisteredStep({ patient, body, today, savedAt, onNext = () => goTo({ at: 'register', bed: null }) }: {
  readonly patient: PatientId
  readonly body: BodyOf<'patient-registered'>
  readonly today: CalendarDate
  readonly savedAt: Instant
  readonly onNext?: () => void
}) {
  const print = usePrintBandAndCard()
  const chart = { at: 'chart', patient, via: 'register' } as const
  return (
    <Registered
      body={body} today={today} savedAt={savedAt} onPrint={() => print(patient)} onInsurance={() => goTo({ at: 'insurance', patient, from: chart })}
      onOpenChart={() => goTo(chart)} onNext={onNext} onBack={() => goTo({ at: 'home' })}
    />
  )
}
