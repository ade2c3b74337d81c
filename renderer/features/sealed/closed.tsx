import { KeyRound, List, ListChecks, Mail, Trash2, Wrench } from 'lucide-react'
import type { StationLetters } from '#domain/number/ward-number.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Plate } from '#renderer/ui/plate.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './sealed.module.css'

/** An emergency is over and every account is retired: nothing opens this station until new envelopes are made. */
export function Closed({ letters, isDesk, retired, isBegun, onRenew, onInventory, onPlan, onAudit, onMaintenance, onErase }: {
  readonly letters: StationLetters
  /** A desk of the records office: it is not sealed anew, another one begins in another folder. */
  readonly isDesk: boolean
  /** Numbers of the envelopes that open nothing any more. */
  readonly retired: readonly number[]
  /** New envelopes were begun and interrupted. */
  readonly isBegun: boolean
  readonly onRenew: () => void
  readonly onInventory: () => void
  readonly onPlan: () => void
  readonly onAudit: () => void
  readonly onMaintenance: () => void
  /** Erasing the record that was closed, and its certificate. */
  readonly onErase: () => void
}) {
  const say = useWords(words)
  return (
    <Screen
      label={say.closedName}
      pace="spacious"
      keys={isDesk ? {} : { onSave: onRenew }}
      foot={
        <>
          <FootNote>{isDesk ? say.closed.deskNext : say.closed.notReady}</FootNote>
          {!isDesk && <FootEnd><Button look="primary" autoFocus icon={KeyRound} keys={['Ctrl', 'Enter']} onPress={onRenew}>{isBegun ? say.closed.goOn : say.closed.renew}</Button></FootEnd>}
        </>
      }
    >
      <div className={css['column']}>
        <Plate label={say.plate} name={say.closedName} beside={say.closed.beside} facts={<b>{say.noPatients}</b>} before={isDesk ? say.closed.desk : say.after} here={say.here(letters)} after={isDesk ? say.closed.archive : say.closed.next} />
        <Section title={say.closed.what}>
          <p className={css['closed']}>{isDesk ? say.closed.deskStory : say.closed.story}</p>
          {retired.length > 0 && <p className={css['closed']}>{say.gone(retired.map((number) => say.envelope(number)).join('、'))}</p>}
        </Section>
        <Section title={isDesk ? say.closed.manage : say.manage}>
          <div className={css['manage']}>
            <Button icon={List} onPress={onAudit}>{say.audit}</Button>
            {!isDesk && <Button icon={Mail} onPress={onInventory}>{say.inventoryOpen}</Button>}
            {!isDesk && <Button icon={ListChecks} onPress={onPlan}>{say.plan}</Button>}
            <Button icon={Trash2} onPress={onErase}>{say.closed.erase}</Button>
            <Button icon={Wrench} onPress={onMaintenance}>{say.maintenance}</Button>
          </div>
        </Section>
      </div>
    </Screen>
  )
}
