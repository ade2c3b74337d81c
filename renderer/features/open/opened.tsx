import { VolumeX } from 'lucide-react'
import { useEffect } from 'react'
import type { IncidentEffect } from '#domain/incident/reason.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { startQuietSound } from '#renderer/ui/quiet-sound.ts'
import { reasonWords, type ReasonCode } from '#renderer/ui/reason-words.ts'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './opened.module.css'

export type OpenedFacts = {
  /** Null for a further envelope: what happened was said at the first, and stands in the banner above. */
  readonly reason: ReasonCode | null
  readonly effects: readonly IncidentEffect[]
  /** Corrected by what was just confirmed of the clock. */
  readonly since: Instant
  readonly isClockCorrected: boolean
  readonly decidedBy: string
  readonly openedBy: string
  /** Null: alone. */
  readonly witness: string | null
  readonly envelope: number
  readonly opened: number
  readonly of: number
}

/** Prints one of the sheets with which the ward is told. */
export type Announce = (what: 'poster-a4' | 'poster-a3' | 'runner') => void

/** The glass is broken: what, since when, who, and what changes, over the whole screen and with a quiet sound until it is silenced. */
export function OpenedScreen({ facts, isSilent, onSilence, onPrint, onPin, onLater }: {
  readonly facts: OpenedFacts
  readonly isSilent: boolean
  readonly onSilence: () => void
  /** Null where nothing can be printed. */
  readonly onPrint: Announce | null
  readonly onPin: () => void
  readonly onLater: () => void
}) {
  const all = useWords(words)
  const say = all.opened
  const reasons = useWords(reasonWords)
  const title = facts.reason === null ? say.joined : say.title
  useWindowKeys({ F2: onLater })
  useEffect(() => (isSilent ? undefined : startQuietSound()), [isSilent])
  return (
    <Screen
      label={title}
      pace="spacious"
      keys={{ onSave: onPin, onBack: onSilence }}
      foot={
        <>
          <Button keys={['F2']} onPress={onLater}>{say.later}</Button>
          <FootNote>{say.laterMeans}</FootNote>
          <FootEnd><Button look="primary" autoFocus keys={['Enter']} onPress={onPin}>{say.act}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['told']}>
          <section className={css['plate']} aria-live="assertive">
            <h2 className={css['title']}>{title}</h2>
            <p className={css['broken']}><b>{say.broken(facts.envelope)}</b><small>{say.forEver}</small></p>
          </section>
          <Leaders isRuled>
            {facts.reason !== null && <Leader question={say.what} answer={<>{reasons[facts.reason]} {facts.effects.join('・')}</>} />}
            <Leader question={facts.reason === null ? say.openedAt : say.since} answer={<>{shortMoment(facts.since)}{facts.isClockCorrected && ` ${say.corrected}`}</>} />
            {facts.decidedBy !== '' && <Leader question={say.decidedBy} answer={<Written>{facts.decidedBy}</Written>} />}
            <Leader question={say.openedBy} answer={<Written>{facts.openedBy}</Written>} />
            {facts.reason !== null && <Leader question={all.people.witness} answer={facts.witness === null ? all.people.alone : <Written>{facts.witness}</Written>} />}
            <Leader question={say.envelope} answer={say.envelopes(facts.envelope, facts.opened, facts.of)} />
          </Leaders>
        </div>
        <div className={css['told']}>
          <Section title={say.rules}>
            <ol className={css['rules']}>{Object.values(say.rule).map((rule) => <li key={rule}>{rule}</li>)}</ol>
          </Section>
          <Section title={say.tell}>
            <div className={css['acts']}>
              {onPrint !== null && (
                <>
                  <Button onPress={() => onPrint('poster-a4')}>{say.posterA4}</Button>
                  <Button onPress={() => onPrint('poster-a3')}>{say.posterA3}</Button>
                  <Button onPress={() => onPrint('runner')}>{say.runner}</Button>
                </>
              )}
              {isSilent ? <p>{say.silent}</p> : <Button icon={VolumeX} keys={['Esc']} onPress={onSilence}>{say.silence}</Button>}
            </div>
          </Section>
        </div>
      </div>
    </Screen>
  )
}
