import type { PatientId } from '#domain/ids.ts'
import type { Instant } from '#domain/time.ts'
import type { AuditCount, AuditRow } from '#domain/view/audit.ts'
import type { Person } from '#domain/log/person.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { patientWords } from '#renderer/ui/patient-words.ts'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { Moment } from './event-table.tsx'
import { VirtualTable } from './virtual-table.tsx'
import { words } from './words.ts'
import css from './audit.module.css'

export type NamedPatient = { readonly name: string; readonly number: string }
/** Null: not among the records that are open. */
export type NameOf = (patient: PatientId) => NamedPatient | null

/** What people did with records, newest first: who opened whose chart and how, what was printed, exported, struck. */
export function OpeningTable({ rows, nameOf }: { readonly rows: readonly AuditRow[]; readonly nameOf: NameOf }) {
  const say = useWords(words)
  return (
    <VirtualTable
      label={say.tabs.openings}
      rows={rows}
      empty={say.noOpenings}
      head={
        <>
          <th className={table['figures']}>{say.table.seq}</th>
          <th>{say.table.at}</th>
          <th>{say.table.act}</th>
          <th>{say.table.patient}</th>
          <th>{say.table.person}</th>
          <th>{say.table.behalf}</th>
          <th className={table['figures']}>{say.table.envelope}</th>
        </>
      }
      cells={(row) => (
        <>
          <td className={classNames(table['figures'], table['still'], css['quiet'])}>{row.seq}</td>
          <td className={table['still']}><Moment at={row.at} /></td>
          <td>
            {say.acts[row.act]}
            {row.via !== null && <span className={table['sub']}>{say.via[row.via]}</span>}
          </td>
          <td>{row.patient !== null && <PatientCell patient={nameOf(row.patient)} />}</td>
          <td><PersonCell person={row.by} /></td>
          <td>{row.onBehalfOf !== null && <PersonCell person={row.onBehalfOf} />}</td>
          <td className={table['figures']}>{say.table.envelopeNo(row.account)}</td>
        </>
      )}
    />
  )
}

/** How many charts each person opened: what a look at the audit begins with. */
export function CountTable({ counts, now }: { readonly counts: readonly AuditCount[]; readonly now: Instant }) {
  const say = useWords(words)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={say.tabs.people}>
      {counts.length === 0 ? (
        <p className={css['none']}>{say.noOpenings}</p>
      ) : (
        <table className={classNames(table['table'], css['table'])}>
          <thead>
            <tr>
              <th>{say.table.person}</th>
              <th className={table['figures']}>{say.table.openings}</th>
              <th className={table['figures']}>{say.table.patients}</th>
              <th className={table['figures']}>{say.table.last}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ person, openings, patients, last }) => (
              <tr key={person.staffNumber}>
                <td><PersonCell person={person} /></td>
                <td className={table['figures']}>{openings}</td>
                <td className={table['figures']}>{patients}</td>
                <td className={table['figures']}>{nearMoment(last.at, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

export function PatientCell({ patient }: { readonly patient: ReturnType<NameOf> }) {
  const say = useWords(words).table
  if (patient === null) return say.gone
  return (
    <>
      <Written>{patient.name}</Written>
      <span className={table['sub']}>{patient.number}</span>
    </>
  )
}

export function PersonCell({ person }: { readonly person: Person }) {
  const say = useWords(patientWords).profession
  return (
    <>
      <Written>{person.name}</Written> <span className={css['quiet']}>{say[person.profession]} {person.staffNumber}</span>
    </>
  )
}
