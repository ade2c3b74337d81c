import type { ReactNode } from 'react'
import { readStaffNumber } from '#domain/ids.ts'
import type { Profession } from '#domain/log/person.ts'
import { mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { readDesk, readDeskLetters, type DeskDraft } from './draft.ts'
import { words } from './words.ts'
import css from './desk-set-up.module.css'

const professions = Object.keys(professionWords) as readonly Profession[] // professionWords has exactly the professions

/** One screen: which desk, who prepares it, the officer's key that opens what it will take in, and the passphrase that will erase it. */
export function DeskSetUp({ draft, onDraft, passphrase, isWorking, fault, onBegin, onBack }: {
  readonly draft: DeskDraft
  readonly onDraft: (draft: DeskDraft) => void
  /** The two fields of the passphrase. */
  readonly passphrase: ReactNode
  readonly isWorking: boolean
  readonly fault: keyof typeof words.fault | null
  readonly onBegin: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const sayProfession = useWords(professionWords)
  const read = readDesk(draft)
  const offBecause = isWorking ? say.working : typeof read === 'string' ? say.missing[read] : null
  return (
    <Screen
      label={say.label} pace="spacious"
      keys={{ ...(offBecause === null ? { onSave: onBegin } : {}), ...(isWorking ? {} : { onBack }) }}
      foot={<>
        <Button keys={['Esc']} onPress={onBack} offBecause={isWorking ? say.working : null}>{say.back}</Button>
        <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} offBecause={offBecause} onPress={onBegin}>{say.act}</Button></FootEnd>
      </>}
    >
      <div className={css['page']}>
        <h2 className={css['question']}>{say.question}</h2>
        <p className={css['lead']}>{say.lead}</p>
        {fault !== null && <Banner look="warn">{say.fault[fault]}</Banner>}
        <div className={css['two']}>
          <div className={css['stack']}>
            <Field label={say.hospital} autoFocus most={mostName} value={draft.hospital} onChange={(hospital) => onDraft({ ...draft, hospital })} />
            <Field label={say.desk} hint={say.deskHint} most={mostName} value={draft.desk} onChange={(desk) => onDraft({ ...draft, desk })} />
            <Field
              label={say.letters} hint={say.lettersHint} help={say.lettersHelp} most={2} width={6} value={draft.letters} onChange={(letters) => onDraft({ ...draft, letters })}
              says={draft.letters.trim().length === 2 && readDeskLetters(draft.letters) === null ? { kind: 'bad', words: say.lettersBad } : null}
            />
            <Field label={say.key} hint="AGE-SECRET-KEY-1…" help={say.keyHelp} kind="secret" most={200} value={draft.key} onChange={(key) => onDraft({ ...draft, key })} />
          </div>
          <Section title={say.who}>
            <div className={css['stack']}>
              <Field
                label={say.staffNumber} most={16} width={12} value={draft.staffNumber} onChange={(staffNumber) => onDraft({ ...draft, staffNumber })}
                says={draft.staffNumber.trim() !== '' && readStaffNumber(draft.staffNumber) === null ? { kind: 'bad', words: say.staffNumberBad } : null}
              />
              <Field label={say.name} most={mostName} value={draft.name} onChange={(name) => onDraft({ ...draft, name })} />
              <Choice label={say.profession} look="joined" value={draft.profession} onChange={(profession) => onDraft({ ...draft, profession })} options={professions.map((value) => ({ value, label: sayProfession[value] }))} />
            </div>
          </Section>
          <Section title={say.passphrase}>
            <div className={css['stack']}>
              <p className={css['note']}>{say.passphraseNote}</p>
              {passphrase}
            </div>
          </Section>
        </div>
      </div>
    </Screen>
  )
}
