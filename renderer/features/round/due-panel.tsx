import type { Instant } from '#domain/time.ts'
import { looksFirst, type Due } from '#domain/view/due.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DueTime } from '#renderer/ui/due-time.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { DueLine } from './due-line.tsx'
import { words } from './words.ts'
import css from './round.module.css'

const mostShown = 4

/** 期限 of one patient: looks at a running bag, then the longest overdue. `onAct` null: nothing is written any more. */
export function DuePanel({ dues, now, onAct, onAll }: { readonly dues: readonly Due[]; readonly now: Instant; readonly onAct: ((due: Due) => void) | null; readonly onAll: () => void }) {
  const say = useWords(words)
  if (dues.length === 0) return null
  const shown = looksFirst(dues).slice(0, mostShown)
  return (
    <Section title={say.due} end={<span className={css['count']}>{say.count(dues.length)}</span>}>
      <ul className={css['due']}>
        {shown.map((one) => (
          <li key={one.key} className={css['task']}>
            <DueTime due={one.due} state={one.state} now={now} />
            <DueLine due={one} />
            {onAct !== null && <Button size="small" onPress={() => onAct(one)}>{one.of === 'look' ? say.watch : one.task.order.body.medicine === null ? say.carryOut : say.give}</Button>}
          </li>
        ))}
      </ul>
      {dues.length > mostShown && <div className={css['rest']}><span>{say.more(dues.length - mostShown)}</span><Button size="small" look="quiet" onPress={onAll}>{say.all}</Button></div>}
    </Section>
  )
}
