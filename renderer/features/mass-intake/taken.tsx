import { Check } from 'lucide-react'
import { identityOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import type { Birth } from '#domain/patient/birth.ts'
import { toComplete } from '#domain/patient/mass-intake.ts'
import { tagOf, triageOf } from '#domain/view/ward.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { toCompleteWords } from '#renderer/ui/to-complete-words.ts'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './mass-intake.module.css'
import table from '#renderer/ui/table.module.css'

const categories = ['I', 'II', 'III', '0'] as const
/** As many as fit beside the form; the rest is in the completion list. */
const mostShown = 40
/** Of what is missing, the first words say enough; the rest is a count. */
const mostNamed = 2

/** Counts by colour, and whoever was taken in here, newest first, with what is still to be written of each. */
export function Taken({ rows, bands, onOpen }: { readonly rows: readonly KnownRow[]; readonly bands: readonly Birth[]; readonly onOpen: (patient: PatientId) => void }) {
  const say = useWords(words)
  const missing = useWords(toCompleteWords)
  const sexWords = useWords(patientWords).sex
  const ages = [say.bands.b0, say.bands.b1, say.bands.b2, say.bands.b3, say.bands.b4, say.bands.b5]
  const ageOf = (birth: Birth): string | null => {
    const place = birth.kind === 'age-band' ? bands.findIndex((band) => band.kind === 'age-band' && band.from === birth.from) : -1
    return ages[place] ?? null
  }
  return (
    <>
      <ul className={css['counts']}>
        {categories.map((category) => (
          <li key={category}><TriageMark category={category} words="colour" /><b>{rows.filter((row) => triageOf(row) === category).length}</b></li>
        ))}
      </ul>
      {rows.length === 0 ? <p className={css['nobody']}>{say.nobody}</p> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls by what can take the focus
        <div className={css['scrolls']} tabIndex={0} role="group" aria-label={say.here}>
          <table className={table['table']}>
            <thead><tr><th>{say.heads.category}</th><th>{say.heads.number}</th><th>{say.heads.person}</th><th>{say.heads.tag}</th><th>{say.heads.missing}</th></tr></thead>
            <tbody>
              {rows.slice(0, mostShown).map((row) => {
                const { birth, sex } = identityOf(row)
                const open = toComplete(row, triageOf(row))
                return (
                  <tr key={row.id}>
                    <td><TriageMark category={triageOf(row)} size="small" /></td>
                    <td><button type="button" className={css['open']} onClick={() => onOpen(row.id)}>{row.registered.number.slice(5)}</button></td>
                    <td className={table['still']}>{[ageOf(birth), sex === 'unknown' ? null : sexWords[sex]].filter((part) => part !== null).join(' ') || '—'}</td>
                    <td className={table['still']}><Written>{tagOf(row)?.tagNumber ?? '—'}</Written></td>
                    <td>{open.length === 0 ? <span className={css['done']}><Icon of={Check} />{say.done}</span> : <Badge look="strong">{say.open(open.slice(0, mostNamed).map((one) => missing[one]).join('・'), Math.max(0, open.length - mostNamed))}</Badge>}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
