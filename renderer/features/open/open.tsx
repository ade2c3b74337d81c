import type { RosterOverride } from '#domain/access/roster.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { duration } from '#renderer/ui/moment.ts'
import { Procedure } from '#renderer/ui/procedure.tsx'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { reasonWords } from '#renderer/ui/reason-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { ClockStep } from './clock-step.tsx'
import { CodeStep, CodeTrouble } from './code-step.tsx'
import { confirmedOffset, missingAt, stepsOf, type CodeAnswer, type Missing, type OpenDraft, type OpenStep } from './draft.ts'
import { PeopleStep } from './people-step.tsx'
import { PinStep } from './pin-step.tsx'
import { ReasonStep } from './reason-step.tsx'
import { words } from './words.ts'

export type StepProps = { readonly draft: OpenDraft; readonly onDraft: (draft: OpenDraft) => void }

type OpenProps = StepProps & {
  readonly step: OpenStep
  readonly onStep: (step: OpenStep) => void
  /** The device's own time, uncorrected. */
  readonly device: Instant
  readonly envelopes: readonly { readonly number: number; readonly isOpened: boolean }[]
  /** Of the roster on this PC; compared with the paper when the roster inside the envelope is another. */
  readonly fingerprint: string
  readonly answer: CodeAnswer
  /** Seconds until the next code may be tried; the owner counts down. */
  readonly waitSeconds: number
  /** Tries the code of the draft. When it opens, the owner moves on to 'pin'. */
  readonly onOpen: () => void
  /** After 'roster-differs': opens with the same code although the roster is another. */
  readonly onOverride: (override: RosterOverride) => void
  /** Keeps the PIN of the draft. */
  readonly onPin: () => void
  /** Back to the sealed screen; nothing typed is kept. */
  readonly onLeave: () => void
}

/** Break-glass: one question a screen, keyboard alone suffices. Nothing is open until the code was right; after that nothing goes back. */
export function Open({ step, draft, onDraft, onStep, device, envelopes, fingerprint, answer, waitSeconds, onOpen, onOverride, onPin, onLeave }: OpenProps) {
  const say = useWords(words)
  const steps = stepsOf(draft)
  const here = steps.indexOf(step)
  const missing = missingAt(step, draft, device, answer, waitSeconds)
  const before = step === 'pin' ? undefined : steps[here - 1]
  const goOn = (): void => {
    if (missing !== null || (step === 'code' && answer.kind === 'roster-differs')) return
    if (step === 'code') onOpen()
    else if (step === 'pin') onPin()
    else onStep(steps[here + 1] ?? step)
  }
  const goBack = (): void => {
    if (step === 'pin' || answer.kind === 'trying') return
    if (before === undefined) onLeave()
    else onStep(before)
  }
  const isOverride = step === 'code' && answer.kind === 'roster-differs'
  const offBecause = useMissing(isOverride ? { what: 'override' } : missing)
  return (
    <Procedure
      label={say.label}
      routeLabel={say.route}
      stops={[...steps, 'restart' as const].map((stop) => say.stops[stop])}
      here={here}
      question={isOverride ? say.override.title : say[step].question}
      lead={isOverride ? say.override.consequence : step === 'people' && draft.purpose === 'join' ? say.people.leadJoin : say[step].lead}
      aside={step === 'reason' || step === 'people' ? null : (
        <>
          <SoFar draft={draft} device={device} step={step} />
          {step === 'code' && <CodeTrouble answer={answer} waitSeconds={waitSeconds} />}
        </>
      )}
      keys={{ onSave: goOn, onBack: goBack }}
      back={step === 'pin' ? null : <Button keys={['Esc']} onPress={goBack}>{before !== undefined ? say.back : draft.purpose === 'join' ? say.leaveLocked : say.leave}</Button>}
      note={step === 'pin' ? say.pin.opened : step === 'code' ? say.code.irreversible : draft.purpose === 'join' ? say.notJoined : say.notOpened}
      act={
        step === 'code' ? (
          <Button look="glass" keys={['Ctrl', 'Enter']} onPress={goOn} offBecause={offBecause}>{say.code.act}</Button>
        ) : (
          <Button look="primary" keys={['Ctrl', 'Enter']} onPress={goOn} offBecause={offBecause}>{step === 'pin' ? say.pin.act : say.next}</Button>
        )
      }
    >
      {step === 'reason' && <ReasonStep draft={draft} onDraft={onDraft} />}
      {step === 'people' && <PeopleStep draft={draft} onDraft={onDraft} />}
      {step === 'clock' && <ClockStep draft={draft} onDraft={onDraft} device={device} />}
      {step === 'code' && <CodeStep draft={draft} onDraft={onDraft} envelopes={envelopes} fingerprint={fingerprint} answer={answer} onOverride={onOverride} />}
      {step === 'pin' && <PinStep draft={draft} onDraft={onDraft} />}
    </Procedure>
  )
}

function useMissing(missing: Missing | null): string | null {
  const say = useWords(words).missing
  if (missing === null) return null
  if (missing.what === 'groups') return say.groups(missing.left)
  if (missing.what === 'wait') return say.wait(missing.seconds)
  return say[missing.what]
}

/** What was answered on the way here, as on a checklist that is read back. */
function SoFar({ draft, device, step }: { readonly draft: OpenDraft; readonly device: Instant; readonly step: OpenStep }) {
  const say = useWords(words)
  const reasons = useWords(reasonWords)
  const professions = useWords(professionWords)
  const language = useLanguage()
  const offsetMinutes = Math.round(confirmedOffset(draft, device) / 60_000)
  const by = duration(Math.abs(offsetMinutes), language)
  const clock = offsetMinutes === 0 ? say.clock.same : offsetMinutes > 0 ? say.clock.slow(by) : say.clock.fast(by)
  return (
    <Leaders isRuled>
      {draft.purpose === 'open' && <Leader question={say.stops.reason} answer={draft.reason === null ? '' : reasons[draft.reason]} />}
      <Leader question={say.stops.people} answer={<><Written>{draft.name}</Written> {draft.profession !== null && professions[draft.profession]}</>} />
      {draft.purpose === 'open' && <Leader question={say.people.decidedBy} answer={<Written>{draft.decidedBy}</Written>} />}
      {draft.purpose === 'open' && step !== 'clock' && <Leader question={say.clock.answer} answer={clock} />}
    </Leaders>
  )
}
