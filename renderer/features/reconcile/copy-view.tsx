import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { kinds } from '#domain/log/kinds.ts'
import { sourceNote, wholeText, type CopyField } from '#domain/reconcile/copy-fields.ts'
import { mayCheck, type RecordRow } from '#domain/reconcile/records.ts'
import { statusWords } from '#domain/reconcile/status.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { StaffNumber } from '#domain/ids.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { isComposing } from '#renderer/ui/keys.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

export type Mode = 'type' | 'check'
export type WorkFault = keyof (typeof words)['copy']['fault']

export type CopyViewProps = {
  readonly mode: Mode
  readonly row: RecordRow
  /** Of the same person and kind, written on another station about the same time, with their fields. */
  readonly beside: readonly { readonly row: RecordRow; readonly fields: readonly CopyField[] }[]
  readonly fields: readonly CopyField[]
  readonly patient: PatientRow | null
  /** Of a photograph: a sheet of paper is read from it. */
  readonly picture: ReactNode
  /** Of what another station wrote: the beds of two wards have the same names. Null: written here. */
  readonly ward: string | null
  readonly today: CalendarDate
  /** The patient's number in the hospital's system; null: not decided. */
  readonly target: string | null
  readonly me: StaffNumber
  /** True when it is on the clipboard, for a minute. */
  readonly onCopy: (text: string) => boolean
  readonly onDone: () => WorkFault | null
  readonly onNotNeeded: (reason: string) => WorkFault | null
  readonly onTakeBack: (reason: string) => WorkFault | null
  readonly onBack: () => void
}

/** One record beside the hospital's own screen: large, box by box, each on a key. The focus is on the whole, so that the keys work at once. */
export function CopyView(props: CopyViewProps) {
  const { mode, row, beside, fields, patient, picture, ward, today, target, me, onCopy, onDone, onNotNeeded, onTakeBack, onBack } = props
  const all = useWords(words)
  const say = all.copy
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<{ readonly name: string; readonly label: string; readonly isThere: boolean } | null>(null)
  const [fault, setFault] = useState<WorkFault | null>(null)
  const [asking, setAsking] = useState<'not-needed' | 'take-back' | null>(null)
  useEffect(() => place.current?.focus(), [])
  const { state } = row
  const isToType = state.typed.length === 0
  const isToCheck = mayCheck(row, me)
  const copy = (name: string, label: string, text: string): void => setCopied({ name, label, isThere: onCopy(text) })
  const act = mode === 'type' ? (isToType ? onDone : null) : (isToCheck ? onDone : null)
  const done = (): void => {
    if (act !== null) setFault(act())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isComposing({ ...event, isComposing: event.nativeEvent.isComposing })) return
    if (event.key === 'Enter' && event.target === event.currentTarget) done()
    else if (event.key === '0') copy('whole', say.whole, wholeText(row, fields))
    else if (/^[1-9]$/.test(event.key)) {
      const field = fields[Number(event.key) - 1]
      if (field === undefined) return
      copy(field.name, field.label[language], field.text)
    } else if (event.key === 'Escape') onBack()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const said = { notNeeded: (reason: string) => saying(onNotNeeded(reason)), takeBack: (reason: string) => saying(onTakeBack(reason)) }
  const saying = (found: WorkFault | null): string | null => {
    if (found === null) setAsking(null)
    return found === null ? null : say.fault[found]
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the record has keys of its own: figures copy, Enter goes on
    <div ref={place} className={css['view']} tabIndex={0} role="group" aria-label={mode === 'type' ? say.title : say.checkTitle} onKeyDown={onKeyDown}>
      {patient !== null && <RowLine row={patient} today={today} />}
      <div className={css['target']}>
        <span>{say.target}</span>
        {row.patient === null ? <b>{all.work.ofWard}</b> : target === null ? <StateWord is="bad">{say.noTarget}</StateWord> : <b>{target}</b>}
        <span className={css['quiet']}>{row.entry.kind === 'sheet-listed' ? <Written>{all.work.sheet(row.entry.body.title)}</Written> : kinds[row.entry.kind].label[language]}</span>
      </div>
      {ward !== null && <p>{say.ward} <b><Written>{ward}</Written></b></p>}
      <p className={css['quiet']}>{say.source} <Written>{sourceNote(row)}</Written></p>
      <StateLine row={row} />
      {picture}
      <div className={css['fields']}>
        {fields.map((field, index) => (
          <button key={field.name} type="button" className={css['field']} data-copied={copied?.name === field.name ? '' : undefined} onClick={() => copy(field.name, field.label[language], field.text)}>
            <kbd>{index < 9 ? index + 1 : ''}</kbd>
            <span>{field.label[language]}</span>
            <span><Written>{field.text}</Written></span>
          </button>
        ))}
        <button type="button" className={css['field']} data-copied={copied?.name === 'whole' ? '' : undefined} onClick={() => copy('whole', say.whole, wholeText(row, fields))}>
          <kbd>0</kbd><span>{say.whole}</span><span />
        </button>
      </div>
      <p className={css['said']} role="status">
        {fault !== null ? <StateWord is="bad">{say.fault[fault]}</StateWord> : copied !== null ? <StateWord is={copied.isThere ? 'ok' : 'warn'}>{copied.isThere ? say.copied(copied.label) : say.notCopied}</StateWord> : mode === 'type' ? say.keys : say.checkKeys}
      </p>
      {beside.length > 0 && (
        <Banner look="warn">
          <b>{say.beside}</b> {say.besideNote}
          {beside.map((other) => (
            <div key={other.row.id} className={css['beside']}>
              <p>{shortMoment(other.row.entry.at)} <Written>{other.row.entry.by.name}</Written> {other.row.origin?.letters ?? ''} {statusWords[other.row.state.status][language]}</p>
              <p><Written>{other.fields.map(({ label, text }) => `${label[language]} ${text}`).join('　')}</Written></p>
            </div>
          ))}
        </Banner>
      )}
      <div className={css['acts']}>
        {mode === 'type' && isToType && <Button look="primary" keys={['Enter']} onPress={done} offBecause={row.patient !== null && target === null ? say.fault['target-missing'] : null}>{say.done}</Button>}
        {mode === 'check' && isToCheck && <Button look="primary" keys={['Enter']} onPress={done}>{say.agree}</Button>}
        {mode === 'check' && state.status === 'transcribed' && !isToCheck && <StateWord is="warn">{say.own}</StateWord>}
        {isToType && state.status !== 'not-needed' && <Button onPress={() => setAsking('not-needed')}>{say.notNeeded}</Button>}
        {!isToType && <Button look="danger" onPress={() => setAsking('take-back')}>{mode === 'check' ? say.differs : say.takeBack}</Button>}
        <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
      </div>
      {asking === 'not-needed' && <ReasonDialog title={say.notNeededTitle} means={say.notNeededMeans} label={say.reason} cancel={say.keep} act={say.notNeeded} onAct={said.notNeeded} onCancel={() => setAsking(null)} />}
      {asking === 'take-back' && <ReasonDialog title={say.takeBackTitle} means={say.takeBackMeans} label={say.reason} cancel={say.keep} act={say.takeBack} look="final" onAct={said.takeBack} onCancel={() => setAsking(null)} />}
    </div>
  )
}

/** Who has it in hand, typed it, checked it, or set it aside. */
function StateLine({ row: { state } }: { readonly row: RecordRow }) {
  const say = useWords(words).copy
  const lines = [
    ...(state.status === 'begun' && state.begun !== null ? [say.begunBy(state.begun.by.name)] : []),
    ...state.typed.map(({ by, at, target }) => say.typedBy(by.name, shortMoment(at), target ?? '')),
    ...(state.checked === null ? [] : [say.checkedBy(state.checked.by.name, shortMoment(state.checked.at))]),
    ...(state.status === 'not-needed' && state.notNeeded !== null ? [say.because(state.notNeeded.note)] : []),
  ]
  return lines.length === 0 ? null : <div className={css['facts']}>{lines.map((line) => <span key={line}><Written>{line}</Written></span>)}</div>
}
