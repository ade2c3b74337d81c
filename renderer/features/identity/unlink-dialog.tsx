import { useState } from 'react'
import type { Impact } from '#domain/identity/impact.ts'
import { kinds } from '#domain/log/kinds.ts'
import { sheetForms } from '#domain/print/form.ts'
import { mostLine } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Written } from '#renderer/ui/written.tsx'
import table from '#renderer/ui/table.module.css'
import type { IdentityFault } from './identity-screen.tsx'
import { words } from './words.ts'
import css from './identity.module.css'

/** What was done while two were taken for one, before they are two again. */
export function UnlinkDialog({ impacts, onUnlink, onCancel }: {
  /** Null while it is being read. */
  readonly impacts: readonly (Impact & { readonly number: string })[] | null
  readonly onUnlink: (reason: string) => IdentityFault | null
  readonly onCancel: () => void
}) {
  const all = useWords(words)
  const say = all.undo
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<IdentityFault | null>(null)
  const act = (): void => {
    if (impacts !== null) setFault(onUnlink(reason))
  }
  return (
    <Dialog
      title={say.title}
      width="wide"
      onCancel={onCancel}
      onAct={act}
      cancel={<Button autoFocus keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>}
      act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={act}>{say.act}</Button>}
    >
      <div className={css['body']}>
        <p>{impacts === null ? say.reading : impacts.length === 0 ? say.none : <><b>{say.list(impacts.length)}</b><br />{say.look}</>}</p>
        {impacts !== null && impacts.length > 0 && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls by what can take the focus
          <div className={css['impacts']} tabIndex={0} role="group" aria-label={say.list(impacts.length)}>
            <table className={table['table']}>
              <tbody>
                {impacts.map(({ entry, of, number }) => (
                  <tr key={entry.id}>
                    <td className={table['still']}>{shortMoment(entry.at)}</td>
                    <td>{say.of[of]}</td>
                    <td>{entry.kind === 'sheet-printed' ? sheetForms[entry.body.form].label[language] : kinds[entry.kind].label[language]}</td>
                    <td>{number}</td>
                    <td><Written>{entry.by.name}</Written></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Field label={say.reason} value={reason} onChange={setReason} most={mostLine} says={fault === null ? null : { kind: 'bad', words: all.fault[fault] }} />
      </div>
    </Dialog>
  )
}
