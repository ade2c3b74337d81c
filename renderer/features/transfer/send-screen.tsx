import { FolderOpen, Printer } from 'lucide-react'
import { mostLine, mostNote } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './transfer.module.css'

export type SendForm = { readonly to: string; readonly lastDose: string; readonly nextDue: string; readonly pumps: string; readonly leaves: boolean }
export const emptySend: SendForm = { to: '', lastDose: '', nextDue: '', pumps: '', leaves: true }

export type SendState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'working'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done'; readonly entries: number; /** Photographs that are not in the file. */ readonly photosBehind: number; readonly fileName: string }

/** Where to, what the next ward must know of doses, and one act: file and sheet together. */
export function SendScreen({ row, today, form, onForm, folder, onFolder, state, onSend, onStop, onPrint, onBack }: {
  readonly row: PatientRow
  readonly today: CalendarDate
  readonly form: SendForm
  readonly onForm: (form: SendForm) => void
  readonly folder: string | null
  readonly onFolder: () => void
  readonly state: SendState
  readonly onSend: () => void
  readonly onStop: () => void
  readonly onPrint: () => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.send
  const isWorking = state.kind === 'working'
  const offBecause = isWorking ? say.working : form.to.trim() === '' ? say.toFirst : folder === null ? say.folderFirst : null
  return (
    <Screen
      label={say.label} pace="spacious"
      keys={{ ...(isWorking ? {} : { onBack }), ...(offBecause === null && state.kind !== 'done' ? { onSave: onSend } : {}) }}
      foot={<>
        <Button keys={['Esc']} offBecause={isWorking ? say.working : null} onPress={onBack}>{all.back}</Button>
        <FootEnd>
          {state.kind === 'done'
            ? <Button icon={Printer} autoFocus onPress={onPrint}>{say.again}</Button>
            : <Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} offBecause={offBecause} onPress={onSend}>{say.act}</Button>}
        </FootEnd>
      </>}
    >
      <div className={css['page']}>
        <RowLine row={row} today={today} />
        {state.kind === 'failed' && <Banner look="danger">{say.notDone}</Banner>}
        {state.kind === 'working' && <Progress what={say.reading} done={state.done} of={state.of} unit="" secondsLeft={null} onStop={onStop} />}
        {state.kind === 'done' ? (
          <>
            <Banner look="ok"><Written>{say.done(state.entries, state.fileName)}</Written> {say.doneNext}</Banner>
            {state.photosBehind > 0 && <Banner look="warn">{say.photosBehind(state.photosBehind)}</Banner>}
          </>
        ) : (
          <>
            <p>{say.lead}</p>
            <Field label={say.to} autoFocus most={mostLine} value={form.to} onChange={(to) => onForm({ ...form, to })} />
            <Field label={say.lastDose} lines={2} most={mostNote} value={form.lastDose} help={say.unknown} onChange={(lastDose) => onForm({ ...form, lastDose })} />
            <div className={css['two']}>
              <Field label={say.nextDue} most={mostLine} value={form.nextDue} onChange={(nextDue) => onForm({ ...form, nextDue })} />
              <Field label={say.pumps} most={mostLine} value={form.pumps} onChange={(pumps) => onForm({ ...form, pumps })} />
            </div>
            <div className={css['row']}><Check isOn={form.leaves} onChange={(leaves) => onForm({ ...form, leaves })}>{say.leaves}</Check>
              <Button icon={FolderOpen} onPress={onFolder}>{say.folder}</Button>
              {folder !== null && <Written>{say.chosen(folder)}</Written>}
            </div>
          </>
        )}
      </div>
    </Screen>
  )
}
