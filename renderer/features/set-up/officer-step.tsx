import { KeyRound, Printer } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Field, type FieldSays } from '#renderer/ui/field.tsx'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { readOfficerKey } from './draft.ts'
import type { StepProps } from './set-up.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** The key that opens everything when all envelopes are lost: made here and taken away, or brought as its public half. */
export function OfficerStep({ draft, work, onDraft, acts }: StepProps) {
  const say = useWords(words).officer
  return (
    <div className={css['stack']}>
      <Choice
        label={say.choice}
        isLabelHidden
        look="list"
        autoFocus
        value={draft.officer}
        onChange={(officer) => onDraft({ ...draft, officer })}
        options={[
          ...(work.canKeepOfficer ? [{ value: 'kept' as const, label: say.keepKey, note: say.keepKeyNote }] : []),
          { value: 'made-here', label: say.makeHere, note: say.makeHereNote },
          { value: 'pasted', label: say.paste, note: say.pasteNote },
        ]}
      />
      {draft.officer === 'made-here' && work.officer === null && (
        <div><Button icon={KeyRound} onPress={acts.makeOfficerKey} offBecause={work.busy === 'officer-key' ? say.making : null}>{say.make}</Button></div>
      )}
      {draft.officer === 'made-here' && work.officer !== null && (
        <MadeKey secret={work.officer.secret} recipient={work.officer.recipient} isKept={draft.isOfficerKeyKept} acts={acts} onKept={(isOfficerKeyKept) => onDraft({ ...draft, isOfficerKeyKept })} />
      )}
      {draft.officer === 'pasted' && (
        <Field label={say.field} hint={say.fieldHint} kind="code" lines={2} most={200} value={draft.officerKey} onChange={(officerKey) => onDraft({ ...draft, officerKey })} says={saysOfKey(draft.officerKey, say)} />
      )}
    </div>
  )
}

function MadeKey({ secret, recipient, isKept, acts, onKept }: {
  readonly secret: string | null
  readonly recipient: string
  readonly isKept: boolean
  readonly acts: StepProps['acts']
  readonly onKept: (isKept: boolean) => void
}) {
  const say = useWords(words).officer
  return (
    <div className={css['key']}>
      <dl>
        <dt>{say.secret}</dt>
        <dd>{secret === null ? <span className={css['gone']}>{say.gone}</span> : <code className={css['secret']}>{secret}</code>}</dd>
        <dt>{say.publicKey}</dt>
        <dd><code>{recipient}</code></dd>
      </dl>
      <div className={css['acts']}>
        {secret !== null && <Button icon={Printer} onPress={acts.printOfficerKey}>{say.print}</Button>}
        {secret === null && <Button icon={KeyRound} onPress={acts.makeOfficerKey}>{say.again}</Button>}
        <Check isOn={isKept} onChange={onKept}>{say.kept}</Check>
      </div>
    </div>
  )
}

function saysOfKey(typed: string, say: Spoken<typeof words.officer>): FieldSays | null {
  switch (readOfficerKey(typed).kind) {
    case 'empty':
      return null
    case 'good':
      return { kind: 'good', words: say.good }
    case 'secret':
      return { kind: 'bad', words: say.isSecret }
    case 'other-kind':
      return { kind: 'bad', words: say.otherKind }
    case 'not-a-key':
      return { kind: 'bad', words: say.notAKey }
  }
}
