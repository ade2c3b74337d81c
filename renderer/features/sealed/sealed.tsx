import { CircleHelp, FileText, List, ListChecks, Mail, MailOpen, ShieldCheck, Siren, Users, Wrench } from 'lucide-react'
import type { Keeper, InventoryRow } from '#domain/inventory/inventory.ts'
import { daysUntil } from '#domain/inventory/seal-check.ts'
import type { StationLetters } from '#domain/number/ward-number.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Leaders } from '#renderer/ui/leader.tsx'
import { dayOfWeek, nearMoment, shortMoment } from '#renderer/ui/moment.ts'
import { Plate } from '#renderer/ui/plate.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { CheckLine, stateOf, type SelfCheck } from './checks.tsx'
import { EnvelopeRail } from './envelope-rail.tsx'
import { Entrance } from './entrance.tsx'
import { words } from './words.ts'
import css from './sealed.module.css'

type SealedProps = {
  readonly now: Instant
  readonly letters: StationLetters
  readonly epoch: number
  readonly sealedAt: Instant | null
  readonly sealedBy: string | null
  readonly fingerprint: string
  readonly envelopes: readonly InventoryRow[]
  /** Every envelope that was ever opened here, also of an earlier epoch. */
  readonly broken: readonly number[]
  readonly checks: readonly SelfCheck[]
  readonly checkedAt: Instant | null
  readonly isChecking: boolean
  /** The last check by a person; null: nobody looked since the station exists. */
  readonly lastCheck: { readonly at: Instant; readonly by: Keeper; readonly findings: number } | null
  readonly nextCheck: Instant | null
  readonly lastOpenedAt: Instant | null
  /** Newest first: public events, already in words; no patient can stand in them. */
  readonly events: readonly { readonly at: Instant; readonly what: string }[]
  readonly onBreakGlass: () => void
  readonly onCheck: () => void
  readonly onRecord: () => void
  readonly onInventory: () => void
  readonly onPlan: () => void
  readonly onMaintenance: () => void
  readonly onReference: () => void
  readonly onAudit: () => void
  readonly onHelp: () => void
  readonly onBlankForms: (() => void) | null
  readonly onDrill: (() => void) | null
}

/** What stands on a ward for years: the state in one word, what was checked, and the one way in. No patient anywhere. */
export function Sealed(props: SealedProps) {
  const { now, letters, epoch, sealedAt, sealedBy, fingerprint, envelopes, broken, checks, checkedAt, isChecking, lastOpenedAt, events, onBreakGlass, onCheck } = props
  const say = useWords(words)
  const unopened = envelopes.filter(({ state }) => state === 'sealed').length
  const shown = checks.filter((check) => !quiet.has(check.check) || stateOf(check, say, now) !== 'ok')
  const inOrder = checks.filter((check) => stateOf(check, say, now) === 'ok').length
  return (
    <Screen label={say.label} pace="spacious" keys={unopened > 0 ? { onSave: onBreakGlass } : {}} foot={<Glass isPossible={unopened > 0} onBreakGlass={onBreakGlass} />}>
      <div className={css['columns']}>
        <div className={css['column']}>
          <Plate
            label={say.plate}
            name={say.name}
            beside={say.peace}
            facts={<><b>{say.noPatients}</b><br />{sealedAt === null ? say.sealEpoch(epoch) : say.sealedAt(shortMoment(sealedAt), epoch)}{sealedBy !== null && <>・<Written>{say.sealedBy(sealedBy)}</Written></>}</>}
            before={say.before}
            here={say.here(letters)}
            after={say.after}
          />
          <Section title={say.checks} note={isChecking ? say.checking : checkedAt !== null && say.checkedAt(nearMoment(checkedAt, now))} end={<Due {...props} />}>
            <Leaders>{shown.map((check) => <CheckLine key={check.check} check={check} now={now} />)}</Leaders>
            <div className={css['record']}>
              <Button look="primary" icon={ShieldCheck} onPress={props.onRecord}>{say.record}</Button>
              <p>{say.recordNote}<br /><LastCheck {...props} /></p>
            </div>
          </Section>
        </div>
        <div className={css['column']}>
          <Section title={say.envelopes} note={say.emergencyAccounts} end={<>{say.unopened} <b>{unopened}</b> / {envelopes.filter(({ state }) => state !== 'retired' && state !== 'void').length}</>}>
            <EnvelopeRail envelopes={envelopes} now={now} />
            {broken.length > 0 && <p className={css['fingerprint']}><StateWord is="warn">{say.broken(broken.join('・'))}</StateWord></p>}
            <p className={css['fingerprint']}>
              <span>{say.fingerprint}</span>
              <b>{fingerprint}</b>
              <small>{say.fingerprintNote}</small>
            </p>
          </Section>
          <Section title={say.always} note={say.noPatientInfo}>
            <div className={css['entrances']}>
              <Entrance icon={ListChecks} title={say.plan} note={say.planNote} onPress={props.onPlan} />
              <Entrance icon={CircleHelp} title={say.help} note={say.helpNote} onPress={props.onHelp} />
              {props.onBlankForms !== null && <Entrance icon={FileText} title={say.forms} note={say.formsNote} onPress={props.onBlankForms} />}
            </div>
          </Section>
          <Section title={say.manage} note={say.count(inOrder, checks.length - inOrder)}>
            <div className={css['manage']}>
              <Button icon={List} onPress={props.onAudit}>{say.audit}</Button>
              <Button icon={Mail} onPress={props.onInventory}>{say.inventoryOpen}</Button>
              <Button icon={Users} onPress={props.onReference}>{say.check.reference}</Button>
              <Button icon={Wrench} onPress={props.onMaintenance}>{say.maintenance}</Button>
              {props.onDrill !== null && <Button look="drill" icon={Siren} onPress={props.onDrill}>{say.drillShort}</Button>}
              <Button icon={ShieldCheck} onPress={onCheck} offBecause={isChecking ? say.checking : null}>{say.checkNow}</Button>
            </div>
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

/** Said only when something is amiss: in order, they would push the act of this screen out of sight. */
const quiet: ReadonlySet<SelfCheck['check']> = new Set(['accounts', 'exit', 'letters'])

/** When a person must look again; overdue is a warning. */
function Due({ nextCheck, now }: SealedProps) {
  const say = useWords(words)
  const language = useLanguage()
  if (nextCheck === null) return null
  const days = daysUntil(nextCheck, now)
  const day = dayOfWeek(tokyoDateOf(nextCheck), language)
  return days < 0 ? <StateWord is="warn">{say.overdue(day, -days)}</StateWord> : <>{say.due(day, days)}</>
}

function LastCheck({ lastCheck, now }: SealedProps) {
  const say = useWords(words)
  if (lastCheck === null) return <>{say.neverChecked}</>
  return <><Written>{say.lastCheck(nearMoment(lastCheck.at, now), lastCheck.by.name)}</Written>　{say.lastFindings(lastCheck.findings)}</>
}

function Glass({ isPossible, onBreakGlass }: { readonly isPossible: boolean; readonly onBreakGlass: () => void }) {
  const say = useWords(words)
  return (
    <section className={css['glass']} aria-label={say.glassLabel}>
      <p><b>{say.glassWhen}</b><br />{say.glassConsequence}</p>
      <Button look="glass" icon={MailOpen} keys={['Ctrl', 'Enter']} onPress={onBreakGlass} offBecause={isPossible ? null : say.allOpened}>{say.glass}</Button>
    </section>
  )
}
