import { ArrowLeftRight, BedSingle, BookOpen, CircleHelp, ClipboardCheck, List, Lock, Moon, Printer, Search, Sun, UserPlus, type LucideIcon } from 'lucide-react'
import type { Look } from '#domain/bridge.ts'
import { tokyoParts, type Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon, LampMark } from '#renderer/ui/icon.tsx'
import { ariaShortcut, KeyCaps } from '#renderer/ui/key-cap.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { eraYear, longDate } from '#renderer/ui/moment.ts'
import layout from '#renderer/ui/layout.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './top-bar.module.css'

export type PlaceName = 'desk' | 'ward' | 'register' | 'find' | 'chronology' | 'print' | 'more'

const places: Readonly<Record<PlaceName, { readonly icon: LucideIcon; readonly key: string | null }>> = {
  desk: { icon: ClipboardCheck, key: 'F2' },
  ward: { icon: BedSingle, key: 'F2' },
  register: { icon: UserPlus, key: 'F3' },
  find: { icon: Search, key: 'F4' },
  chronology: { icon: BookOpen, key: 'F5' },
  print: { icon: Printer, key: 'F11' },
  more: { icon: List, key: null },
}

type TopBarProps = {
  /** 「緊急開封」 beside the name while there are no places to go to. */
  readonly title?: string
  /** Hospital, ward, station; shown while there are no places to go to (later the status bar says it). */
  readonly station?: string
  readonly places?: readonly PlaceName[]
  readonly here?: PlaceName | null
  readonly onGo?: (place: PlaceName) => void
  /** Things that wait for an approval or a second person; counted beside 「その他」, where they are settled. */
  readonly waiting?: number
  readonly person?: { readonly name: string } | null
  readonly onChangePerson?: () => void
  /** Null where there is nothing to lock. */
  readonly onLock?: (() => void) | null
  readonly now: Instant
  /** The shown time is the device's plus an offset somebody confirmed. */
  readonly isClockCorrected?: boolean
  readonly look: Look
  readonly onLook: (look: Look) => void
  readonly onHelp: () => void
}

const nowhere = (): void => {}

/** Places on the left, person and clock on the right. Its keys (F1 … F5, F11, F12, Alt+K) work wherever the focus is. */
export function TopBar({
  title = '', station = '', places: shown = [], here = null, onGo = nowhere, waiting = 0, person = null, onChangePerson = nowhere, onLock = null,
  now, isClockCorrected = false, look, onLook, onHelp,
}: TopBarProps) {
  const say = useWords(words)
  const keyed = shown.flatMap((place) => (places[place].key === null ? [] : [[places[place].key, () => onGo(place)] as const]))
  useWindowKeys({ F1: onHelp, ...Object.fromEntries(keyed), ...(person === null ? {} : { 'Alt+K': onChangePerson }), ...(onLock === null ? {} : { F12: onLock }) })
  const isBusy = shown.length > 0
  return (
    <header className={css['top']}>
      <div className={css['brand']}>
        <LampMark />
        <span>{isBusy ? '灯' : [say.brand, title].filter(Boolean).join('　')}</span>
        {!isBusy && <small><Written>{station}</Written></small>}
      </div>
      {isBusy && (
        <nav className={css['nav']} aria-label={say.places.label}>
          {shown.map((place) => (
            <button
              key={place}
              type="button"
              className={css['place']}
              onClick={() => onGo(place)}
              {...(place === here ? { 'aria-current': 'page' } : {})}
              {...(places[place].key === null ? {} : { 'aria-keyshortcuts': ariaShortcut([places[place].key]) })}
            >
              <Icon of={places[place].icon} />
              {say.places[place]}
              {place === 'more' && waiting > 0 && <b className={css['waiting']}>{say.waiting(waiting)}</b>}
              {places[place].key !== null && <KeyCaps keys={[places[place].key]} />}
            </button>
          ))}
        </nav>
      )}
      <div className={classNames(css['end'], isBusy && css['tight'])}>
        {person !== null && (
          <Button size="small" icon={isBusy ? null : ArrowLeftRight} keys={['Alt+K']} onPress={onChangePerson}>
            <Written>{person.name}</Written> <span className={css['change']}><span className={layout['unseen']}>{say.top.changeWhom}</span>{say.top.change}</span>
          </Button>
        )}
        {onLock !== null && <Button size="small" icon={isBusy ? null : Lock} keys={['F12']} onPress={onLock}>{say.top.lock}</Button>}
        {!isBusy && <Today now={now} />}
        <Clock now={now} isCorrected={isClockCorrected} />
        <LookButtons look={look} onLook={onLook} isShort={isBusy} />
        <Button size="small" icon={isBusy ? null : CircleHelp} keys={['F1']} onPress={onHelp}>{say.top.help}</Button>
      </div>
    </header>
  )
}

function Today({ now }: { readonly now: Instant }) {
  const language = useLanguage()
  const { date } = tokyoParts(now)
  return (
    <span className={css['today']}>
      {longDate(date, language)}
      {language === 'ja' && <span className={css['quiet']}>{eraYear(date)}</span>}
    </span>
  )
}

function Clock({ now, isCorrected }: { readonly now: Instant; readonly isCorrected: boolean }) {
  const say = useWords(words).top
  return (
    <span className={css['clock']}>
      <time dateTime={now}>{tokyoParts(now).hhmm}</time>
      {isCorrected && <abbr className={css['corrected']} title={say.correctedNote}>{say.corrected}</abbr>}
    </span>
  )
}

function LookButtons({ look, onLook, isShort }: { readonly look: Look; readonly onLook: (look: Look) => void; readonly isShort: boolean }) {
  const say = useWords(words).top
  const isNight = look.theme === 'night'
  return (
    <>
      <Button size="small" onPress={() => onLook({ ...look, language: look.language === 'ja' ? 'en' : 'ja' })}>
        <span lang={look.language === 'ja' ? 'en' : 'ja'}>{isShort ? say.languageShort : say.language}</span>
      </Button>
      <Button size="small" icon={isShort ? null : isNight ? Sun : Moon} onPress={() => onLook({ ...look, theme: isNight ? 'day' : 'night' })}>
        {isNight ? say.day : say.night}
        <span className={layout['unseen']}>{say.colours}</span>
      </Button>
    </>
  )
}
