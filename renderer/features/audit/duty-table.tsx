import { kinds } from '#domain/log/kinds.ts'
import type { DutyRow } from '#domain/view/duty-rows.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { dutyWords } from '#renderer/ui/duty-words.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { Moment } from './event-table.tsx'
import { PatientCell, PersonCell, type NameOf } from './opening-tables.tsx'
import { VirtualTable } from './virtual-table.tsx'
import { words } from './words.ts'
import css from './audit.module.css'

/** Records outside their author's usual duties, newest first, with what was said about each. */
export function DutyTable({ rows, nameOf }: { readonly rows: readonly DutyRow[]; readonly nameOf: NameOf }) {
  const say = useWords(words)
  const sayDuty = useWords(dutyWords)
  const language = useLanguage()
  return (
    <VirtualTable
      label={say.tabs.duties}
      rows={rows}
      empty={say.noDuties}
      head={
        <>
          <th className={table['figures']}>{say.table.seq}</th>
          <th>{say.table.at}</th>
          <th>{say.table.act}</th>
          <th>{say.table.patient}</th>
          <th>{say.table.person}</th>
          <th>{say.table.reason}</th>
        </>
      }
      cells={(row) => (
        <>
          <td className={classNames(table['figures'], table['still'], css['quiet'])}>{row.seq}</td>
          <td className={table['still']}><Moment at={row.at} /></td>
          <td>{kinds[row.kind].label[language]}</td>
          <td><PatientCell patient={row.patient === null ? null : nameOf(row.patient)} /></td>
          <td><PersonCell person={row.by} /></td>
          <td>
            {row.said === null ? say.table.unsaid : sayDuty.reasons[row.said.reason]}
            {row.said !== null && row.said.words !== '' && <span className={table['sub']}><Written>{row.said.words}</Written></span>}
          </td>
        </>
      )}
    />
  )
}
