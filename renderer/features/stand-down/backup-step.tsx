import { FileOutput } from 'lucide-react'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { words } from './words.ts'
import css from './stand-down.module.css'

/** One backup that was read back, made while nothing of care is written any more. */
export function BackupStep({ madeAt, onExport, isWithout, onWithout }: {
  readonly madeAt: Instant | null
  readonly onExport: () => void
  readonly isWithout: boolean
  readonly onWithout: (isWithout: boolean) => void
}) {
  const say = useWords(words).backup
  return (
    <div className={css['stack']}>
      <Leaders isRuled><Leader question={say.state} state={madeAt === null ? 'warn' : 'ok'} answer={madeAt === null ? say.none : say.made(shortMoment(madeAt))} /></Leaders>
      <div className={css['acts']}><Button autoFocus={madeAt === null} icon={FileOutput} onPress={onExport}>{say.act}</Button></div>
      {madeAt === null && <div className={css['checks']}><Check isOn={isWithout} onChange={onWithout}>{say.without}</Check></div>}
    </div>
  )
}
