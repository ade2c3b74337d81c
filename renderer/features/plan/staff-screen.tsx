import { FileText } from 'lucide-react'
import type { StaffMember } from '#domain/plan/hospital-plan.ts'
import { staffColumns, type RowFault, type StaffColumns, type StaffRead } from '#domain/plan/staff-rows.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { planPartWords } from '#renderer/ui/plan-part-words.ts'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Select } from '#renderer/ui/select.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { EditScreen } from './plan-edit.tsx'
import type { Csv } from './read-csv.ts'
import { words } from './words.ts'
import css from './edit.module.css'

/** What became of the chosen file. */
export type StaffImport =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'fault'; readonly code: keyof typeof words.staff.fileFault }
  | { readonly kind: 'read'; readonly csv: Csv; readonly columns: StaffColumns; readonly found: StaffRead }
  | { readonly kind: 'saving' }
  | { readonly kind: 'done'; readonly count: number }

const shownPeople = 5
const shownFaults = 100

/** The staff list, replaced as a whole by the personnel office's file; nothing changes before the last key. */
export function StaffScreen({ count, state, onChoose, onColumns, onReplace, onBack }: {
  readonly count: number
  readonly state: StaffImport
  readonly onChoose: () => void
  readonly onColumns: (columns: StaffColumns) => void
  readonly onReplace: (staff: readonly StaffMember[]) => void
  readonly onBack: () => void
}) {
  const say = useWords(words).staff
  const edit = useWords(words).edit
  const names = useWords(planPartWords)
  const staff = state.kind === 'read' ? state.found.staff : []
  const offBecause = state.kind === 'saving' ? edit.saving : state.kind === 'reading' ? say.reading : state.kind !== 'read' ? say.chooseFirst : staff.length === 0 ? say.noGood : null
  return (
    <EditScreen title={names.staff} lead={say.lead} act={say.replace(staff.length)} offBecause={offBecause} onSave={() => onReplace(staff)} onBack={onBack}>
      <div className={css['chosen']}>
        <Button icon={FileText} autoFocus onPress={onChoose} offBecause={state.kind === 'reading' ? say.reading : null}>{say.choose}</Button>
        <span>{say.now(count)}</span>
      </div>
      {state.kind === 'fault' && <Banner look="warn">{say.fileFault[state.code]}</Banner>}
      {state.kind === 'done' && <Banner look="ok">{say.done(state.count)}</Banner>}
      {state.kind === 'read' && (
        <>
          <Section title={say.columns} note={say.readAs(state.csv.encoding, state.csv.rows.length)}>
            <Columns csv={state.csv} columns={state.columns} onColumns={onColumns} />
          </Section>
          {staff.length > 0 && <Section title={say.preview} note={say.good(staff.length)}><Preview staff={staff} /></Section>}
          {state.found.faults.length > 0 && <Section title={say.faults(state.found.faults.length)} note={say.faultsNote}><Faults faults={state.found.faults} /></Section>}
        </>
      )}
    </EditScreen>
  )
}

function Columns({ csv, columns, onColumns }: { readonly csv: Csv; readonly columns: StaffColumns; readonly onColumns: (columns: StaffColumns) => void }) {
  const say = useWords(words).staff
  const options = [{ value: '', label: say.noColumn }, ...csv.head.map((head, index) => ({ value: String(index), label: say.columnOf(index + 1, head.slice(0, 40)) }))]
  return (
    <div className={css['columns']}>
      {staffColumns.map((column) => (
        <Select key={column} label={say.column[column]} options={options} value={columns[column] === null ? '' : String(columns[column])} onChange={(value) => onColumns({ ...columns, [column]: value === '' ? null : Number(value) })} />
      ))}
    </div>
  )
}

function Preview({ staff }: { readonly staff: readonly StaffMember[] }) {
  const say = useWords(words).staff
  const professions = useWords(professionWords)
  return (
    <table className={table['table']}>
      <thead><tr>{staffColumns.map((column) => <th key={column} scope="col">{say.column[column]}</th>)}</tr></thead>
      <tbody>
        {staff.slice(0, shownPeople).map(({ staffNumber, name, profession, badge }) => (
          <tr key={staffNumber}>
            <td>{staffNumber}</td>
            <td><Written>{name}</Written></td>
            <td>{professions[profession]}</td>
            <td><Written>{badge ?? ''}</Written></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Faults({ faults }: { readonly faults: readonly RowFault[] }) {
  const say = useWords(words).staff
  return (
    <ul className={css['faults']}>
      {faults.slice(0, shownFaults).map(({ code, rows }) => <li key={`${code} ${rows.join(' ')}`}><b>{say.rows(rows.slice(0, 10).join('・'))}</b>　{say.rowFault[code]}</li>)}
      {faults.length > shownFaults && <li>{say.more(faults.length - shownFaults)}</li>}
    </ul>
  )
}
