import { ChevronRight, type LucideIcon } from 'lucide-react'
import { Icon } from '#renderer/ui/icon.tsx'
import css from './sealed.module.css'

/** A way to something that is always at hand: what it is, and in a few words what for. */
export function Entrance({ icon, title, note, onPress }: { readonly icon: LucideIcon; readonly title: string; readonly note: string; readonly onPress: () => void }) {
  return (
    <button type="button" className={css['entrance']} onClick={onPress}>
      <Icon of={icon} size="large" />
      <span><b>{title}</b><small>{note}</small></span>
      <Icon of={ChevronRight} />
    </button>
  )
}
