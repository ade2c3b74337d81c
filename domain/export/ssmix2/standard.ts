import { substancesOf } from './allergy-list.ts'
import type { BodyOf } from '../../log/kinds.ts'
import type { Entry } from '../../log/entry.ts'
import type { Instant } from '../../time.ts'
import type { PatientRow } from '../../view/ward.ts'
import { allergyOfPerson } from '../../identity/persons.ts'
import type { ExportInput } from '../input.ts'
import { components, digits, segment, type Say } from './er7.ts'
import type { Counted } from './counted.ts'
import { event, noDepartment, patient, visit, type Happened, type MessageType, type Visit } from './segments.ts'
import { foldersOf, type StoragePatient } from './storage-id.ts'

/** One message of the storage: where it lies, the record it is of, and its segments but the first. */
export type StoredMessage = { readonly name: string; readonly seq: number | null; readonly type: MessageType; readonly segments: (say: Say) => readonly string[] }

/** Kinds of the standardised storage that are written, each with its message (interop.md §2.2). */
const types = {
  'ADT-00': { code: 'ADT^A08', structure: 'ADT_A01' },
  'ADT-12': { code: 'ADT^A04', structure: 'ADT_A01' },
  'ADT-22': { code: 'ADT^A01', structure: 'ADT_A01' },
  'ADT-42': { code: 'ADT^A02', structure: 'ADT_A02' },
  'ADT-52': { code: 'ADT^A03', structure: 'ADT_A03' },
  'ADT-61': { code: 'ADT^A60', structure: 'ADT_A60' },
} as const satisfies Record<string, MessageType>
type StandardKind = keyof typeof types

/** Order number of what a patient has only once. */
const onlyOne = '9'.repeat(15)

/**
 * A patient's messages: who they are, that they came, were admitted, moved, left, and what they bear badly. `members`: every
 * registration of the same person, whose allergies are told as one. A record that was struck gives none. Rules SSMIX-1, SSMIX-4.
 */
export function standardMessages(of: StoragePatient, members: readonly PatientRow[], records: readonly Counted[], input: ExportInput): readonly StoredMessage[] {
  const newest = records.reduce<Happened>((last, { entry }) => (entry.recordedAt > last.recordedAt ? entry : last), of.row.registered)
  const who = (say: Say): string => patient(of, input, newest.recordedAt, say)
  const message = (kind: StandardKind, date: string, order: string, seq: number | null, segments: StoredMessage['segments']): StoredMessage => ({
    name: `ssmix2/standard/${foldersOf(of.id)}/${date}/${kind}/${of.id}_${date}_${kind}_${order}_${digits(input.createdAt, 17)}_${noDepartment}_1`, seq, type: types[kind], segments,
  })
  const substances = substancesOf(members)
  const allergy = allergyOfPerson(members)
  return [
    message('ADT-00', '-', onlyOne, null, (say) => [event({ ...newest, at: newest.recordedAt }, say), who(say), visit(visitNow(of, records, input), say)]),
    ...movesOf(of, records, input).map(({ kind, record, visit: to }) => message(kind, digits(record.entry.at, 8), record.order, record.seq, (say) => [event(record.entry, say), who(say), visit(to, say)])),
    ...(substances.length === 0 && allergy.state !== 'none' ? [] : [message('ADT-61', '-', onlyOne, null, (say) => [event(allergy.said === null ? newest : { ...allergy.said, recordedAt: allergy.said.at }, say), who(say), ...allergyLines(substances, say)])]),
  ]
}

/** Where a patient is by the last of these messages: as a patient of the house, or only as somebody who came. */
export function visitNow(of: StoragePatient, records: readonly Counted[], input: ExportInput): Visit {
  const last = movesOf(of, records, input).at(-1)?.visit
  return { isInpatient: last?.isInpatient ?? !isArrival(of), ward: input.profile.ward, bed: last === undefined ? of.row.registered.bed : last.bed }
}

/** IAM. What sort of allergy it is nobody wrote down; that there is none is a line that says so (rule SSMIX-4). */
function allergyLines(substances: ReturnType<typeof substancesOf>, say: Say): readonly string[] {
  const lines = substances.length === 0 ? [{ substance: 'なし', reaction: '' }] : substances
  return lines.map(({ substance, reaction }, index) => segment('IAM', { 1: String(index + 1), 3: components('', say('アレルギー', substance)), 5: say('アレルギー反応', reaction), 6: 'A^追加^HL70323' }))
}

type MoveMessage = { readonly kind: StandardKind; readonly record: Counted; readonly visit: Visit }

/** Came with a tag or at a glance: through the emergency entrance, and not yet admitted. */
function isArrival({ row }: StoragePatient): boolean {
  return row.registered.way === 'mass-intake' || row.triages.length > 0
}

/** Arrival, admission, moves and discharge in the order they happened, each with what was known of the place then. */
function movesOf(of: StoragePatient, records: readonly Counted[], { profile: { ward } }: ExportInput): readonly MoveMessage[] {
  const moves: MoveMessage[] = []
  let bed: string | null = of.row.registered.bed
  let admittedAt: Instant | null = null
  const admitted = (record: Counted): void => {
    admittedAt = record.entry.at
    moves.push({ kind: 'ADT-22', record, visit: { isInpatient: true, ward, bed, admittedAt } })
  }
  let hasDied = false
  for (const record of records) {
    const { entry, isElsewhere } = record
    if (entry.kind === 'death-confirmed') hasDied = true
    if (entry.kind === 'patient-registered' && isArrival(of)) moves.push({ kind: 'ADT-12', record, visit: { isInpatient: false, ward, bed, admittedAt: entry.at } })
    else if (entry.kind === 'patient-registered' && entry.body.way === 'transfer-in') admitted(record)
    // In which bed of another ward somebody lay, and how they left it, is that ward's to tell (STAY-7).
    if (isElsewhere) continue
    if (entry.kind === 'patient-moved' && entry.body.bed !== null) {
      moves.push({ kind: 'ADT-42', record, visit: { isInpatient: true, ward, bed: entry.body.bed, before: bed, admittedAt } })
      bed = entry.body.bed
    }
    if (entry.kind === 'stay-changed') {
      const change = entry.body.change
      if (change === 'admitted' || change === 'received') admitted(record)
      if (change === 'sent' || change === 'discharged') {
        moves.push(leaving(record, entry, { ward, bed, admittedAt, hasDied }))
        bed = null
      }
    }
  }
  return moves
}

/** Sent on is only what was said: that they lie elsewhere now. A discharge is one that was called so, or of somebody who died. */
function leaving(record: Counted, { at, body }: Entry<'stay-changed'> & { readonly body: BodyOf<'stay-changed'> }, { ward, bed, admittedAt, hasDied }: { readonly ward: string; readonly bed: string | null; readonly admittedAt: Instant | null; readonly hasDied: boolean }): MoveMessage {
  if (body.change === 'sent' && !hasDied) return { kind: 'ADT-42', record, visit: { isInpatient: true, ward: body.to, bed: null, admittedAt } }
  return { kind: 'ADT-52', record, visit: { isInpatient: true, ward, bed, admittedAt, left: { at, disposition: hasDied ? '20' : '01' } } }
}
