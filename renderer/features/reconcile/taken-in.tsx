import { useState } from 'react'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { shortMoment } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { takeInWords } from './take-in-words.ts'
import css from './reconcile.module.css'

export type WardTakenIn = { readonly letters: string; readonly ward: string; readonly hospital: string; readonly exportNo: number | null; readonly madeAt: Instant; readonly keyId: string; readonly here: number; readonly of: number }

/** One record that two files tell differently, as lines: what it is, what stands here, what the other file says. */
export type ConflictShown = { readonly id: string; readonly what: string; readonly here: string; readonly there: string; readonly letters: string }

/** Whose records are at this desk, and what of them contradicts itself. */
export function TakenIn({ wards, conflicts, more, onCopy }: {
  readonly wards: readonly WardTakenIn[]
  readonly conflicts: readonly ConflictShown[]
  /** Contradictions that were counted and not kept. */
  readonly more: number
  /** True when it is on the clipboard, for a minute. */
  readonly onCopy: (text: string) => boolean
}) {
  const say = useWords(takeInWords)
  const [isCopied, setCopied] = useState(false)
  const text = (): string => conflicts.map(({ what, here, there, letters }) => [what, `${say.conflictHere}: ${here}`, `${say.conflictThere(letters)}: ${there}`].join('\n')).join('\n\n')
  return (
    <div className={css['stack']}>
      <Section title={say.wards}>
        {wards.length === 0 ? <p className={css['empty']}>{say.noWards}</p> : (
          <table className={css['taken']}>
            <thead><tr><th scope="col">{say.ward}</th><th scope="col">{say.newest}</th><th scope="col" className={css['figures']}>{say.here}</th></tr></thead>
            <tbody>
              {wards.map((one) => (
                <tr key={one.letters}>
                  <th scope="row"><b>{one.letters}</b>　<Written>{one.ward}</Written><br /><small><Written>{one.hospital}</Written></small></th>
                  <td>{say.export(one.exportNo, shortMoment(one.madeAt))}<br /><small>{say.keyId(one.keyId)}</small></td>
                  <td className={css['figures']}>{one.here < one.of ? <StateWord is="warn">{say.count(one.here, one.of)}</StateWord> : say.count(one.here, one.of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {(conflicts.length > 0 || more > 0) && (
        <Section title={`${say.conflicts}　${conflicts.length + more}`} end={<Button size="small" onPress={() => setCopied(onCopy(text()))}>{say.copy}</Button>}>
          <p>{say.conflictsLead}</p>
          {isCopied && <p role="status"><StateWord is="ok">{say.copied}</StateWord></p>}
          {conflicts.map(({ id, what, here, there, letters }) => (
            <div key={id} className={css['beside']}>
              <p><b><Written>{what}</Written></b></p>
              <p>{say.conflictHere}　<Written>{here}</Written></p>
              <p>{say.conflictThere(letters)}　<Written>{there}</Written></p>
            </div>
          ))}
          {more > 0 && <p><StateWord is="warn">{say.conflictMore(more)}</StateWord></p>}
        </Section>
      )}
    </div>
  )
}
