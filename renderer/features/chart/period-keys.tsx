import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import type { Hours } from './curve.ts'
import { words } from './words.ts'
import css from './chart-screen.module.css'

export const periods = { '8': 8, '24': 24, '72': 72, '168': 168 } as const satisfies Record<string, Hours>
export type Period = keyof typeof periods

/** How long a time the curves show, and the ways to what lies before and behind it; a way that leads nowhere is not drawn. */
export function PeriodKeys({ hours, onHours, earlier, later }: { readonly hours: Period; readonly onHours: (hours: Period) => void; readonly earlier: (() => void) | null; readonly later: (() => void) | null }) {
  const say = useWords(words).curve
  const place = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  // The last way that was pressed may be gone now: the focus goes to the other one.
  useLayoutEffect(() => {
    if (isPressed.current && document.activeElement === document.body) place.current?.querySelector('button')?.focus()
    isPressed.current = false
  })
  const press = (act: () => void) => (): void => {
    isPressed.current = true
    act()
  }
  return (
    <div ref={place} className={css['period']}>
      {earlier !== null && <Button size="small" icon={ChevronLeft} label={say.earlier} onPress={press(earlier)}>{''}</Button>}
      {later !== null && <Button size="small" icon={ChevronRight} label={say.later} onPress={press(later)}>{''}</Button>}
      <Choice
        label={say.range} isLabelHidden look="joined" value={hours} onChange={onHours}
        options={[{ value: '8', label: say.shift }, { value: '24', label: say.day }, { value: '72', label: say.threeDays }, { value: '168', label: say.week }]}
      />
    </div>
  )
}
