import { FileText } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { mostName } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { whoOf } from '#domain/identity/identity.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CodeField } from '#renderer/ui/code-field.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { PatientLine } from '#renderer/ui/patient-line.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './transfer.module.css'

export type ReceiveFaultShown = keyof typeof words.fault

/** What is in a file that was opened; nothing of it is written yet. */
export type Preview = { readonly person: WardPerson; readonly from: string; readonly numbers: readonly string[]; readonly entries: number; readonly already: number; readonly photos: number; /** Those whose picture did not come along. */ readonly photosBehind: number; /** On this ward's lists: then nothing but records is added. */ readonly isListed: boolean }

export type ReceiveState =
  | { readonly at: 'file'; readonly isOpening: boolean; readonly fault: ReceiveFaultShown | null }
  | { readonly at: 'preview'; readonly preview: Preview; readonly fault: ReceiveFaultShown | null }
  | { readonly at: 'working'; readonly preview: Preview; readonly done: number; readonly of: number }
  | { readonly at: 'bed'; readonly preview: Preview; readonly taken: number }

/** File and code, what is in it, then the bed. */
export function ReceiveScreen({ state, today, fileName, onFile, code, onCode, onOpen, onTake, onStop, onOther, bed, onBed, freeBeds, onFinish, onChart, onBack }: {
  readonly state: ReceiveState
  readonly today: CalendarDate
  readonly fileName: string | null
  readonly onFile: (file: File) => void
  readonly code: readonly string[]
  readonly onCode: (code: readonly string[]) => void
  readonly onOpen: () => void
  readonly onTake: () => void
  readonly onStop: () => void
  readonly onOther: () => void
  readonly bed: string
  readonly onBed: (bed: string) => void
  readonly freeBeds: readonly string[]
  readonly onFinish: () => void
  readonly onChart: () => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.receive
  const isAll = state.at === 'preview' && state.preview.isListed && state.preview.already === state.preview.entries
  const act = state.at === 'file' ? onOpen : state.at === 'preview' && !isAll ? onTake : state.at === 'bed' ? onFinish : null
  const openOff = state.at !== 'file' ? null : fileName === null ? say.fileFirst : code.some((group) => group === '') ? say.codeFirst : state.isOpening ? say.opening : null
  return (
    <Screen
      label={say.label} pace="spacious"
      keys={{ ...(state.at === 'working' ? {} : { onBack }), ...(act !== null && openOff === null ? { onSave: act } : {}) }}
      foot={state.at === 'working' ? null : <>
        <Button keys={['Esc']} onPress={onBack}>{all.back}</Button>
        <FootEnd>
          {state.at === 'file' && <Button look="primary" keys={['Ctrl', 'Enter']} offBecause={openOff} onPress={onOpen}>{say.open}</Button>}
          {state.at === 'preview' && <Button onPress={onOther}>{say.other}</Button>}
          {state.at === 'preview' && (isAll ? <Button autoFocus onPress={onChart}>{say.openChart}</Button> : <Button look="primary" keys={['Ctrl', 'Enter']} autoFocus onPress={onTake}>{say.act}</Button>)}
          {state.at === 'bed' && <Button look="primary" keys={['Ctrl', 'Enter']} onPress={onFinish}>{say.finish}</Button>}
        </FootEnd>
      </>}
    >
      <div className={css['page']}>
        {'fault' in state && state.fault !== null && <Banner look="warn">{all.fault[state.fault]}</Banner>}
        {state.at === 'file' ? (
          <>
            <p>{say.lead}</p>
            <div className={css['row']}>
              <FileTrigger onSelect={(files) => { const [file] = files === null ? [] : [...files]; if (file !== undefined) onFile(file) }}><Button icon={FileText} autoFocus onPress={() => undefined}>{say.file}</Button></FileTrigger>
              {fileName !== null && <Written>{say.chosen(fileName)}</Written>}
            </div>
            <CodeField form="sealed" label={say.code} groups={code} onChange={onCode} />
          </>
        ) : (
          <Person preview={state.preview} today={today} />
        )}
        {isAll && <Banner look="ok">{say.all}</Banner>}
        {state.at === 'working' && <Progress what={say.working} done={state.done} of={state.of} unit="" secondsLeft={null} onStop={onStop} />}
        {state.at === 'bed' && (
          <>
            <Banner look="ok">{say.done(state.taken)}</Banner>
            <Field label={say.bed} hint={say.bedHint} autoFocus width={12} most={mostName} value={bed} onChange={onBed} />
            {freeBeds.length > 0 && <div className={css['row']}>{say.free} {freeBeds.slice(0, 8).map((one) => <Button key={one} size="small" onPress={() => onBed(one)}>{one}</Button>)}</div>}
          </>
        )}
      </div>
    </Screen>
  )
}

function Person({ preview, today }: { readonly preview: Preview; readonly today: CalendarDate }) {
  const say = useWords(words).receive
  const who = whoOf(preview.person.row)
  return (
    <>
      {who !== null && <PatientLine who={who} bed={null} today={today} />}
      <div className={css['row']}><AllergyState now={preview.person.allergy} /></div>
      <dl className={css['facts']}>
        <dt>{say.from}</dt><dd><Written>{preview.from}</Written></dd>
        <dt>{say.numbers}</dt><dd>{preview.numbers.join('・')}</dd>
        <dt>{say.records}</dt><dd>{say.count(preview.entries, preview.already)}</dd>
        {preview.photos + preview.photosBehind > 0 && <><dt>{say.photos}</dt><dd>{say.photoCount(preview.photos, preview.photosBehind)}</dd></>}
      </dl>
    </>
  )
}
