import { BatteryMedium, BatteryWarning, Clock, HardDrive, History, PlugZap, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StationLetters } from '#domain/number/ward-number.ts'
import type { Instant } from '#domain/time.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { duration, nearMoment, shortMoment } from '#renderer/ui/moment.ts'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './status-bar.module.css'

export type SecondJournal =
  | { readonly kind: 'absent' }
  | { readonly kind: 'in-step' }
  | { readonly kind: 'behind'; readonly entries: number }
  | { readonly kind: 'lost' }

export type Power = {
  readonly source: 'mains' | 'battery'
  /** Null when the PC has no battery to ask. */
  readonly percent: number | null
  readonly minutesLeft: number | null
}

/** The promises of the machine, in words. Never scrolls away. */
export function StatusBar({ now, isClockCorrected = false, saved, second, power, backupAt = null, referenceAt = null, ward, station, head }: {
  readonly now: Instant
  /** The times on the screen are the device's plus an offset that was confirmed. */
  readonly isClockCorrected?: boolean
  readonly saved: Saved
  readonly second: SecondJournal
  readonly power: Power
  /** The newest backup that was read back and proved. */
  readonly backupAt?: Instant | null
  readonly referenceAt?: Instant | null
  readonly ward: string
  readonly station: StationLetters
  /** The ten symbols printed on every sheet (domain/log/printed-head.ts); null before the first frame. */
  readonly head: string | null
}) {
  const say = useWords(words).status
  return (
    <footer className={css['status']} aria-label={say.label}>
      <Part isEmpty={saved.kind === 'nothing-yet'}><SavedState saved={saved} /></Part>
      <Part isWarning={second.kind === 'behind' || second.kind === 'lost'}>
        <Icon of={HardDrive} />
        {second.kind === 'behind' ? say.second.behind(second.entries) : second.kind === 'in-step' ? say.second.inStep : say.second[second.kind]}
      </Part>
      {backupAt !== null && <Part><Icon of={History} />{say.backup(nearMoment(backupAt, now))}</Part>}
      {referenceAt !== null && <Part><Icon of={Users} />{say.reference(shortMoment(referenceAt))}</Part>}
      {isClockCorrected && <Part><Icon of={Clock} />{say.corrected}</Part>}
      <PowerPart power={power} />
      <Part isLast>
        <Written>{ward}</Written> <b>{station}</b>
        {head !== null && <span className={css['head']}>{say.head} {head}</span>}
      </Part>
    </footer>
  )
}

/** Below 30 % the ward pack is offered, below 10 % a checkpoint is written (design §8): the bar says so by its look. */
function PowerPart({ power }: { readonly power: Power }) {
  const say = useWords(words).status
  const language = useLanguage()
  const { percent, minutesLeft } = power
  if (percent === null) return <Part><Icon of={PlugZap} />{say.mains}</Part>
  const isLow = power.source === 'battery' && percent <= 30
  return (
    <Part isWarning={isLow}>
      <Icon of={power.source === 'mains' ? PlugZap : isLow ? BatteryWarning : BatteryMedium} />
      {power.source === 'mains' ? say.charging(percent) : say.battery(percent)}
      {power.source === 'battery' && minutesLeft !== null && say.left(duration(minutesLeft, language))}
    </Part>
  )
}

function Part({ children, isWarning = false, isLast = false, isEmpty = false }: { readonly children: ReactNode; readonly isWarning?: boolean; readonly isLast?: boolean; readonly isEmpty?: boolean }) {
  return <span className={classNames(css['part'], isWarning && css['warning'], isLast && css['last'], isEmpty && css['empty'])}>{children}</span>
}
