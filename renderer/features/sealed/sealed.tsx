import { ChevronRight, CircleHelp, FileText, MailOpen, ShieldCheck, List, ListChecks, Siren, Wrench, type LucideIcon } from 'lucide-react'
import type { StationLetters } from '#domain/number/ward-number.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leaders } from '#renderer/ui/leader.tsx'
import { nearMoment, shortMoment } from '#renderer/ui/moment.ts'
import { Plate } from '#renderer/ui/plate.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { CheckLine, stateOf, type SelfCheck } from './checks.tsx'
import { words } from './words.ts'
import css from './sealed.module.css'

type SealedProps = {
  readonly now: Instant
  readonly letters: StationLetters
  readonly epoch: number
  readonly sealedAt: Instant | null
  readonly fingerprint: string
  readonly envelopes: readonly { readonly number: number; readonly isOpened: boolean }[]
  readonly checks: readonly SelfCheck[]
  readonly checkedAt: Instant | null
  readonly isChecking: boolean
  readonly lastOpenedAt: Instant | null
  /** Newest first: public events, already in words; no patient can stand in them. */
  readonly events: readonly { readonly at: Instant; readonly what: string }[]
  readonly onBreakGlass: () => void
  readonly onCheck: () => void
  readonly onPlan: () => void
  readonly onMaintenance: () => void
  readonly onAudit: () => void
  readonly onHelp: () => void
  readonly onBlankForms: (() => void) | null
  readonly onDrill: (() => void) | null
}

/** What stands on a ward for years: the state in one word, what was checked, and the one way in. No patient anywhere. */
export function Sealed(props: SealedProps) {
  const { now, letters, epoch, sealedAt, fingerprint, envelopes, checks, checkedAt, isChecking, lastOpenedAt, events, onBreakGlass, onCheck } = props
  const say = useWords(words)
  const unopened = envelopes.filter(({ isOpened }) => !isOpened).length
  const inOrder = checks.filter((check) => stateOf(check, say, now) === 'ok').length
  return (
    <Screen label={say.label} pace="spacious" foot={<Glass isPossible={unopened > 0} onBreakGlass={onBreakGlass} />}>
      <div className={css['columns']}>
        <div className={css['column']}>
          <Plate
            label={say.plate}
            name={say.name}
            beside={say.peace}
            facts={<><b>{say.noPatients}</b><br />{sealedAt === null ? say.sealEpoch(epoch) : say.sealedAt(shortMoment(sealedAt), epoch)}</>}
            before={say.before}
            here={say.here(letters)}
            after={say.after}
          />
          <Section
            title={say.checks}
            note={isChecking ? say.checking : checkedAt !== null && say.checkedAt(nearMoment(checkedAt, now))}
            end={
              <span className={css['check']}>
                {say.count(inOrder, checks.length - inOrder)}
                <Button size="small" icon={ShieldCheck} onPress={onCheck} offBecause={isChecking ? say.checking : null}>{say.checkNow}</Button>
              </span>
            }
          >
            <Leaders>{checks.map((check) => <CheckLine key={check.check} check={check} now={now} />)}</Leaders>
          </Section>
        </div>
        <div className={css['column']}>
          <Section title={say.envelopes} note={say.emergencyAccounts} end={<>{say.unopened} <b>{unopened}</b> / {envelopes.length}</>}>
            <Envelopes envelopes={envelopes} />
            <p className={css['fingerprint']}>
              <span>{say.fingerprint}</span>
              <b>{fingerprint}</b>
              <small>{say.fingerprintNote}</small>
            </p>
          </Section>
          <Section title={say.always} note={say.noPatientInfo}>
            <Entrances {...props} />
          </Section>
          <Section title={say.events}>
            <ol className={css['events']}>
              {events.slice(0, 2).map(({ at, what }) => <li key={`${at} ${what}`}><time dateTime={at}>{nearMoment(at, now)}</time>{what}</li>)}
              <li><b>{say.lastOpened}</b>{lastOpenedAt === null ? say.never : shortMoment(lastOpenedAt)}</li>
            </ol>
          </Section>
        </div>
      </div>
    </Screen>
  )
}

function Glass({ isPossible, onBreakGlass }: { readonly isPossible: boolean; readonly onBreakGlass: () => void }) {
  const say = useWords(words)
  return (
    <section className={css['glass']} aria-label={say.glassLabel}>
      <p><b>{say.glassWhen}</b><br />{say.glassConsequence}</p>
      <Button look="glass" icon={MailOpen} onPress={onBreakGlass} offBecause={isPossible ? null : say.allOpened}>{say.glass}</Button>
    </section>
  )
}

function Envelopes({ envelopes }: { readonly envelopes: SealedProps['envelopes'] }) {
  const say = useWords(words)
  return (
    <table className={table['table']}>
      <tbody>
        {envelopes.map(({ number, isOpened }) => (
          <tr key={number}>
            <td className={css['number']}><span className={css['box']}>{number}</span></td>
            <td>{say.envelope(number)}</td>
            <td className={table['figures']}><StateWord is={isOpened ? 'warn' : 'ok'}>{isOpened ? say.opened : say.unopened}</StateWord></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Entrances({ onPlan, onMaintenance, onAudit, onHelp, onBlankForms, onDrill }: Pick<SealedProps, 'onPlan' | 'onMaintenance' | 'onAudit' | 'onHelp' | 'onBlankForms' | 'onDrill'>) {
  const say = useWords(words)
  return (
    <div className={css['entrances']}>
      <Entrance icon={ListChecks} title={say.plan} note={say.planNote} onPress={onPlan} />
      <Entrance icon={List} title={say.audit} note={say.auditNote} onPress={onAudit} />
      <Entrance icon={CircleHelp} title={say.help} note={say.helpNote} onPress={onHelp} />
      <Entrance icon={Wrench} title={say.maintenance} note={say.maintenanceNote} onPress={onMaintenance} />
      {onBlankForms !== null && <Entrance icon={FileText} title={say.forms} note={say.formsNote} onPress={onBlankForms} />}
      {onDrill !== null && <Entrance icon={Siren} title={say.drill} note={say.drillNote} onPress={onDrill} isDrill />}
    </div>
  )
}

function Entrance({ icon, title, note, onPress, isDrill = false }: {
  readonly icon: LucideIcon
  readonly title: string
  readonly note: string
  readonly onPress: () => void
  readonly isDrill?: boolean
}) {
  return (
    <button type="button" className={`${css['entrance']} ${isDrill ? css['drill'] : ''}`} onClick={onPress}>
      <Icon of={icon} size="large" />
      <span><b>{title}</b><small>{note}</small></span>
      <Icon of={ChevronRight} />
    </button>
  )
}
