import { FileInput, FileText, FolderOpen } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { CodeField } from '#renderer/ui/code-field.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { takeInWords, type TakeInFaultCode } from './take-in-words.ts'
import css from './reconcile.module.css'

export type TakeInWay = 'export' | 'receive' | 'give'

/** Why nothing, or not all, was taken in. */
export type TakeInRefused =
  | { readonly code: TakeInFaultCode }
  | { readonly code: 'letters-twice'; readonly letters: string; readonly here: string; readonly there: string }
  | { readonly code: 'other-key'; readonly letters: string }

export type TakeInState =
  | { readonly is: 'ready'; readonly refused: TakeInRefused | null; readonly done: { readonly from: string; readonly added: number; readonly already: number } | null }
  | { readonly is: 'working'; readonly step: keyof typeof takeInWords.steps; readonly done: number; readonly of: number }
  | { readonly is: 'giving' }
  | { readonly is: 'given'; readonly code: string; readonly fileName: string; readonly entries: number }

export type TakeInForm = { readonly way: TakeInWay; readonly file: string | null; readonly isSigned: boolean; readonly officer: string; readonly code: readonly string[]; readonly folder: string | null }

/** One file at a time: of a ward under the officer's key, of another desk under its code; or what this desk wrote, for another. */
export function TakeInPanel({ form, onForm, state, onFiles, onTakeIn, onStop, onFolder, onGive, onCodeOnPaper }: {
  readonly form: TakeInForm
  readonly onForm: (form: TakeInForm) => void
  readonly state: TakeInState
  readonly onFiles: (files: readonly File[]) => void
  readonly onTakeIn: () => void
  readonly onStop: () => void
  readonly onFolder: () => void
  readonly onGive: () => void
  readonly onCodeOnPaper: () => void
}) {
  const say = useWords(takeInWords)
  const { way } = form
  const isBusy = state.is === 'working' || state.is === 'giving'
  const offBecause = way === 'give' ? (form.folder === null ? say.folderFirst : state.is === 'giving' ? say.giving : null)
    : form.file === null ? say.fileFirst
    : way === 'export' && form.officer.trim() === '' ? say.keyFirst
    : way === 'receive' && form.code.some((group) => group === '') ? say.codeFirst
    : null
  const act = way === 'give' ? onGive : onTakeIn
  const keys = useSubmitKeys(offBecause === null && !isBusy ? { onSave: act } : {})
  if (state.is === 'working') return <div className={css['stack']}><Progress what={say.steps[state.step]} done={state.done} of={state.of} unit={state.step === 'opening' ? '' : say.records} onStop={onStop} /></div>
  if (state.is === 'given') {
    return (
      <div className={css['stack']}>
        <Banner look="ok"><Written>{say.given(state.entries, state.fileName)}</Written></Banner>
        <p className={css['code']} data-exchange-code>{state.code}</p>
        <div className={css['acts']}><Button autoFocus onPress={onCodeOnPaper}>{say.onPaper}</Button></div>
      </div>
    )
  }
  return (
    <form className={css['stack']} onSubmit={(event) => event.preventDefault()} {...keys}>
      <Choice label={say.way} isLabelHidden look="joined" value={way} onChange={(to) => onForm({ ...form, way: to, file: null, isSigned: false, officer: '' })} options={(['export', 'receive', 'give'] as const).map((value) => ({ value, label: say.ways[value] }))} />
      <p>{way === 'export' ? say.exportLead : way === 'receive' ? say.receiveLead : say.giveLead}</p>
      {state.is === 'ready' && state.refused !== null && <Banner look="warn"><Written>{sentenceOf(state.refused, say)}</Written></Banner>}
      {state.is === 'ready' && state.done !== null && <Banner look="ok"><Written>{say.done(state.done.from, state.done.added, state.done.already)}</Written></Banner>}
      {way === 'give' ? (
        <div className={css['acts']}>
          <Button icon={FolderOpen} onPress={onFolder}>{say.folder}</Button>
          {form.folder !== null && <Written>{say.to(form.folder)}</Written>}
        </div>
      ) : (
        <div className={css['acts']}>
          <FileTrigger allowsMultiple onSelect={(files) => onFiles(files === null ? [] : [...files])}><Button icon={FileText} onPress={() => undefined}>{say.choose}</Button></FileTrigger>
          {form.file !== null && <Written>{say.chosen(form.file, form.isSigned)}</Written>}
        </div>
      )}
      {way === 'export' && form.file !== null && !form.isSigned && <p className={css['quiet']}>{say.unsigned}</p>}
      {way === 'export' && <Field label={say.officer} hint="AGE-SECRET-KEY-1…" help={say.officerHelp} kind="secret" most={200} value={form.officer} onChange={(officer) => onForm({ ...form, officer })} />}
      {way === 'receive' && <CodeField form="sealed" label={say.code} groups={form.code} onChange={(code) => onForm({ ...form, code })} />}
      <div className={css['bottom']}><Button look="primary" icon={FileInput} keys={['Ctrl', 'Enter']} offBecause={offBecause} onPress={act}>{way === 'give' ? say.give : say.act}</Button></div>
    </form>
  )
}

function sentenceOf(refused: TakeInRefused, say: ReturnType<typeof useWords<typeof takeInWords>>): string {
  if (refused.code === 'letters-twice') return say.lettersTwice(refused.letters, refused.here, refused.there)
  return refused.code === 'other-key' ? say.otherKey(refused.letters) : say.fault[refused.code]
}
