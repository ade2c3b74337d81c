import css from './key-cap.module.css'

/** `['Ctrl', 'Enter']` drawn as key caps. Silent: the control says its shortcut through aria-keyshortcuts. */
export function KeyCaps({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={css['caps']} aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} className={css['cap']}>
          {key}
        </kbd>
      ))}
    </span>
  )
}

const ariaNames: Readonly<Record<string, string>> = { Ctrl: 'Control', Esc: 'Escape', '↑': 'ArrowUp', '↓': 'ArrowDown' }

/** The same keys as aria-keyshortcuts spells them. */
export function ariaShortcut(keys: readonly string[]): string {
  return keys.map((key) => ariaNames[key] ?? key).join('+')
}
