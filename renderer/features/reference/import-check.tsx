import type { ReactNode } from 'react'
import { csvMeanings, type CsvMapping, type CsvMeaning } from '#domain/reference/csv-mapping.ts'
import { OlderReason, type ReferenceSource } from '#domain/reference/reference-set.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { ReferenceAge } from '#renderer/ui/reference-age.tsx'
import { referenceWords } from '#renderer/ui/reference-words.ts'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Select } from '#renderer/ui/select.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './reference.module.css'

/** How the chosen files look. `csv` null: of a format that names its own fields. */
export type Looked = {
  readonly source: ReferenceSource
  readonly files: number
  readonly bytes: number
  readonly csv: { readonly encoding: string; readonly head: readonly string[]; readonly sample: readonly (readonly string[])[]; readonly mapping: CsvMapping; readonly isKept: boolean } | null
}

export type Asked = { readonly when: string; readonly why: OlderReason | null; readonly staffNumber: string }

export type MissingAnswer = keyof typeof words.check.missing

const shownRows = 5

/** What a person checks before anything is read as a whole: which column is what, and of when the list is. */
export function ImportCheck({ looked, asked, takenAt, olderThan, isWhoAsked, missing, stoppedAt, now, onMapping, onSource, onAsked, onRun, onBack }: {
  readonly looked: Looked
  readonly asked: Asked
  /** The typed time as it is understood; null while it is not. */
  readonly takenAt: Instant | null
  /** The time of the present list when this one is older. */
  readonly olderThan: Instant | null
  readonly isWhoAsked: boolean
  readonly missing: MissingAnswer | null
  readonly stoppedAt: Instant | null
  readonly now: Instant
  readonly onMapping: (mapping: CsvMapping) => void
  /** Null when there is nothing to choose: a single file's form is seen. */
  readonly onSource: ((source: ReferenceSource) => void) | null
  readonly onAsked: (asked: Asked) => void
  readonly onRun: () => void
  readonly onBack: () => void
}) {
  const all = useWords(words)
  const say = all.check
  const names = useWords(referenceWords)
  const isFolder = looked.source === 'folder'
  const run = (): void => {
    if (missing === null) onRun()
  }
  return (
    <Screen
      label={all.label}
      pace="spacious"
      keys={{ onSave: run, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{all.back}</Button>
          <FootNote>{say.trace}</FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={run} offBecause={missing === null ? null : say.missing[missing]}>{isFolder ? say.runDocuments : say.run}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <div>
          <h2 className={css['title']}>{isFolder ? say.titleOfDocuments : say.title}</h2>
          <p className={css['lead']}>{names.source[looked.source]}・{say.chosen(looked.files, sizeOf(looked.bytes))}{looked.csv !== null && `・${say.encoding(encodingNames[looked.csv.encoding] ?? looked.csv.encoding)}`}{looked.csv?.isKept === true && `・${say.kept}`}</p>
        </div>
        {onSource !== null && <Choice label={say.source} look="joined" options={(['ss-mix2', 'hl7', 'fhir'] as const).map((source) => ({ value: source, label: names.source[source] }))} value={looked.source === 'csv' || looked.source === 'folder' ? null : looked.source} onChange={onSource} />}
        <div className={css['asked']}>
          <Field label={isFolder ? say.whenOfDocuments : say.when} hint={say.whenHint} most={20} width={16} value={asked.when} onChange={(when) => onAsked({ ...asked, when, why: null })} autoFocus help={takenAt === null ? (isFolder ? say.whenHelpOfDocuments : say.whenHelp) : <ReferenceAge takenAt={takenAt} stoppedAt={stoppedAt} now={now} />} says={takenAt === null ? { kind: 'bad', words: say.whenBad } : null} />
          {isWhoAsked && <Field label={say.who} most={16} width={16} value={asked.staffNumber} onChange={(staffNumber) => onAsked({ ...asked, staffNumber })} />}
        </div>
        {olderThan !== null && <Choice label={(isFolder ? say.olderDocuments : say.older)(shortMoment(olderThan))} options={OlderReason.options.map((why) => ({ value: why, label: (isFolder ? names.olderDocuments : names.older)[why] }))} value={asked.why} onChange={(why) => onAsked({ ...asked, why })} />}
        {looked.csv !== null && (
          <>
            <Section title={say.preview} note={say.previewNote}><Preview csv={looked.csv} /></Section>
            <Section title={say.columns}><Columns csv={looked.csv} onMapping={onMapping} /></Section>
          </>
        )}
      </div>
    </Screen>
  )
}

type CsvLooked = NonNullable<Looked['csv']>

function Columns({ csv: { head, mapping }, onMapping }: { readonly csv: CsvLooked; readonly onMapping: (mapping: CsvMapping) => void }) {
  const say = useWords(words).check
  const options = [{ value: '', label: say.noColumn }, ...head.map((cell, index) => ({ value: String(index), label: say.columnOf(index + 1, cell.slice(0, 30)) }))]
  const change = (meaning: CsvMeaning, value: string): void => onMapping({ ...mapping, columns: { ...mapping.columns, [meaning]: value === '' ? null : Number(value) } })
  return (
    <>
      <div className={css['columns']}>
        {csvMeanings.map((meaning) => <Select key={meaning} label={say.meaning[meaning]} options={options} value={mapping.columns[meaning] === null ? '' : String(mapping.columns[meaning])} onChange={(value) => change(meaning, value)} />)}
      </div>
      <Check isOn={mapping.hasHead} onChange={(hasHead) => onMapping({ ...mapping, hasHead, head: hasHead ? head.map((cell) => cell.slice(0, 200)) : [] })}>{say.hasHead}</Check>
    </>
  )
}

function Preview({ csv: { head, sample, mapping } }: { readonly csv: CsvLooked }): ReactNode {
  const say = useWords(words).check
  const shown = csvMeanings.flatMap((meaning) => {
    const place = mapping.columns[meaning]
    return place === null ? [] : [{ meaning, place }]
  })
  const rows = (mapping.hasHead ? sample : [head, ...sample]).slice(0, shownRows)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.preview}>
      <table className={table['table']}>
        <thead><tr>{shown.map(({ meaning }) => <th key={meaning} scope="col">{say.meaning[meaning]}</th>)}</tr></thead>
        <tbody>{rows.map((cells, row) => <tr key={row}>{shown.map(({ meaning, place }) => <td key={meaning}><Written>{(cells[place] ?? '').slice(0, 60)}</Written></td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}

/** As spreadsheets call them. */
const encodingNames: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', shift_jis: 'Shift_JIS（CP932）', 'iso-2022-jp': 'ISO-2022-JP' }

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024).toLocaleString('en-US')} KB` : `${Math.round(bytes / 1024 / 1024).toLocaleString('en-US')} MB`
}
