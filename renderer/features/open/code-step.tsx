import { useRef } from 'react'
import type { RosterOverride } from '#domain/access/roster.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { CodeField } from '#renderer/ui/code-field.tsx'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import type { CodeAnswer } from './draft.ts'
import type { StepProps } from './open.tsx'
import { OverrideRoster } from './roster-override.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

export type EnvelopeShown = { readonly number: number; readonly isOpened: boolean; readonly isRetired: boolean }

/** The number and the code; once the roster was found to differ, the two-person act in their place. */
export function CodeStep({ draft, onDraft, envelopes, fingerprint, answer, isScanned, onOverride }: StepProps & {
  readonly envelopes: readonly EnvelopeShown[]
  readonly fingerprint: string
  readonly answer: CodeAnswer
  readonly isScanned: boolean
  readonly onOverride: (override: RosterOverride) => void
}) {
  const say = useWords(words).code
  const place = useRef<HTMLDivElement>(null)
  // Whoever chose the envelope with a finger types its code next; on the keyboard Enter goes on.
  const toCode = (): void => void requestAnimationFrame(() => place.current?.querySelector<HTMLInputElement>('[data-code-field]:not([disabled]) input')?.focus())
  if (answer.kind === 'roster-differs') return <OverrideRoster opener={draft.opener.staffNumber} fingerprint={fingerprint} onOverride={onOverride} />
  return (
    <div className={css['stack']} ref={place}>
      <div onPointerUp={toCode}>
        <Choice
          label={say.number} isLabelHidden look="joined" autoFocus={draft.envelope === null} value={draft.envelope === null ? null : String(draft.envelope)}
          onChange={(number) => onDraft({ ...draft, envelope: Number(number) })}
          options={envelopes.map(({ number, isRetired }) => ({ value: String(number), label: isRetired ? say.eachRetired(number) : say.each(number) }))}
        />
      </div>
      <p className={css['help']}>{say.fingerprint} <b>{fingerprint}</b></p>
      <CodeField
        form="sealed" label={draft.envelope === null ? say.labelAny : say.label(draft.envelope)} groups={draft.code}
        autoFocus={draft.envelope !== null && !isScanned} onChange={(code) => onDraft({ ...draft, code })} isOff={answer.kind === 'trying'} isHiddenWhenGood
      />
    </div>
  )
}

/** What became of the last try, and how long until the next: beside the code, where it is seen without scrolling. */
export function CodeTrouble({ answer, waitSeconds, isRetired }: { readonly answer: CodeAnswer; readonly waitSeconds: number; readonly isRetired: boolean }) {
  const say = useWords(words).code
  const trouble = isRetired ? { look: 'danger' as const, words: say.retired } : troubleOf(answer, say)
  return (
    <div className={css['trouble']}>
      {trouble !== null && <Banner look={trouble.look}>{trouble.words}</Banner>}
      {waitSeconds > 0 && <p className={css['wait']} role="timer">{say.wait(waitSeconds)}</p>}
      {answer.kind !== 'roster-differs' && <p className={css['help']}>{say.help}<br />{say.noLockOut}</p>}
    </div>
  )
}

function troubleOf(answer: CodeAnswer, say: Spoken<typeof words.code>): { readonly look: 'warn' | 'danger'; readonly words: string } | null {
  switch (answer.kind) {
    case 'not-tried':
    case 'trying':
      return null
    case 'wrong':
      return { look: 'warn', words: say.wrong(answer.wrongInARow) }
    case 'other-envelope':
      return { look: 'warn', words: say.otherEnvelope(answer.envelope) }
    case 'file-damaged':
      return { look: 'danger', words: say.fileDamaged }
    case 'roster-differs':
      return { look: 'danger', words: say.rosterDiffers(answer.sealedEpoch, answer.epoch) }
    case 'not-in-roster':
      return { look: 'danger', words: say.notInRoster }
    case 'already-retired':
      return { look: 'danger', words: say.retired }
    case 'not-saved':
      return { look: 'danger', words: say.notSaved }
  }
}
