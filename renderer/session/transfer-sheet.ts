import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import { millisecondsOf, tokyoDateOf, type Instant } from '#domain/time.ts'
import type { Chart } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { TransferSheet } from '../print/transfer-sheet.ts'
import type { Sent } from './send-patient.ts'
import { handOverOf } from './stand-down-sheets.ts'

const dayMs = 24 * 60 * 60_000

/** The sheet that goes with a patient. Null while the registration has not been read. */
export function transferSheet(person: WardPerson, made: Pick<Sent, 'code' | 'fileName' | 'sha256' | 'entries'> & { readonly to: string; readonly lastDose: string; readonly nextDue: string; readonly pumps: string }, chart: Chart | null, { hospital, ward }: { readonly hospital: string; readonly ward: string }, now: Instant): Omit<TransferSheet, 'printed'> | null {
  const summary = handOverOf(person.row, null, [], tokyoDateOf(now))
  if (summary === null) return null
  const members = [person.row, ...person.others]
  const substances = members.flatMap(({ allergies }) => allergies.flatMap(({ statement }) => (statement.state === 'present' ? statement.substances : [])))
  const alias = whoOf(person.row)?.alias ?? null
  const { code, fileName, sha256, entries, to, lastDose, nextDue, pumps } = made
  return {
    kind: 'transfer', hospital, ward, to, code, fileName, sha256, entries,
    patient: {
      ...summary, lastDose, nextDue, pumps: pumps.trim() === '' ? [] : [pumps],
      patient: { ...summary.patient, allergies: { state: person.allergy.state, text: [...new Set(substances.map(({ substance, reaction }) => (reaction === '' ? substance : `${substance}（${reaction}）`)))].join('、') } },
    },
    alsoKnown: [...(alias === null ? [] : [shownName({ kind: 'unknown', alias })]), ...person.others.flatMap(({ registered }) => (registered === null ? [] : [`${registered.number} ${shownName(registered.naming)}`]))].join('・'),
    notes: (chart?.rows ?? []).flatMap(({ entry, struck }) => (entry.kind === 'note' && struck === null && millisecondsOf(now) - millisecondsOf(entry.at) <= dayMs ? [{ at: entry.at, by: entry.by.name, text: entry.body.text }] : [])),
  }
}
