import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'
import css from './icon.module.css'

/** A drawing beside its word. Icons are never the only sign of anything, so they are silent to screen readers. */
export function Icon({ of: Drawing, size = 'normal' }: { readonly of: LucideIcon; readonly size?: 'normal' | 'large' }) {
  return <Drawing className={classNames(css['icon'], size === 'large' && css['large'])} strokeWidth={2} aria-hidden="true" focusable="false" />
}

/** 灯: a lantern with its flame. Ours; stands for the emergency itself. */
export function LampMark({ size = 'normal' }: { readonly size?: 'normal' | 'large' }) {
  return (
    <svg className={classNames(css['icon'], css['drawn'], size === 'large' && css['large'])} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M9 7V4.5h6V7M8 7h8l1.500 10h-11zM6 20.500h12" />
      <path d="M12 14.700c-1.500-1.100-1.500-2.500 0-4.400 1.500 1.900 1.500 3.300 0 4.400z" />
    </svg>
  )
}
