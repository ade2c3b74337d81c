import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import type { Profession } from '#domain/log/person.ts'
import { mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { pinWords, saysOfNewPin, saysOfPinAgain } from '#renderer/ui/pin-words.ts'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { missingOfReturned, type ReturnedDraft } from './missing.ts'
import { words } from './words.ts'
import css from './lock.module.css'

const professions = Object.keys(professionWords) as readonly Profession[] // professionWords has exactly the professions

/**
 * After a restart code, or when a newcomer is vouched for by whoever is at work: people are authors, not papers.
 * Nobody writes before they said who they are.
 */
export function Returned({ how, taken, draft, onDraft, isEntering, hasFailed, onEnter, onLeave, given = null, vouchedBy = null }: {
  readonly how: 'restart' | 'newcomer'
  /** The number somebody without one is given. */
  readonly given?: StaffNumber | null
  readonly vouchedBy?: string | null
  /** Staff numbers that have a PIN here: nobody gets a second one by being introduced anew. */
  readonly taken: readonly string[]
  readonly draft: ReturnedDraft
  readonly onDraft: (draft: ReturnedDraft) => void
  readonly isEntering: boolean
  readonly hasFailed: boolean
  readonly onEnter: () => void
  readonly onLeave: () => void
}) {
  const say = useWords(words)
  const sayPin = useWords(pinWords)
  const sayProfession = useWords(professionWords)
  const isTaken = taken.includes(readStaffNumber(draft.staffNumber) ?? '')
  const missing = missingOfReturned(draft, given !== null) ?? (isTaken ? 'taken' : null)
  const offBecause = isEntering ? say.returned.opening : missing === null ? null : say.returned.missing[missing]
  const isNumberStrange = draft.staffNumber.trim() !== '' && readStaffNumber(draft.staffNumber) === null
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ ...(offBecause === null ? { onSave: onEnter } : {}), ...(isEntering ? {} : { onBack: onLeave }) }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onLeave} offBecause={isEntering ? say.returned.opening : null}>{say.returned.leave[how]}</Button>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={onEnter} offBecause={offBecause}>{say.returned.act[how]}</Button></FootEnd>
        </>
      }
    >
      <section className={css['returned']} aria-label={say.returned.title[how]}>
        <div>
          <h2 className={css['question']}>{say.returned.title[how]}</h2>
          <p className={css['lead']}>{say.returned.lead[how]}</p>
        </div>
        <div className={css['pair']}>
          <Field label={say.returned.name} autoFocus most={mostName} value={draft.name} onChange={(name) => onDraft({ ...draft, name })} />
          <Field
            label={say.staffNumber} hint={say.returned.staffNumberHint} value={draft.staffNumber} onChange={(staffNumber) => onDraft({ ...draft, staffNumber })}
            help={given === null ? null : say.returned.staffNumberNone(given)}
            says={isNumberStrange ? { kind: 'bad', words: say.returned.staffNumberBad } : isTaken ? { kind: 'bad', words: say.returned.staffNumberTaken } : null}
          />
        </div>
        {how === 'newcomer' && (
          <div className={css['pair']}>
            <Field label={say.returned.organisation} hint={say.returned.organisationHint} most={mostName} value={draft.organisation} onChange={(organisation) => onDraft({ ...draft, organisation })} />
            {vouchedBy !== null && <p className={css['vouched']}><Written>{say.returned.vouchedBy(vouchedBy)}</Written></p>}
          </div>
        )}
        <Choice
          label={say.returned.profession} value={draft.profession} onChange={(profession) => onDraft({ ...draft, profession })}
          options={professions.map((profession) => ({ value: profession, label: sayProfession[profession] }))}
        />
        <div className={css['pair']}>
          <Field label={say.returned.pin} hint={say.returned.pinHint} kind="secret" most={40} value={draft.pin} onChange={(pin) => onDraft({ ...draft, pin })} says={saysOfNewPin(draft.pin, sayPin)} />
          <Field label={say.returned.pinAgain} kind="secret" most={40} value={draft.pinAgain} onChange={(pinAgain) => onDraft({ ...draft, pinAgain })} says={saysOfPinAgain(draft.pin, draft.pinAgain, sayPin)} />
        </div>
        {hasFailed && <Banner look="danger">{say.failed}</Banner>}
      </section>
    </Screen>
  )
}
