import { useId, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { tabId, Tabs } from '#renderer/ui/tabs.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

/** The places of the way to the end, in the order they are gone through. A ward's own station has nothing to take in. */
export const wardTabs = ['match', 'transcribe', 'check', 'close'] as const
export const deskTabs = ['take-in', ...wardTabs] as const
export type DeskTab = (typeof deskTabs)[number]

/** How far the records of the emergency were read. */
export type Reading = { readonly is: 'reading'; readonly done: number; readonly of: number } | { readonly is: 'read' } | { readonly is: 'unreadable' }

/** The desk after the emergency: who is who, what is typed, what is missing, and the end. */
export function ReconcileDesk({ isDesk = false, tab, onTab, counts, reading, end = null, onLeave, children }: {
  /** A desk of the records office; else a ward's own station. */
  readonly isDesk?: boolean
  readonly tab: DeskTab
  readonly onTab: (tab: DeskTab) => void
  /** What is left of each; null: not known here. */
  readonly counts: Readonly<Partial<Record<DeskTab, number | null>>> | null
  readonly reading: Reading
  /** The act on the right of the foot. */
  readonly end?: ReactNode
  /** Null where there is no ward to go back to. */
  readonly onLeave: (() => void) | null
  readonly children: ReactNode
}) {
  const say = useWords(words)
  const prefix = useId()
  const tabs = isDesk ? deskTabs : wardTabs
  useWindowKeys(Object.fromEntries(tabs.map((name, at) => [`Alt+${at + 1}`, () => onTab(name)])))
  return (
    <Screen
      label={isDesk ? say.deskTitle : say.title}
      keys={onLeave === null ? {} : { onBack: onLeave }}
      foot={<>{onLeave !== null && <Button keys={['Esc']} onPress={onLeave}>{say.leave}</Button>}<FootNote>{isDesk ? say.deskLead : say.lead}</FootNote><FootEnd>{end}</FootEnd></>}
    >
      <div className={css['desk']}>
        <Tabs
          label={say.tabs.label} prefix={prefix} chosen={tab} onChoose={onTab}
          tabs={tabs.map((name) => {
            const count = counts?.[name] ?? null
            return { name, label: say.tabs[name], ...(count === null ? {} : { count }) }
          })}
        />
        <div className={css['panel']} role="tabpanel" aria-labelledby={tabId(prefix, tab)}>
          {reading.is === 'reading' && <Progress what={say.reading} done={reading.done} of={reading.of} unit={say.records} />}
          {reading.is === 'unreadable' && <StateWord is="bad">{say.unreadable}</StateWord>}
          {reading.is === 'read' && children}
        </div>
      </div>
    </Screen>
  )
}
