import { Printer, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { missingMedia } from '#domain/erasure/archive.ts'
import { erasureHindrance, type ClosedIncident } from '#domain/erasure/erasure.ts'
import type { IncidentId, StaffNumber } from '#domain/ids.ts'
import type { Instant } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './erasure.module.css'

export type ErasedShown = { readonly incident: IncidentId; readonly at: Instant; readonly by: StaffNumber; readonly second: StaffNumber; readonly isFinished: boolean }

/** What can be erased and what was: two people, both media, then one last question. */
export function EraseScreen({ incidents, chosen, onChoose, by, officer, said, isErasing, erased, onErase, onPrint, onBack, children }: {
  readonly incidents: readonly ClosedIncident[]
  readonly chosen: ClosedIncident | null
  readonly onChoose: (incident: IncidentId) => void
  readonly by: StaffNumber | null
  readonly officer: StaffNumber | null
  readonly said: 'done' | 'unfinished' | 'refused' | null
  readonly isErasing: boolean
  readonly erased: readonly ErasedShown[]
  readonly onErase: () => void
  readonly onPrint: (incident: IncidentId) => void
  readonly onBack: () => void
  /** The three steps. */
  readonly children: ReactNode
}) {
  const say = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const hindrance = chosen === null ? null : erasureHindrance({ ...chosen, by, officer })
  const act = (): void => {
    setAsking(false)
    onErase()
  }
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.note}</FootNote>
          {chosen !== null && <FootEnd><Button look="danger" icon={Trash2} offBecause={isErasing ? say.erasing : hindrance === null ? null : say.hindrance[hindrance]} onPress={() => setAsking(true)}>{say.act}</Button></FootEnd>}
        </>
      }
    >
      <div className={css['page']}>
        <div>
          <h2 className={css['question']}>{say.question}</h2>
          <p className={css['lead']}>{chosen === null ? say.nothing : say.lead}</p>
        </div>
        {said !== null && <Banner look={said === 'done' ? 'ok' : said === 'refused' ? 'warn' : 'danger'}>{say[said]}</Banner>}
        {incidents.length > 1 && <Choice label={say.which} look="list" value={chosen?.incident ?? null} onChange={onChoose} options={incidents.map((one) => ({ value: one.incident, label: say.closedAt(shownClosed(one), one.entries) }))} />}
        {chosen !== null && incidents.length === 1 && <p>{say.closedAt(shownClosed(chosen), chosen.entries)}</p>}
        {chosen !== null && (missingMedia(chosen).length > 0 ? <Banner look="warn">{say.notArchived}</Banner> : <div className={css['steps']}>{children}</div>)}
        {erased.length > 0 && (
          <Section title={say.erased.title}>
            {erased.map((one) => (
              <div key={one.incident} className={css['erased']}>
                <span>{say.erased.at(shortMoment(one.at), one.by, one.second)}</span>
                <StateWord is={one.isFinished ? 'ok' : 'warn'}>{one.isFinished ? say.erased.finished : say.erased.cut}</StateWord>
                <Button icon={Printer} onPress={() => onPrint(one.incident)}>{say.erased.print}</Button>
              </div>
            ))}
          </Section>
        )}
      </div>
      {isAsking && chosen !== null && (
        <Dialog
          title={say.ask.title(chosen.entries)}
          onCancel={() => setAsking(false)}
          onAct={act}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.ask.keep}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={act}>{say.act}</Button>}
        >
          <dl className={css['body']}>
            <div><dt>{say.ask.goes}</dt><dd>{say.ask.goesWhat}</dd></div>
            <div><dt>{say.ask.stays}</dt><dd>{say.ask.staysWhat}</dd></div>
          </dl>
        </Dialog>
      )}
    </Screen>
  )
}

function shownClosed({ closedAt }: ClosedIncident): string {
  return closedAt === null ? '—' : shortMoment(closedAt)
}
