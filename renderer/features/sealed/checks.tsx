import { BatteryMedium, Clock, Database, Hash, HardDrive, History, KeyRound, Mail, MonitorCog, Power, Printer, RotateCcw, ShieldCheck, Users, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { isStale } from '#domain/reference/age.ts'
import type { Instant } from '#domain/time.ts'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { Leader } from '#renderer/ui/leader.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import type { State } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'

/** One thing the station checked about itself. Only what was really checked is listed; there is no line for a guess. */
export type SelfCheck =
  | { readonly check: 'chain'; readonly frames: number; readonly alarms: number }
  | { readonly check: 'accounts'; readonly whole: number; readonly of: number }
  | { readonly check: 'second-journal'; readonly state: 'absent' | 'in-step' | 'behind' | 'lost'; readonly behind: number }
  | { readonly check: 'power'; readonly percent: number | null; readonly isOnBattery: boolean }
  | { readonly check: 'exit'; readonly exit: 'clean' | 'unclean' | 'first' }
  | { readonly check: 'letters'; readonly letters: string; readonly isInDoubt: boolean }
  | { readonly check: 'clock'; readonly confirmedAt: Instant | null; readonly hasJumped: boolean }
  | { readonly check: 'inventory'; readonly unopened: number; readonly of: number; readonly missing: number }
  | { readonly check: 'machine'; readonly found: number; readonly notChecked: number }
  | { readonly check: 'printer'; readonly at: Instant | null; readonly isPrinted: boolean }
  | { readonly check: 'backup'; readonly at: Instant | null }
  /** The hospital's patient list; null: there is none. */
  | { readonly check: 'reference'; readonly list: { readonly takenAt: Instant; readonly patients: number } | null }
  | { readonly check: 'disk'; readonly freeGb: number; readonly isLow: boolean }

type Line = { readonly icon: LucideIcon; readonly question: string; readonly fact: ReactNode; readonly state: State; readonly answer: string }

export function CheckLine({ check, now }: { readonly check: SelfCheck; readonly now: Instant }) {
  const say = useWords(words)
  const { icon, question, fact, state, answer } = lineOf(check, now, say)
  return <Leader icon={icon} question={question} fact={fact} state={state} answer={answer} />
}

/** ok, or how bad: for the count over the list. */
export function stateOf(check: SelfCheck, say: Spoken<typeof words>, now: Instant): State {
  return lineOf(check, now, say).state
}

function lineOf(check: SelfCheck, now: Instant, say: Spoken<typeof words>): Line {
  switch (check.check) {
    case 'chain':
      return {
        icon: ShieldCheck, question: say.check.chain, fact: say.chain.fact(check.frames.toLocaleString('en-US')),
        ...(check.alarms === 0 ? good(say.chain.good) : bad(say.chain.bad(check.alarms))),
      }
    case 'accounts':
      return {
        icon: KeyRound, question: say.check.accounts, fact: say.accounts.fact(check.whole, check.of),
        ...(check.whole === check.of ? good(say.accounts.good) : bad(say.accounts.bad)),
      }
    case 'second-journal': {
      const line = { icon: HardDrive, question: say.check.secondJournal, fact: null }
      if (check.state === 'absent') return { ...line, ...look(say.second.absent) }
      if (check.state === 'in-step') return { ...line, ...good(say.second.inStep) }
      return { ...line, ...(check.state === 'behind' ? look(say.second.behind(check.behind)) : bad(say.second.lost)) }
    }
    case 'power': {
      const fact = check.percent === null ? null : say.power.percent(check.percent)
      const line = { icon: check.percent === null ? Power : BatteryMedium, question: say.check.power, fact }
      if (check.isOnBattery) return { ...line, ...look(say.power.battery) }
      if (check.percent === null) return { ...line, ...good(say.power.mains) }
      return { ...line, ...good(check.percent >= 95 ? say.power.charged : say.power.charging) }
    }
    case 'exit':
      return { icon: RotateCcw, question: say.check.exit, fact: null, ...(check.exit === 'unclean' ? look(say.exit.unclean) : good(say.exit[check.exit])) }
    case 'letters':
      return { icon: Hash, question: say.check.letters, fact: check.letters, ...(check.isInDoubt ? bad(say.letters.doubt) : good(say.letters.good)) }
    case 'clock': {
      const fact = check.confirmedAt === null ? null : say.clock.fact(nearMoment(check.confirmedAt, now))
      const line = { icon: Clock, question: say.check.clock, fact }
      if (check.hasJumped) return { ...line, ...look(say.clock.jumped) }
      return { ...line, ...(check.confirmedAt === null ? nothing(say.clock.never) : good(say.clock.good)) }
    }
    case 'inventory': {
      const line = { icon: Mail, question: say.check.inventory, fact: say.inventory.fact(check.unopened, check.of) }
      if (check.missing > 0) return { ...line, ...bad(say.inventory.missing(check.missing)) }
      return { ...line, ...(check.unopened === check.of ? good(say.inventory.good) : look(say.inventory.opened)) }
    }
    case 'machine':
      return {
        icon: MonitorCog, question: say.check.machine, fact: check.notChecked === 0 ? null : say.machine.notChecked(check.notChecked),
        ...(check.found > 0 ? look(say.machine.found(check.found)) : check.notChecked > 0 ? nothing(say.machine.lookAt) : good(say.machine.good)),
      }
    case 'printer':
      return {
        icon: Printer, question: say.check.printer, fact: check.at === null ? null : nearMoment(check.at, now),
        ...(check.at === null ? nothing(say.printer.never) : check.isPrinted ? good(say.printer.good) : look(say.printer.bad)),
      }
    case 'backup':
      return {
        icon: History, question: say.check.backup, fact: check.at === null ? null : nearMoment(check.at, now),
        ...(check.at === null ? look(say.none) : good(say.verified)),
      }
    case 'reference':
      return {
        icon: Users, question: say.check.reference, fact: check.list === null ? null : say.listOf(check.list.patients.toLocaleString('en-US'), nearMoment(check.list.takenAt, now)),
        ...(check.list === null ? look(say.none) : isStale(check.list.takenAt, now) ? look(say.old) : good(say.present)),
      }
    case 'disk':
      return { icon: Database, question: say.check.disk, fact: say.freeGb(check.freeGb), ...(check.isLow ? look(say.little) : good(say.enough)) }
  }
}

function good(answer: string): { readonly state: State; readonly answer: string } {
  return { state: 'ok', answer }
}

function look(answer: string): { readonly state: State; readonly answer: string } {
  return { state: 'warn', answer }
}

function bad(answer: string): { readonly state: State; readonly answer: string } {
  return { state: 'bad', answer }
}

function nothing(answer: string): { readonly state: State; readonly answer: string } {
  return { state: 'none', answer }
}
