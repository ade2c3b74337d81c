import { sayEntry } from '#domain/export/say-entry.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import type { PlaceOf } from './care-text.tsx'
import { shownPerson } from './people.ts'
import { words } from './words.ts'
import css from './dialogs.module.css'

/** Every version of one record side by side, the first on the left; what changed stands in bold. */
export function HistoryDialog({ versions, placeOf, onClose }: { readonly versions: readonly ChartRow[]; readonly placeOf: PlaceOf; readonly onClose: () => void }) {
  const say = useWords(words)
  const language = useLanguage()
  const columns = versions.map(({ entry }) => sayEntry({ entry, placeOf }))
  const labels = [...new Set(columns.flatMap((said) => said.map(({ label }) => label?.[language] ?? '')))]
  const textOf = (column: number, label: string): string => columns[column]?.filter((said) => (said.label?.[language] ?? '') === label).map(({ text }) => text).join('\n') ?? ''
  const close = <Button autoFocus look="primary" keys={['Esc']} onPress={onClose}>{say.history.close}</Button>
  return (
    <Dialog title={say.history.title(versions.length)} width="wide" onCancel={onClose} cancel={null} act={close}>
      <div className={css['versions']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{say.history.field}</th>
              {versions.map(({ entry, version }) => (
                <th key={entry.id} scope="col">
                  {say.timeline.version(version)}
                  <small>{shortMoment(entry.recordedAt)} <Written>{shownPerson(entry.by, language)}</Written></small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say.history.when}</th>
              {versions.map(({ entry }) => <td key={entry.id}>{shortMoment(entry.at)}</td>)}
            </tr>
            {labels.map((label) => (
              <tr key={label}>
                <th scope="row">{label === '' ? say.history.text : label}</th>
                {versions.map(({ entry, struck }, column) => {
                  const text = textOf(column, label)
                  const isChanged = column > 0 && text !== textOf(column - 1, label)
                  return <td key={entry.id}>{struck === null ? (isChanged ? <b><Written>{text}</Written></b> : <Written>{text}</Written>) : <s><Written>{text}</Written></s>}</td>
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">{say.history.why}</th>
              {versions.map(({ entry, struck }) => <td key={entry.id}>{struck === null ? say.history.counts : <Written>{`${struck.reason}　${shortMoment(struck.at)} ${shownPerson(struck.by, language)}`}</Written>}</td>)}
            </tr>
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}
