import type { RosterOverride } from '#domain/access/roster.ts'
import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ClockForm, differenceIn } from '#renderer/ui/clock-form.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { Procedure } from '#renderer/ui/procedure.tsx'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { reasonWords } from '#renderer/ui/reason-words.ts'
import { Written } from '#renderer/ui/written.tsx'
import { CodeStep, CodeTrouble, type EnvelopeShown } from './code-step.tsx'
import { confirmedOffset, missingAt, stageOf, stepsOf, type Missing, type OpenDraft, type OpenFacts, type OpenStep } from './draft.ts'
import { Instead } from './instead.tsx'
import { LadderStep, StageChoice } from './ladder-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { Criteria, ReasonStep } from './reason-step.tsx'
import { words } from './words.ts'

export type StepProps = { readonly draft: OpenDraft; readonly onDraft: (draft: OpenDraft) => void }

type OpenProps = StepProps & {
  readonly step: OpenStep
  readonly onStep: (step: OpenStep) => void
  readonly facts: OpenFacts
  readonly plan: HospitalPlan
  readonly envelopes: readonly EnvelopeShown[]
  /** Of the roster on this PC; compared with the paper when the roster inside the envelope is another. */
  readonly fingerprint: string
  /** The code came from a scanner: it stands there as dots, and the next key opens. */
  readonly isScanned: boolean
  /** Tries the code of the draft. When it opens, the owner shows what was opened. */
  readonly onOpen: () => void
  /** After 'roster-differs': opens with the same code although the roster is another. */
  readonly onOverride: (override: RosterOverride) => void
  /** Null where blank forms are not printed. */
  readonly onForms: (() => void) | null
  readonly onHelp: () => void
  /** Back to the sealed screen; nothing typed is kept. */
  readonly onLeave: () => void
}

/** Break-glass: one question a screen, keyboard alone suffices. Nothing is open until the code was right; after that nothing goes back. */
export function Open({ step, draft, onDraft, onStep, facts, plan, envelopes, fingerprint, isScanned, onOpen, onOverride, onForms, onHelp, onLeave }: OpenProps) {
  const say = useWords(words)
  const steps = stepsOf(draft)
  const here = steps.indexOf(step)
  const missing = missingAt(step, draft, facts)
  const before = steps[here - 1]
  const stage = stageOf(draft)
  const isOverride = step === 'code' && facts.answer.kind === 'roster-differs'
  const offBecause = useMissing(isOverride ? { what: 'override' } : missing)
  const goOn = (): void => {
    if (missing !== null || isOverride) return
    if (step === 'code') onOpen()
    else if (step === 'ladder' && stage !== 3) onStep('instead')
    else onStep(steps[here + 1] ?? step)
  }
  const goBack = (): void => {
    if (facts.answer.kind === 'trying') return
    if (before === undefined) onLeave()
    else onStep(before)
  }
  if (step === 'instead' && stage !== 3) return <Instead stage={stage} contacts={plan.contacts} onForms={onForms} onHelp={onHelp} onBack={() => onStep('ladder')} onLeave={onLeave} />
  if (step === 'instead' || step === 'opened') return null // what was opened is shown by its owner
  return (
    <Procedure
      label={say.label}
      routeLabel={say.route}
      stops={steps.map((stop) => say.stops[stop === 'instead' ? 'ladder' : stop])}
      here={here}
      question={isOverride ? say.override.title : say[step].question}
      lead={isOverride ? say.override.consequence : step === 'people' && draft.purpose === 'join' ? say.people.leadJoin : say[step].lead}
      aside={
        step === 'ladder' ? <StageChoice draft={draft} onDraft={onDraft} />
        : step === 'reason' ? <Criteria reason={draft.reason} criteria={plan.criteria} />
        : step === 'people' ? null
        : (
          <>
            <SoFar draft={draft} facts={facts} step={step} />
            {step === 'code' && <CodeTrouble answer={facts.answer} waitSeconds={facts.waitSeconds} isRetired={missing?.what === 'retired'} />}
          </>
        )
      }
      keys={{ onSave: goOn, onBack: goBack }}
      back={<Button keys={['Esc']} onPress={goBack}>{before !== undefined ? say.back : draft.purpose === 'join' ? say.leaveLocked : say.leave}</Button>}
      note={step === 'code' ? say.code.irreversible : draft.purpose === 'join' ? say.notJoined : say.notOpened}
      act={
        step === 'code' ? (
          <Button key={isScanned ? 'scanned' : 'typed'} look="glass" keys={['Ctrl', 'Enter']} onPress={goOn} offBecause={offBecause} autoFocus={isScanned}>{say.code.act}</Button>
        ) : (
          <Button look="primary" keys={['Ctrl', 'Enter']} onPress={goOn} offBecause={offBecause}>{step === 'ladder' ? say.ladder.goOn(stage) : say.next}</Button>
        )
      }
    >
      {step === 'ladder' && <LadderStep draft={draft} onDraft={onDraft} />}
      {step === 'reason' && <ReasonStep draft={draft} onDraft={onDraft} />}
      {step === 'people' && <PeopleStep draft={draft} onDraft={onDraft} staff={plan.staff} declarers={plan.declarers} />}
      {step === 'clock' && <ClockForm form={draft} onForm={(form) => onDraft({ ...draft, ...form })} device={facts.device} notBefore={facts.notBefore} />}
      {step === 'code' && <CodeStep draft={draft} onDraft={onDraft} envelopes={envelopes} fingerprint={fingerprint} answer={facts.answer} isScanned={isScanned} onOverride={onOverride} />}
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
function SoFar({ draft, facts, step }: { readonly draft: OpenDraft; readonly facts: OpenFacts; readonly step: OpenStep }) {
  const say = useWords(words)
  const reasons = useWords(reasonWords)
  const professions = useWords(professionWords)
  const clock = differenceIn(useLanguage(), confirmedOffset(draft, facts.device, facts.notBefore))
  const isFirst = draft.purpose === 'open'
  const stage = stageOf(draft)
  return (
    <Leaders isRuled>
      {isFirst && <Leader question={say.ladder.decided} answer={<>{stage} {say.ladder.stages[stage].name}</>} />}
      {isFirst && <Leader question={say.stops.reason} answer={<>{draft.reason !== null && reasons[draft.reason]} {draft.effects.join('・')}</>} />}
      <Leader question={say.opened.openedBy} answer={<><Written>{draft.opener.name}</Written> {draft.profession !== null && professions[draft.profession]}</>} />
      {isFirst && <Leader question={say.people.decidedBy} answer={<Written>{draft.decidedBy}</Written>} />}
      {isFirst && <Leader question={say.people.witness} answer={draft.witness.name.trim() === '' ? say.people.alone : <Written>{draft.witness.name}</Written>} />}
      {isFirst && step !== 'clock' && <Leader question={say.clock.answer} answer={clock} />}
    </Leaders>
  )
}
