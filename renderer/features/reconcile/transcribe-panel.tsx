import type { ReactNode } from 'react'
import { kinds, type Kind } from '#domain/log/kinds.ts'
import type { PatientId, StaffNumber } from '#domain/ids.ts'
import { priorities, priorityWords, type Priority } from '#domain/reconcile/priority.ts'
import type { StationLetters } from '#domain/number/ward-number.ts'
import type { RecordRow, WorkFilter } from '#domain/reconcile/records.ts'
import { recordStatuses, statusWords, type RecordStatus } from '#domain/reconcile/status.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Select } from '#renderer/ui/select.tsx'
import { StateWord, type State } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { Mode } from './copy-view.tsx'
import { RowList } from './row-list.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

const looks: Readonly<Record<RecordStatus, State>> = { untouched: 'none', begun: 'warn', transcribed: 'none', checked: 'ok', 'not-needed': 'ok' }

/** What a filter may be set to: what there is. */
export type FilterChoices = {
  readonly patients: readonly { readonly id: PatientId; readonly label: string }[]
  readonly kinds: readonly Kind[]
  /** Those whose records are here; one or none is no choice. */
  readonly wards: readonly { readonly letters: StationLetters; readonly name: string }[]
  readonly authors: readonly { readonly staffNumber: StaffNumber; readonly name: string }[]
}

/** The worklist left, the record that is open right. */
export function TranscribePanel({ mode, onMode, filter, onFilter, choices, rows, all, nameOf, chosen, onChoose, onOpen, onBegin, onAddSheet, onPrint, isListFocused, waits, children }: {
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  readonly filter: WorkFilter
  readonly onFilter: (filter: WorkFilter) => void
  readonly choices: FilterChoices
  /** What fits the filter, in the order of work. */
  readonly rows: readonly RecordRow[]
  /** How many there are without the filter. */
  readonly all: number
  readonly nameOf: (patient: PatientId) => string
  readonly chosen: string | null
  readonly onChoose: (row: RecordRow) => void
  readonly onOpen: (row: RecordRow) => void
  /** Opens the next one to do. */
  readonly onBegin: () => void
  readonly onAddSheet: () => void
  readonly onPrint: () => void
  readonly isListFocused: boolean
  /** What the place of the record says while none is open. */
  readonly waits: 'choose' | 'own' | 'allDone'
  /** The record that is open; null: none. */
  readonly children: ReactNode
}) {
  const spoken = useWords(words)
  const say = spoken.work
  const language = useLanguage()
  const every = { value: '', label: say.all }
  return (
    <div className={css['two']}>
      <div className={css['side']}>
        <div className={css['bar']}>
          <Choice label={say.mode} isLabelHidden look="joined" value={mode} onChange={onMode} options={[{ value: 'type', label: say.type }, { value: 'check', label: say.check }]} />
          <Button look="primary" onPress={onBegin}>{say.begin}</Button>
        </div>
        <div className={css['filters']}>
          {choices.wards.length > 1 && <Select label={say.ward} value={filter.letters ?? ''} onChange={(value) => onFilter({ ...filter, letters: value === '' ? null : (value as StationLetters) })} options={[every, ...choices.wards.map(({ letters, name }) => ({ value: letters, label: `${letters} ${name}` }))]} />}
          <Select label={say.priority} value={filter.priority ?? ''} onChange={(value) => onFilter({ ...filter, priority: value === '' ? null : (value as Priority) })} options={[every, ...priorities.map((value) => ({ value, label: priorityWords[value][language] }))]} />
          <Select label={say.status} value={filter.status ?? ''} onChange={(value) => onFilter({ ...filter, status: value === '' ? null : (value as RecordStatus) })} options={[every, ...recordStatuses.map((value) => ({ value, label: statusWords[value][language] }))]} />
          <Select label={say.kind} value={filter.kind ?? ''} onChange={(value) => onFilter({ ...filter, kind: value === '' ? null : (value as Kind) })} options={[every, ...choices.kinds.map((value) => ({ value, label: kinds[value].label[language] }))]} />
          <Select label={say.patient} value={filter.patient ?? ''} onChange={(value) => onFilter({ ...filter, patient: value === '' ? null : (value as PatientId) })} options={[every, ...choices.patients.map(({ id, label }) => ({ value: id, label }))]} />
          <Select label={say.author} value={filter.author ?? ''} onChange={(value) => onFilter({ ...filter, author: value === '' ? null : (value as StaffNumber) })} options={[every, ...choices.authors.map(({ staffNumber, name }) => ({ value: staffNumber, label: `${name}（${staffNumber}）` }))]} />
        </div>
        <RowList
          label={say.list} note={say.count(rows.length, all)} empty={say.none} rows={rows} keyOf={({ id }) => id} chosen={chosen} onChoose={onChoose} onOpen={onOpen} autoFocus={isListFocused}
          draw={(row) => (
            <>
              <span>{row.priority}</span>
              <span className={css['what']}>
                <span>{row.entry.kind === 'sheet-listed' ? <Written>{say.sheet(row.entry.body.title)}</Written> : kinds[row.entry.kind].label[language]}　{shortMoment(row.entry.at)}</span>
                <small><Written>{row.patient === null ? say.ofWard : nameOf(row.patient)}</Written>　{row.origin === null ? '' : `${row.origin.letters} `}№{row.origin?.seq ?? row.seq}　<Written>{row.entry.by.name}</Written></small>
              </span>
              <StateWord is={looks[row.state.status]}>{statusWords[row.state.status][language]}</StateWord>
            </>
          )}
        />
        <div className={css['bar']}>
          <Button size="small" onPress={onAddSheet}>{say.addSheet}</Button>
          <Button size="small" onPress={onPrint}>{say.print}</Button>
        </div>
      </div>
      <div className={css['side']}>
        {children === null ? <p className={css['empty']}>{spoken.copy[waits]}</p> : <div className={css['scroll']}>{children}</div>}
      </div>
    </div>
  )
}
