import { FileText } from 'lucide-react'
import type { PatientId } from '#domain/ids.ts'
import type { CalendarDate } from '#domain/time.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { AlikePatient } from './alike.ts'
import { words } from './words.ts'
import css from './register.module.css'

/** Patients already here whose name is like the one being written: warned of before anything is saved. */
export function AlikeList({ alike, isNamed, compared, today, onOpenChart }: {
  readonly alike: readonly AlikePatient[]
  readonly isNamed: boolean
  readonly compared: number
  readonly today: CalendarDate
  readonly onOpenChart: (patient: PatientId) => void
}) {
  const say = useWords(words).alike
  const same = alike.filter(({ likeness }) => likeness === 'same').length
  const similar = alike.filter(({ likeness }) => likeness === 'similar').length
  return (
    <div className={css['right']}>
      <Section title={say.title} note={say.note(compared)} grows>
        {same > 0 && <Banner look="warn"><b>{say.sameWarning(same)}</b></Banner>}
        {same === 0 && similar > 0 && <Banner look="warn"><b>{say.similarWarning(similar)}</b></Banner>}
        {alike.length === 0 && <p className={css['nobody']}>{isNamed ? say.none : say.nothingTyped}</p>}
        <ul className={css['alikes']}>
          {alike.map(({ row, likeness }) => (
            <li key={row.id} className={css['one']}>
              <div className={css['degree']}><Badge look={likeness === 'same-family' ? 'plain' : 'strong'}>{say.degree[likeness]}</Badge></div>
              <RowLine row={row} today={today} />
              <Button look="quiet" size="small" icon={FileText} onPress={() => onOpenChart(row.id)}>{say.open}</Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
