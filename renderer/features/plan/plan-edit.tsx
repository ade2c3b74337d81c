import type { ReactNode } from 'react'
import { IncidentReason } from '#domain/incident/reason.ts'
import type { ConfigurationPart } from '#domain/log/public-event.ts'
import { readIdentifierSystem } from '#domain/plan/identifier-system.ts'
import { mostPhrases, plainPhrases } from '#domain/plan/phrases.ts'
import { mostLine, mostName, mostNote } from '#domain/text.ts'
import { BedsField } from '#renderer/ui/beds-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useLanguage, useWords, type Spoken } from '#renderer/ui/language.tsx'
import { planPartWords } from '#renderer/ui/plan-part-words.ts'
import { reasonWords } from '#renderer/ui/reason-words.ts'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { emptyContact, emptyDeclarer, isBetween, type Missing, type PlanDraft } from './draft.ts'
import { RowList } from './row-list.tsx'
import { ScanningFields } from './scanning-fields.tsx'
import { words } from './words.ts'
import css from './edit.module.css'

type EditPart = Exclude<ConfigurationPart, 'staff'>
type FieldsProps = { readonly draft: PlanDraft; readonly onDraft: (draft: PlanDraft) => void }

/** One part of what the hospital decides, and one act: to save it. What was typed stays until maintenance ends. */
export function PlanEdit({ part, draft, onDraft, missing, isSaving, onSave, onBack }: FieldsProps & {
  readonly part: EditPart
  readonly missing: Missing | null
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words).edit
  const names = useWords(planPartWords)
  return (
    <EditScreen title={names[part]} lead={say.lead[part]} offBecause={isSaving ? say.saving : missing === null ? null : missingWords(missing, say)} onSave={onSave} onBack={onBack} act={say.save}>
      <Fields part={part} draft={draft} onDraft={onDraft} />
    </EditScreen>
  )
}

/** The frame of every screen on which something of the plan changes. */
export function EditScreen({ title, lead, act, offBecause, onSave, onBack, children }: {
  readonly title: string
  readonly lead: string
  readonly act: string
  readonly offBecause: string | null
  readonly onSave: () => void
  readonly onBack: () => void
  readonly children: ReactNode
}) {
  const say = useWords(words)
  const save = (): void => {
    if (offBecause === null) onSave()
  }
  return (
    <Screen
      label={title}
      pace="spacious"
      keys={{ onSave: save, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.edit.note}</FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={save} offBecause={offBecause}>{act}</Button></FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        <div>
          <h2 className={css['question']}>{title}</h2>
          <p className={css['lead']}>{lead}</p>
        </div>
        {children}
      </div>
    </Screen>
  )
}

function Fields({ part, draft, onDraft }: FieldsProps & { readonly part: EditPart }) {
  switch (part) {
    case 'criteria':
      return <CriteriaFields draft={draft} onDraft={onDraft} />
    case 'declarers':
      return <DeclarerFields draft={draft} onDraft={onDraft} />
    case 'return-steps':
      return <StepFields draft={draft} onDraft={onDraft} />
    case 'contacts':
      return <ContactFields draft={draft} onDraft={onDraft} />
    case 'intervals':
      return <IntervalFields draft={draft} onDraft={onDraft} />
    case 'scanning':
      return <ScanningFields scanning={draft.scanning} onScanning={(scanning) => onDraft({ ...draft, scanning })} />
    case 'phrases':
      return <PhraseFields draft={draft} onDraft={onDraft} />
    case 'identifier-system':
      return <SystemField draft={draft} onDraft={onDraft} />
    case 'profile':
      return <ProfileFields draft={draft} onDraft={onDraft} />
  }
}

function CriteriaFields({ draft, onDraft }: FieldsProps) {
  const reasons = useWords(reasonWords)
  return (
    <div className={css['stack']}>
      {IncidentReason.options.map((reason, index) => (
        <Field key={reason} label={reasons[reason]} lines={2} most={mostNote} autoFocus={index === 0} value={draft.criteria[reason] ?? ''} onChange={(text) => onDraft({ ...draft, criteria: { ...draft.criteria, [reason]: text } })} />
      ))}
    </div>
  )
}

function DeclarerFields({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  return (
    <RowList rows={draft.declarers} onRows={(declarers) => onDraft({ ...draft, declarers })} empty={emptyDeclarer} most={30} add={say.addDeclarer}>
      {(row, change, isNew) => (
        <>
          <Field label={say.name} most={mostName} autoFocus={isNew} value={row.name} onChange={(name) => change({ ...row, name })} />
          <Field label={say.duty} most={mostName} value={row.duty} onChange={(duty) => change({ ...row, duty })} />
          <Field label={say.staffNumber} hint={say.ifAny} most={40} value={row.staffNumber} onChange={(staffNumber) => change({ ...row, staffNumber })} />
          <Check isOn={row.isDeputy} onChange={(isDeputy) => change({ ...row, isDeputy })}>{say.isDeputy}</Check>
        </>
      )}
    </RowList>
  )
}

function StepFields({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  return (
    <RowList rows={draft.returnSteps} onRows={(returnSteps) => onDraft({ ...draft, returnSteps })} empty="" most={40} add={say.addStep}>
      {(row, change, isNew) => <Field label={say.step} most={mostLine} autoFocus={isNew} value={row} onChange={change} />}
    </RowList>
  )
}

function ContactFields({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  return (
    <RowList rows={draft.contacts} onRows={(contacts) => onDraft({ ...draft, contacts })} empty={emptyContact} most={100} add={say.addContact}>
      {(row, change, isNew) => (
        <>
          <Field label={say.who} most={mostName} autoFocus={isNew} value={row.who} onChange={(who) => change({ ...row, who })} />
          <Field label={say.reach} hint={say.reachHint} most={mostLine} value={row.reach} onChange={(reach) => change({ ...row, reach })} />
          <Field label={say.contactNote} most={mostLine} value={row.note} onChange={(note) => change({ ...row, note })} />
        </>
      )}
    </RowList>
  )
}

function IntervalFields({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  const bad = (isGood: boolean, sentence: string): FieldSays | null => (isGood ? null : { kind: 'bad', words: sentence })
  return (
    <div className={css['pair']}>
      <Field label={say.days} hint={say.daysHint} kind="digits" width={6} most={10} autoFocus value={draft.sealCheckDays} onChange={(sealCheckDays) => onDraft({ ...draft, sealCheckDays })} says={bad(isBetween(draft.sealCheckDays, 1, 366), say.daysBad)} />
      <Field label={say.minutes} hint={say.minutesHint} kind="digits" width={6} most={10} value={draft.idleLockMinutes} onChange={(idleLockMinutes) => onDraft({ ...draft, idleLockMinutes })} says={bad(isBetween(draft.idleLockMinutes, 1, 10), say.minutesBad)} />
    </div>
  )
}

function PhraseFields({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  const samples = plainPhrases[useLanguage()]
  return (
    <>
      {draft.phrases.length === 0 && <div><Button onPress={() => onDraft({ ...draft, phrases: samples })}>{say.takeSamples}</Button></div>}
      <RowList rows={draft.phrases} onRows={(phrases) => onDraft({ ...draft, phrases })} empty="" most={mostPhrases} add={say.addPhrase}>
        {(row, change, isNew) => <Field label={say.phrase} most={mostLine} autoFocus={isNew} value={row} onChange={change} />}
      </RowList>
    </>
  )
}

function SystemField({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  const read = readIdentifierSystem(draft.identifierSystem)
  return <Field label={say.system} hint={say.systemHint} help={say.systemHelp} most={200} autoFocus value={draft.identifierSystem} onChange={(identifierSystem) => onDraft({ ...draft, identifierSystem })} says={read.ok ? null : { kind: 'bad', words: say.systemBad[read.error] }} />
}

function ProfileFields({ draft, onDraft }: FieldsProps) {
  const say = useWords(words).edit
  return (
    <div className={css['stack']}>
      <Field label={say.hospital} most={mostName} autoFocus value={draft.hospital} onChange={(hospital) => onDraft({ ...draft, hospital })} />
      <Field label={say.ward} most={mostName} value={draft.ward} onChange={(ward) => onDraft({ ...draft, ward })} />
      <BedsField lines={3} typed={draft.beds} onTyped={(beds) => onDraft({ ...draft, beds })} />
    </div>
  )
}

function missingWords(missing: Missing, say: Spoken<typeof words.edit>): string {
  return 'row' in missing ? say.missingRow[missing.code](missing.row) : say.missing[missing.code]
}
