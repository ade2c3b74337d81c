import { Check } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './toast.module.css'

/** Repeats something already true and written elsewhere (printed, copied). Goes after 8 s. Never an error, never "saved". */
export function Toast({ children, action = null, onGone }: { readonly children: ReactNode; readonly action?: ReactNode; readonly onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, 8_000)
    return () => clearTimeout(timer)
  }, [onGone])
  return (
    <div className={css['toast']} role="status">
      <Icon of={Check} />
      <span>{children}</span>
      {action}
    </div>
  )
}
