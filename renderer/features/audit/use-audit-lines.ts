import { useMemo } from 'react'
import { keyOf, type AuditLine } from '#domain/audit/audit-filter.ts'
import type { PatientId } from '#domain/ids.ts'
import { envelopeOf, staffOf } from '#domain/log/public-event.ts'
import { millisecondsOf } from '#domain/time.ts'
import type { AuditRow } from '#domain/view/audit.ts'
import type { AuditEvent } from './audit-screen.tsx'
import { groupOf } from './event-words.ts'
import type { NameOf } from './opening-tables.tsx'

export type EventLine = AuditEvent & AuditLine
export type RowLine = AuditRow & AuditLine

/** Events and acts made ready for looking through, once, not with every letter typed. */
export function useAuditLines(events: readonly AuditEvent[], openings: readonly AuditRow[] | null, nameOf: NameOf): { readonly eventLines: readonly EventLine[]; readonly rowLines: readonly RowLine[] } {
  // A staff number on an event is found by its name, too, where the open ward knows whose it is.
  const names = useMemo(() => new Map((openings ?? []).flatMap(({ by, onBehalfOf }) => [by, ...(onBehalfOf === null ? [] : [onBehalfOf])].map((person) => [person.staffNumber as string, person.name] as const))), [openings])
  const eventLines = useMemo(() => events.map((told): EventLine => {
    const staff = staffOf(told.event)
    return { ...told, atMs: told.wallMs, who: staff === null ? '' : keyOf(`${staff} ${names.get(staff) ?? ''}`), whose: '', act: groupOf[told.event.event], envelope: envelopeOf(told.event) }
  }), [events, names])
  const rowLines = useMemo(() => {
    const patients = new Map<PatientId, string>()
    const whose = (patient: PatientId): string => {
      const known = patients.get(patient)
      if (known !== undefined) return known
      const named = nameOf(patient)
      const key = named === null ? '' : keyOf(`${named.number} ${named.name}`)
      patients.set(patient, key)
      return key
    }
    return (openings ?? []).map((row): RowLine => ({
      ...row, atMs: millisecondsOf(row.at), envelope: row.account,
      who: keyOf([row.by, row.onBehalfOf].flatMap((person) => (person === null ? [] : [person.staffNumber, person.name])).join(' ')),
      whose: row.patient === null ? '' : whose(row.patient),
    })).toReversed()
  }, [openings]) // oxlint-disable-line react-hooks/exhaustive-deps -- the names of patients are those of the moment the acts were read
  return { eventLines, rowLines }
}
