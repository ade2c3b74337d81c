import type { FormExtended } from '../form/hospital-field.ts'
import type { PatientId } from '../ids.ts'
import type { Kind } from '../log/kinds.ts'
import { approvalsIn } from '../record/proxy.ts'
import { err, ok, type Result } from '../result.ts'
import { dutyReasons } from '../view/duty-rows.ts'
import { emptyRow, wardBoard, type PatientRow, type WardView } from '../view/ward.ts'
import { tables } from './csv-columns.ts'
import { prepareFhir, type PreparedFhir } from './fhir/prepare-fhir.ts'
import { findingsOf, type Finding } from './findings.ts'
import { checkInput, mostPatients, type ExportedEntry, type ExportInput, type InputFault } from './input.ts'
import { patientFolders } from './names.ts'
import { struckEntries } from './strikes.ts'
import { wardNumbers, type TableContext } from './tables.ts'

export type PatientGroup = {
  readonly patient: PatientId
  readonly folder: string
  readonly own: readonly ExportedEntry[]
  /** The patient's state after all entries. */
  readonly row: PatientRow
  /** What the hospital added to forms, for the records that were written with it. */
  readonly forms: readonly FormExtended[]
}

/** An input checked and sorted once, for every file that is made of it. */
export type PreparedExport = {
  readonly input: ExportInput
  readonly groups: readonly PatientGroup[]
  readonly byKind: ReadonlyMap<Kind, readonly ExportedEntry[]>
  readonly context: TableContext
  /** The ward after all entries. */
  readonly view: WardView
  readonly findings: readonly Finding[]
  /** Sealed frames that did not open. */
  readonly unreadable: number
  readonly fhir: PreparedFhir
}

const slice = 2_000

/** Checks an input and walks through it once, pausing on the way. */
export async function prepareExport(input: ExportInput, pause: () => Promise<void>): Promise<Result<PreparedExport, InputFault>> {
  const checked = checkInput(input)
  if (!checked.ok) return checked
  await pause()
  const all = input.entries.map(({ entry }) => entry)
  const folders = patientFolders(all)
  if (folders.size > mostPatients) return err({ code: 'too-many-patients' })
  await pause()
  const context: TableContext = { realm: input.realm, numbers: wardNumbers(all), struck: struckEntries(all), approved: approvalsIn(all), dutyReasons: dutyReasons(all) }
  await pause()
  const findings = findingsOf({ ...input, beginning: input.chain.incident.beginning })
  await pause()
  const board = wardBoard()
  const byKind = new Map<Kind, ExportedEntry[]>(tables.map(({ kind }) => [kind, []]))
  const byPatient = new Map<PatientId, ExportedEntry[]>([...folders.keys()].map((patient) => [patient, []]))
  for (const [index, one] of input.entries.entries()) {
    board.apply(one.seq, one.entry)
    byKind.get(one.entry.kind)?.push(one)
    if (one.entry.patient !== null) byPatient.get(one.entry.patient)?.push(one)
    if (index % slice === slice - 1) await pause()
  }
  const view = board.view()
  const { patients: rows, forms, clock } = view
  const groups = [...folders].map(([patient, folder]): PatientGroup => ({ patient, folder, own: byPatient.get(patient) ?? [], row: rows.get(patient) ?? emptyRow(patient), forms }))
  return ok({
    input,
    groups,
    byKind,
    context,
    view,
    findings,
    unreadable: input.frames.filter(({ kind }) => kind === 'sealed').length - input.entries.length,
    fhir: await prepareFhir(input, groups, { clock, forms }, context, pause),
  })
}
