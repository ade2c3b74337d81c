import type { KeyboardEvent as ReactKeyboardEvent, ReactNode } from 'react'
import { roundFields } from '#domain/record/vital-round.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { pressOf, isComposing } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import table from '#renderer/ui/table.module.css'
import { words } from './words.ts'
import css from './vital-round.module.css'

/** One patient after the other in the order of the beds: the list one carries round. ↑ and ↓ stay in the column. */
export function VitalRoundScreen({ done, of, rows, onBack }: { readonly done: number; readonly of: number; readonly rows: ReactNode; readonly onBack: () => void }) {
  const say = useWords(words)
  return (
    <Screen label={say.title} keys={{ onBack }} foot={<><Button keys={['Esc']} onPress={onBack}>{say.back}</Button><FootNote>{say.note}</FootNote></>}>
      <Section title={say.title} note={say.saved(done, of)} grows>
        {of === 0 ? <Empty title={say.nobody}>{say.nobodyMore}</Empty> : (
          <div className={css['scroll']} onKeyDown={alongColumn}>
            <table className={table['table']} aria-label={say.table}>
              <thead>
                <tr>
                  <th scope="col">{say.bed}</th>
                  <th scope="col">{say.patient}</th>
                  {roundFields.map((field) => <th key={field} scope="col">{say.field[field]}<small className={css['unit']}>{say.hint[field]}</small></th>)}
                  <th scope="col">{say.state}</th>
                </tr>
              </thead>
              <tbody>{rows}</tbody>
            </table>
          </div>
        )}
      </Section>
    </Screen>
  )
}

/** Focuses the first box of the line after this one; at the last line the focus stays. */
export function toNextRow(): void {
  const row = document.activeElement?.closest('[data-round-row]')?.nextElementSibling
  const first = row?.querySelector<HTMLInputElement>('[data-round]')
  first?.focus()
  first?.scrollIntoView({ block: 'nearest' })
}

function alongColumn(event: ReactKeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLInputElement) || isComposing(pressOf(event)) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const row = event.target.closest('[data-round-row]')
  const other = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  other?.querySelector<HTMLInputElement>(`[data-round="${event.target.dataset['round'] ?? ''}"]`)?.focus()
  event.preventDefault()
}
