import type { Profession } from '#domain/log/person.ts'
import { readStaffNumber } from '#domain/ids.ts'
import { findStaff } from '#domain/plan/find-staff.ts'
import type { Declarer, StaffMember } from '#domain/plan/hospital-plan.ts'
import { mostLine, mostName } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { professionWords } from '#renderer/ui/profession-words.ts'
import type { OpenDraft, Typed } from './draft.ts'
import type { StepProps } from './open.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

const professions = Object.keys(professionWords) as readonly Profession[] // professionWords has exactly the professions

/** Who opens, who decided, who watches. A number of the hospital's list, typed or scanned, brings its name. */
export function PeopleStep({ draft, onDraft, staff, declarers }: StepProps & { readonly staff: readonly StaffMember[]; readonly declarers: readonly Declarer[] }) {
  const say = useWords(words).people
  const sayProfession = useWords(professionWords)
  const openerTyped = (typed: string): void => {
    const found = findStaff(staff, typed)
    const profession = found?.profession ?? (draft.opener.isListed ? null : draft.profession)
    onDraft({ ...draft, opener: numberTyped(draft.opener, typed, found), profession })
  }
  return (
    <div className={css['stack']}>
      <div className={css['fields']}>
        <NumberField label={say.staffNumber} hint={say.staffNumberHint} typed={draft.opener} onType={openerTyped} autoFocus />
        <Field
          label={say.name} most={mostName} value={draft.opener.name} onChange={(name) => onDraft({ ...draft, opener: { ...draft.opener, name, isListed: false } })}
          hint={draft.opener.isListed ? say.listed : null}
        />
      </div>
      <Choice
        label={say.profession} value={draft.profession} onChange={(profession) => onDraft({ ...draft, profession })}
        options={professions.map((profession) => ({ value: profession, label: sayProfession[profession] }))}
      />
      {draft.purpose === 'open' && (
        <>
          <Decider draft={draft} onDraft={onDraft} declarers={declarers} />
          <div className={css['fields']}>
            <NumberField label={say.witnessNumber} hint={say.witnessHint} typed={draft.witness} onType={(typed) => onDraft({ ...draft, witness: numberTyped(draft.witness, typed, findStaff(staff, typed)) })} />
            <Field
              label={say.witnessName} most={mostName} value={draft.witness.name} onChange={(name) => onDraft({ ...draft, witness: { ...draft.witness, name, isListed: false } })}
              hint={draft.witness.isListed ? say.listed : null}
            />
          </div>
        </>
      )}
    </div>
  )
}

/** Those the hospital named beforehand by one key each, deputies marked; anybody else is typed. */
function Decider({ draft, onDraft, declarers }: StepProps & { readonly declarers: readonly Declarer[] }) {
  const say = useWords(words).people
  const chosen = draft.decider === null ? -1 : declarers.findIndex((one) => shownDecider(one) === draft.decidedBy)
  return (
    <div className={css['stack']}>
      {declarers.length > 0 && (
        <Choice
          label={say.declarers} value={chosen === -1 ? null : `d${chosen}`}
          onChange={(key) => {
            const one = declarers[Number(key.slice(1))]
            if (one !== undefined) onDraft({ ...draft, decidedBy: shownDecider(one), decider: { staffNumber: one.staffNumber, isDeputy: one.isDeputy } })
          }}
          options={declarers.map((one, index) => ({ value: `d${index}`, label: shownDecider(one), ...(one.isDeputy ? { note: say.deputy } : {}) }))}
        />
      )}
      <div className={css['decider']}>
        <Field label={say.decidedBy} hint={say.decidedByHint} most={mostLine} value={draft.decidedBy} onChange={(decidedBy) => onDraft({ ...draft, decidedBy, decider: null })} />
        <Button onPress={() => onDraft({ ...draft, decidedBy: draft.opener.name.trim() === '' ? say.self : draft.opener.name, decider: null })}>{say.decidedBySelf}</Button>
      </div>
    </div>
  )
}

function NumberField({ label, hint, typed, onType, autoFocus = false }: { readonly label: string; readonly hint: string; readonly typed: Typed; readonly onType: (typed: string) => void; readonly autoFocus?: boolean }) {
  const say = useWords(words).people
  const isStrange = typed.staffNumber.trim() !== '' && readStaffNumber(typed.staffNumber) === null
  return <Field label={label} hint={hint} autoFocus={autoFocus} value={typed.staffNumber} onChange={onType} says={isStrange ? { kind: 'bad', words: say.staffNumberBad } : null} />
}

/** A name that came with a number goes with it: half of one number may be another's. */
function numberTyped(before: Typed, typed: string, found: StaffMember | null): Typed {
  if (found !== null) return { staffNumber: isNumber(typed, found) ? typed : found.staffNumber, name: found.name, isListed: true }
  return { staffNumber: typed, name: before.isListed ? '' : before.name, isListed: false }
}

function isNumber(typed: string, { staffNumber }: StaffMember): boolean {
  return readStaffNumber(typed)?.toUpperCase() === staffNumber.toUpperCase()
}

function shownDecider({ duty, name }: Declarer): OpenDraft['decidedBy'] {
  return duty.trim() === '' ? name : `${duty} ${name}`
}
