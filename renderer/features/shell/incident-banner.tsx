import { useState } from 'react'
import type { Realm } from '#domain/realm.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { LampMark } from '#renderer/ui/icon.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { duration, elapsed, shortMoment } from '#renderer/ui/moment.ts'
import { reasonWords, type ReasonCode } from '#renderer/ui/reason-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './incident-banner.module.css'

export type IncidentShown = {
  readonly realm: Realm
  readonly stage: 'in-force' | 'standing-down' | 'reconciling'
  readonly reason: ReasonCode
  readonly since: Instant
  /** When it was stood down; null while in force. */
  readonly until: Instant | null
  readonly openedEnvelopes: number
  readonly allEnvelopes: number
  /** A name, while locked a staff number; who decided stands under the cipher and is empty then. */
  readonly openedBy: string
  readonly decidedBy: string
}

/** First row of every screen while anything is open, and without a way to close it. Sealed: there is no banner. */
export function IncidentBanner({ incident, now, onDetail }: { readonly incident: IncidentShown; readonly now: Instant; readonly onDetail: () => void }) {
  if (incident.realm === 'demo') return <DemoBanner stage={incident.stage} />
  return <RealBanner incident={incident} now={now} onDetail={onDetail} />
}

function RealBanner({ incident, now, onDetail }: { readonly incident: IncidentShown; readonly now: Instant; readonly onDetail: () => void }) {
  const say = useWords(words).incident
  const reason = useWords(reasonWords)[incident.reason]
  const language = useLanguage()
  const isInForce = incident.stage === 'in-force'
  const stage = isInForce ? say.inForce : incident.stage === 'standing-down' ? say.standingDown : say.reconciling
  return (
    <section className={classNames(css['banner'], !isInForce && css['down'])} aria-label={say.region}>
      <div className={css['word']}><LampMark size="large" />{stage}</div>
      <div className={css['what']}>{reason}</div>
      {isInForce ? (
        <div className={css['facts']}>
          <span>{say.since} <b>{shortMoment(incident.since)}</b></span>
          <span>{say.lasting} <b>{elapsed(incident.since, now, language)}</b></span>
          <span>{say.envelopes} <b>{incident.openedEnvelopes}</b> / {incident.allEnvelopes}{incident.openedBy !== '' && <Written>{say.by(incident.openedBy)}</Written>}</span>
          {incident.decidedBy !== '' && <span>{say.decidedBy} <b><Written>{incident.decidedBy}</Written></b></span>}
        </div>
      ) : (
        <div className={css['facts']}>
          <span>
            {shortMoment(incident.since)} － {incident.until !== null && shortMoment(incident.until)} <b>{elapsed(incident.since, incident.until ?? now, language)}</b>
          </span>
          <span><b>{say.noNewRecords}</b></span>
        </div>
      )}
      <div className={css['acts']}><Button size="small" onPress={onDetail}>{isInForce ? say.detail : say.record}</Button></div>
    </section>
  )
}

/** On every screen of a drill, also before its envelope is open. */
export function DrillBanner({ minutesLeft, onEndDrill, onReal }: {
  /** Until the drill ends by itself; null where that is not known. */
  readonly minutesLeft: number | null
  readonly onEndDrill: () => void
  /** 「本番です」: after the question, to the sealed screen. */
  readonly onReal: () => void
}) {
  const say = useWords(words).incident
  const language = useLanguage()
  const [isAsking, setAsking] = useState(false)
  return (
    <section className={classNames(css['banner'], css['drill'])} aria-label={say.region}>
      <div className={css['word']}>{say.drill}</div>
      <div className={css['what']}>{say.thisIsADrill}</div>
      <div className={css['facts']}><span>{say.drillNumbers}</span>{minutesLeft !== null && <span>{say.drillEnds(duration(minutesLeft, language))}</span>}</div>
      <div className={css['acts']}>
        <Button size="small" onPress={onEndDrill}>{say.endDrill}</Button>
        <Button size="small" onPress={() => setAsking(true)}>{say.thisIsReal}</Button>
      </div>
      {isAsking && (
        <Dialog
          title={say.leaveDrillTitle}
          onCancel={() => setAsking(false)}
          onAct={onReal}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.stay}</Button>}
          act={<Button look="danger" keys={['Ctrl', 'Enter']} onPress={onReal}>{say.leave}</Button>}
        >
          <p>{say.leaveDrill}</p>
        </Dialog>
      )}
    </section>
  )
}

/** A PC of the records office says on every screen what it is. */
export function DeskBanner({ realm, name, onDetail }: { readonly realm: Realm; readonly name: string; readonly onDetail: () => void }) {
  const say = useWords(words).incident
  return (
    <section className={classNames(css['banner'], realm === 'demo' ? css['demo'] : css['down'])} aria-label={say.region}>
      <div className={css['word']}><LampMark size="large" />{realm === 'demo' ? `${say.demo}　${say.desk}` : say.desk}</div>
      <div className={css['what']}><Written>{name}</Written></div>
      <div className={css['facts']}><span>{say.deskWhat}</span>{realm === 'demo' && <span><b>{say.deskDemo}</b></span>}</div>
      {realm !== 'demo' && <div className={css['acts']}><Button size="small" onPress={onDetail}>{say.record}</Button></div>}
    </section>
  )
}

function DemoBanner({ stage }: Pick<IncidentShown, 'stage'>) {
  const say = useWords(words).incident
  return (
    <section className={classNames(css['banner'], css['demo'])} aria-label={say.region}>
      <div className={css['word']}>{say.demo}</div>
      <div className={css['what']}>{say.thisIsADemo}</div>
      <div className={css['facts']}>
        <span>{say.demoNumbers}</span>
        {stage !== 'in-force' && <span><b>{stage === 'standing-down' ? say.standingDown : say.reconciling}</b> {say.noNewRecords}</span>}
      </div>
    </section>
  )
}
