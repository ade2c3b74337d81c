import { useMemo, useRef, useState } from 'react'
import type { Persons } from '#domain/identity/persons.ts'
import { EntryId, type PatientId } from '#domain/ids.ts'
import { readWardNumber } from '#domain/number/ward-number.ts'
import type { RecordsTakenIn } from '#domain/desk/taken-in.ts'
import { copyFields } from '#domain/reconcile/copy-fields.ts'
import { besides, everything, isBegunBy, matchesFilter, nextToCheck, nextToType, withStates, type BareRecord, type RecordRow, type WorkFilter } from '#domain/reconcile/records.ts'
import { takeBack, takeStep } from '#domain/reconcile/steps.ts'
import type { Target } from '#domain/reconcile/targets.ts'
import type { TranscriptionStep } from '#domain/reconcile/transcription.ts'
import { checkText, mostLine, mostName } from '#domain/text.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { CopyView, type Mode, type WorkFault } from '../features/reconcile/copy-view.tsx'
import { SheetDialog, type SheetFault, type SheetTyped } from '../features/reconcile/sheet-dialog.tsx'
import { TranscribePanel } from '../features/reconcile/transcribe-panel.tsx'
import { copyText } from '../session/copy-text.ts'
import { worklistSheet } from '../session/reconcile-sheets.ts'
import { shownNow } from '../session/session.ts'
import { Photo } from './photo-strip.tsx'
import { usePorts } from './ports.ts'
import type { DeskRecords } from './use-desk-records.ts'
import { usePrint } from './use-print.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The worklist and the record in front. What is done opens the next one by itself; where somebody left off is computed from what they began. */
export function ReconcileTranscribe({ kept, wards, bare, rows, persons, targets, lead, nameOf }: {
  readonly kept: DeskRecords
  /** At a desk, those whose records are here. */
  readonly wards: readonly RecordsTakenIn[]
  readonly bare: readonly BareRecord[]
  /** Every record, in the order of work. */
  readonly rows: readonly RecordRow[]
  readonly persons: Persons
  readonly targets: ReadonlyMap<PatientId, Target>
  /** The record the board led to. */
  readonly lead: EntryId | null
  readonly nameOf: (patient: PatientId) => string
}) {
  const { bridge, hand } = usePorts()
  const { open, status, person, standing } = useAtWork()
  const view = useWardView(open)
  const print = usePrint()
  const [mode, setMode] = useState<Mode>(() => (lead !== null && rows.find(({ id }) => id === lead)?.state.status === 'transcribed' ? 'check' : 'type'))
  const [filter, setFilter] = useState<WorkFilter>(everything)
  // Whoever comes back finds the record they had begun in front of them.
  const [first] = useState<EntryId | null>(() => lead ?? rows.find(({ state }) => isBegunBy(state, person.staffNumber))?.id ?? null)
  const [chosen, setChosen] = useState<EntryId | null>(first)
  const [opened, setOpened] = useState<EntryId | null>(first)
  /** Opened once more, the record takes the focus once more. */
  const [turn, setTurn] = useState(0)
  const [isAdding, setAdding] = useState(false)
  /** The step that is being saved. */
  const busy = useRef<{ readonly step: TranscriptionStep; readonly record: EntryId; readonly saving: Promise<void> } | null>(null)

  const fitting = (of: readonly RecordRow[]): readonly RecordRow[] => of.filter((row) => matchesFilter(row, filter, persons))
  const shown = useMemo(() => rows.filter((row) => matchesFilter(row, filter, persons)), [rows, filter, persons])
  const row = opened === null ? null : (rows.find(({ id }) => id === opened) ?? null)
  const numberOf = (one: RecordRow): string | null => (one.patient === null ? null : (targets.get(one.patient)?.hospitalId ?? null))
  const left = mode === 'type' ? nextToType(shown, person.staffNumber, null) : nextToCheck(shown, person.staffNumber, null)
  const places = useMemo(() => new Map(kept.records.map(({ seq, entry }) => [entry.id, seq])), [kept.records])
  const fieldsOf = (one: RecordRow) => copyFields(one, { placeOf: (id) => places.get(id) ?? null, forms: view.forms })

  function faultOf(one: RecordRow, step: TranscriptionStep, note: string, then: () => void): WorkFault | null {
    const before = busy.current
    if (before !== null) {
      // Whoever is quicker than the disk: the key pressed while "begun" is saved counts, a second one for what is done does not.
      if (before.step === 'begun' && before.record === one.id && step !== 'begun') void before.saving.then(() => faultOf(one, step, note, then))
      return null
    }
    const made = takeStep(EntryId.parse(hand.newId()), one, { step, target: numberOf(one), note, by: standing })
    if (!made.ok) return made.error.code.startsWith('text-') ? 'text' : (made.error.code as WorkFault) // the codes that are left are its own
    const saving = kept.save(made.value).then((isSaved) => {
      busy.current = null
      if (isSaved) then()
    })
    busy.current = { step, record: one.id, saving }
    return null
  }

  /** As of what is saved now: the screen is drawn a moment later. */
  const fresh = (): readonly RecordRow[] => withStates(bare, kept.now())

  function openRow(one: RecordRow | null, how: Mode): void {
    setOpened(one?.id ?? null)
    setTurn((before) => before + 1)
    if (one === null) return
    setChosen(one.id)
    if (how === 'type' && one.state.typed.length === 0 && !isBegunBy(one.state, person.staffNumber) && numberOf(one) !== null) faultOf(one, 'begun', '', () => undefined)
  }

  const next = (after: EntryId | null): void => {
    const now = fitting(fresh())
    openRow(mode === 'type' ? nextToType(now, person.staffNumber, after) : nextToCheck(now, person.staffNumber, after), mode)
  }

  async function takeAllBack(strikes: Parameters<DeskRecords['saveAll']>[0], from: EntryId): Promise<void> {
    if (await kept.saveAll(strikes)) next(from)
  }

  function addSheet({ title, pages, written, number }: SheetTyped): SheetFault | null {
    const many = Number(pages.normalize('NFKC'))
    const typed = readWardNumber(number)
    const patient = typed.ok ? registeredPatients(view).find(({ registered }) => registered.number === typed.value.number)?.id : undefined
    if (title.trim() === '' || !checkText(title, mostName).ok || !checkText(written, mostLine).ok) return 'nameMissing'
    if (!Number.isInteger(many) || many < 1 || many > 999) return 'pagesBad'
    if (number.trim() !== '' && patient === undefined) return 'notHere'
    setAdding(false)
    void kept.save({ id: EntryId.parse(hand.newId()), kind: 'sheet-listed', patient: null, at: null, body: { title, pages: many, written, patient: patient ?? null } })
    return null
  }

  const { hospital, ward } = status.card.profile
  return (
    <>
      <TranscribePanel
        mode={mode}
        onMode={(to) => {
          setMode(to)
          setOpened(null)
          setFilter({ ...filter, status: to === 'check' ? 'transcribed' : null })
        }}
        filter={filter} onFilter={setFilter} rows={shown} all={rows.length} nameOf={nameOf} chosen={chosen} isListFocused={opened === null && chosen !== null}
        waits={left !== null ? 'choose' : mode === 'check' && shown.some(({ state }) => state.status === 'transcribed') ? 'own' : 'allDone'}
        choices={{
          patients: registeredPatients(view).filter(({ id }) => persons.mainOf(id) === id).map(({ id }) => ({ id, label: nameOf(id) })),
          wards: wards.map(({ from }) => ({ letters: from.letters, name: from.ward })),
          kinds: [...new Set(rows.map(({ entry }) => entry.kind))],
          authors: [...new Map(rows.map(({ entry }) => [entry.by.staffNumber, entry.by])).values()],
        }}
        onChoose={({ id }) => {
          setChosen(id)
          setOpened(null)
        }}
        onOpen={(one) => openRow(one, mode)} onBegin={() => next(null)} onAddSheet={() => setAdding(true)} onPrint={() => print(worklistSheet({ hospital, ward }, shown, view, persons, targets))}
      >
        {row === null ? null : (
          <CopyView
            key={`${row.id} ${mode} ${turn}`} mode={mode} row={row} fields={fieldsOf(row)} beside={besides(row, rows, persons).map((other) => ({ row: other, fields: fieldsOf(other) }))}
            patient={row.patient === null ? null : (view.patients.get(persons.mainOf(row.patient)) ?? null)} today={tokyoDateOf(shownNow(hand))} target={numberOf(row)} me={person.staffNumber}
            ward={row.origin === null ? null : [row.origin.letters, wards.find(({ from }) => from.station === row.origin?.station)?.from.ward ?? ''].join(' ')}
            picture={row.entry.kind === 'photo-taken' ? <Photo entry={row.id} at={row.entry.at} body={row.entry.body} isLarge /> : null}
            onCopy={(text) => copyText(bridge, text)}
            onDone={() => faultOf(row, mode === 'type' ? 'transcribed' : 'checked', '', () => next(row.id))}
            onNotNeeded={(reason) => faultOf(row, 'not-needed', reason, () => next(row.id))}
            onTakeBack={(reason) => {
              const made = row.state.typed.map(({ entry }) => takeBack(EntryId.parse(hand.newId()), entry, reason))
              const bad = made.find((one) => !one.ok)
              if (bad !== undefined && !bad.ok) return bad.error.code === 'reason-empty' ? 'reason-empty' : 'text'
              void takeAllBack(made.flatMap((one) => (one.ok ? [one.value] : [])), row.id)
              return null
            }}
            onBack={() => setOpened(null)}
          />
        )}
      </TranscribePanel>
      {isAdding && <SheetDialog onAdd={addSheet} onCancel={() => setAdding(false)} />}
    </>
  )
}
