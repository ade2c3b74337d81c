import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { useLanguage } from './language.tsx'
import { Icon } from './icon.tsx'
import { ariaShortcut, KeyCaps } from './key-cap.tsx'
import css from './button.module.css'

export type ButtonLook =
  /** framed: everything that is not below */
  | 'plain'
  /** filled indigo, the one act a screen is for. Never for what cannot be undone */
  | 'primary'
  /** framed red: begins something that cannot be undone */
  | 'danger'
  /** filled red: does it, in the dialog that asked */
  | 'final'
  /** double frame: break the glass */
  | 'glass'
  /** underlined words */
  | 'quiet'
  | 'drill'

type ButtonProps = {
  /** Verb and object: 「この番号で登録する」. */
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: ButtonLook
  readonly size?: 'normal' | 'small'
  readonly icon?: LucideIcon | null
  readonly keys?: readonly string[]
  /** Why it cannot be pressed now, in a few words; joined to the label, so an unavailable act always says why. */
  readonly offBecause?: string | null
  readonly autoFocus?: boolean
  /** Pressed state of a toggle; leave out for every other button. */
  readonly isOn?: boolean | null
  /** Says more than the visible words when those need their surroundings: 「記録者を交代　佐藤 美咲」. */
  readonly label?: string | null
}

export function Button({
  children, onPress, look = 'plain', size = 'normal', icon = null, keys = [], offBecause = null, autoFocus = false, isOn = null, label = null,
}: ButtonProps) {
  const language = useLanguage()
  return (
    <Pressable
      className={classNames(css['button'], css[look], size === 'small' && css['small'], isOn === true && css['on'])}
      onPress={onPress}
      isDisabled={offBecause !== null}
      autoFocus={autoFocus}
      {...(isOn === null ? {} : { 'aria-pressed': isOn })}
      {...(label === null ? {} : { 'aria-label': label })}
      {...(keys.length === 0 ? {} : { 'aria-keyshortcuts': ariaShortcut(keys) })}
    >
      {icon !== null && <Icon of={icon} size={look === 'glass' ? 'large' : 'normal'} />}
      <span className={css['words']}>
        {children}
        {offBecause !== null && (language === 'ja' ? `（${offBecause}）` : ` (${offBecause})`)}
      </span>
      {keys.length > 0 && offBecause === null && <KeyCaps keys={keys} />}
    </Pressable>
  )
}
