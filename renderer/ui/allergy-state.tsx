import { OctagonAlert, TriangleAlert } from 'lucide-react'
import type { AllergyNow } from '#domain/view/ward.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import { patientWords } from './patient-words.ts'
import { Written } from './written.tsx'
import css from './allergy-state.module.css'

/**
 * 未確認 / なし / あり, never an empty place: an empty place reads as "none", and that kills. A "none" after an earlier
 * "present" is shown as a caution. `short` leaves the word アレルギー to the column's head.
 */
export function AllergyState({ now, size = 'full' }: { readonly now: AllergyNow; readonly size?: 'short' | 'full' }) {
  const say = useWords(patientWords).allergy
  const name = size === 'full' ? `${say.name} ` : ''
  if (now.state === 'present' && now.said.statement.state === 'present') {
    return (
      <Badge look="danger">
        <Icon of={OctagonAlert} />
        <span className={css['words']}>
          {name}
          <Written>{substances(now.said.statement.substances, size)}</Written>
        </span>
      </Badge>
    )
  }
  if (now.state === 'none' && !now.presentBefore) return <Badge>{`${name}${say.none}`}</Badge>
  return (
    <Badge look="warn">
      <Icon of={TriangleAlert} />
      <span className={css['own']}>
        {`${name}${now.state === 'none' ? say.none : say.unconfirmed}`}
        {now.presentBefore && size === 'full' && ` (${say.presentBefore})`}
      </span>
    </Badge>
  )
}

function substances(all: readonly { readonly substance: string; readonly reaction: string }[], size: 'short' | 'full'): string {
  if (size === 'short') return all.map(({ substance }) => substance).join('・')
  return all.map(({ substance, reaction }) => (reaction.trim() === '' ? substance : `${substance}（${reaction}）`)).join('・')
}
