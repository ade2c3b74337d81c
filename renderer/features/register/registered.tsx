import { Check, Printer, WalletCards } from 'lucide-react'
import type { BodyOf } from '#domain/log/kinds.ts'
import { tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { PatientLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './register.module.css'

/** Saved: the number large enough to be copied onto a wrist, and what comes next. */
export function Registered({ body, today, savedAt, onPrint, onInsurance, onOpenChart, onNext, onBack }: {
  readonly body: BodyOf<'patient-registered'>
  readonly today: CalendarDate
  /** When the journal acknowledged it. */
  readonly savedAt: Instant
  /** Band and bed card at one press. */
  readonly onPrint: () => void
  /** Who brought no card is asked now, while a family is still beside them. */
  readonly onInsurance: () => void
  readonly onOpenChart: () => void
  readonly onNext: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words).done
  // The top bar's F3 leads to where we already are; here it means the next patient.
  useWindowKeys({ F3: onNext })
  return (
    <Screen
      label={say.title}
      pace="spacious"
      keys={{ onSave: onOpenChart, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd>
            <Button icon={Printer} onPress={onPrint}>{say.print}</Button>
            <Button keys={['F3']} onPress={onNext}>{say.next}</Button>
            <Button look="primary" keys={['Enter']} autoFocus onPress={onOpenChart}>{say.open}</Button>
          </FootEnd>
        </>
      }
    >
      <div className={css['done']}>
        <div className={css['head']} role="status">
          <h2>{say.title}</h2>
          <span className={css['saved']}><Icon of={Check} />{say.saved(tokyoParts(savedAt).hhmmss)}</span>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- in the largest type this page scrolls, and only by what can take the focus */}
        <div className={css['big']} tabIndex={0} role="group" aria-label={say.number}>
          <span className={css['small']}>{say.number}</span>
          <span className={css['number']}><Written>{body.number}</Written></span>
          <PatientLine who={{ ...body, alias: body.naming.kind === 'unknown' ? body.naming.alias : null }} bed={body.bed} today={today} />
        </div>
        <p className={css['read']}>{say.say}<br />{say.allergy}</p>
        <p><Button icon={WalletCards} onPress={onInsurance}>{say.insurance}</Button></p>
      </div>
    </Screen>
  )
}
