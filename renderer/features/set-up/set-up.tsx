import { useState, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Procedure } from '#renderer/ui/procedure.tsx'
import { missingAt, type SetUpDraft, type SetUpStep, type SetUpWork } from './draft.ts'
import { EnvelopesStep } from './envelopes-step.tsx'
import { FingerprintStep } from './fingerprint-step.tsx'
import { OfficerStep } from './officer-step.tsx'
import { ProveStep, ProveAside } from './prove-step.tsx'
import { SealStep } from './seal-step.tsx'
import { WardStep } from './ward-step.tsx'
import { words } from './words.ts'

/** What set-up asks of whoever holds keys and machine. */
export type SetUpActs = {
  readonly makeOfficerKey: () => void
  readonly printOfficerKey: () => void
  readonly makeCodes: () => void
  /** Gives all of them up. */
  readonly remake: () => void
  readonly printSheet: (envelope: number) => void
  /** Somebody holds the code on paper, printed or copied by hand: it may now be forgotten. */
  readonly onPaper: (envelope: number) => void
  /** This sheet is of no use: its number is burnt, and a spare takes its place while there is one. */
  readonly voidSheet: (envelope: number, why: 'jammed' | 'unreadable') => void
  readonly proveCode: (envelope: number, code: string) => void
  readonly proveOfficerByKey: (identity: string) => void
  readonly saveOfficerTest: () => void
  readonly proveOfficerByAnswer: (answer: string) => void
  readonly compare: (envelope: number, isSame: boolean) => void
  readonly seal: () => void
}

export type StepProps = {
  readonly draft: SetUpDraft
  readonly work: SetUpWork
  readonly onDraft: (draft: SetUpDraft) => void
  readonly acts: SetUpActs
}

/** The stops from a bare PC to a sealed station. Every code is proved before sealing is possible. */
export function SetUp({ step, steps, draft, work, onDraft, onStep, acts, maintenance, onInterrupt }: StepProps & {
  /** The stop at which the IT office sets its passphrase. */
  readonly maintenance: ReactNode
  readonly step: SetUpStep
  readonly steps: readonly SetUpStep[]
  readonly onStep: (step: SetUpStep) => void
  readonly onInterrupt: () => void
}) {
  const say = useWords(words)
  const here = steps.indexOf(step)
  const missing = missingAt(step, draft, work)
  const { question, lead } = useQuestion(step, work)
  // Behind the codes there is no way back: what they were made for lies on the disk. They can be made anew.
  const before = step === 'envelopes' && work.envelopes !== null ? undefined : steps[here - 1]
  const after = steps[here + 1]
  const goOn = (): void => {
    if (missing !== null) return
    if (after === undefined) acts.seal()
    else onStep(after)
  }
  const [isAsking, setAsking] = useState(false)
  const lost = (work.envelopes ?? []).filter(({ isOnPaper }) => !isOnPaper).map(({ number }) => number)
  const interrupt = (): void => (lost.length > 0 ? setAsking(true) : onInterrupt())
  const goBack = (): void => (before === undefined ? interrupt() : onStep(before))
  const props: StepProps = { draft, work, onDraft, acts }
  return (
    <Procedure
      label={say.label}
      routeLabel={say.route}
      stops={steps.map((stop) => say.stops[stop])}
      here={here}
      question={question}
      lead={lead}
      aside={step === 'prove' ? <ProveAside work={work} /> : null}
      keys={{ onSave: goOn, onBack: goBack }}
      back={
        <>
          {before !== undefined && <Button keys={['Esc']} onPress={goBack}>{say.back}</Button>}
          <Button look={before === undefined ? 'plain' : 'quiet'} onPress={interrupt}>{say.interrupt}</Button>
        </>
      }
      note={work.envelopes === null ? say.interruptNote : lost.length > 0 ? say.interruptLosesNote : say.interruptKeepsNote}
      act={
        <Button look="primary" keys={['Ctrl', 'Enter']} onPress={goOn} offBecause={missing === null ? null : work.busy === 'sealing' ? say.seal.sealing : say.missing[missing]}>
          {after === undefined ? say.seal.act : say.next}
        </Button>
      }
    >
      {step === 'ward' && <WardStep {...props} />}
      {step === 'officer' && <OfficerStep {...props} />}
      {step === 'maintenance' && maintenance}
      {step === 'envelopes' && <EnvelopesStep {...props} />}
      {step === 'prove' && <ProveStep {...props} />}
      {step === 'fingerprint' && <FingerprintStep {...props} />}
      {step === 'seal' && <SealStep {...props} />}
      {isAsking && <AskToInterrupt lost={lost} onStay={() => setAsking(false)} onInterrupt={onInterrupt} />}
    </Procedure>
  )
}

/** Only while a code is on the screen that is on no paper. */
function AskToInterrupt({ lost, onStay, onInterrupt }: { readonly lost: readonly number[]; readonly onStay: () => void; readonly onInterrupt: () => void }) {
  const say = useWords(words).interruption
  return (
    <Dialog
      title={say.title}
      onCancel={onStay}
      onAct={onInterrupt}
      cancel={<Button autoFocus keys={['Esc']} onPress={onStay}>{say.stay}</Button>}
      act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={onInterrupt}>{say.act}</Button>}
    >
      <p>{say.consequence(lost.join('・'))}</p>
    </Dialog>
  )
}

function useQuestion(step: SetUpStep, work: SetUpWork): { readonly question: string; readonly lead: string } {
  const say = useWords(words)
  if (step === 'envelopes' && work.envelopes !== null) {
    const toPrint = work.envelopes.find(({ isOnPaper }) => !isOnPaper)
    if (toPrint === undefined) return { question: say.envelopes.questionDone, lead: say.envelopes.leadDone }
    return { question: say.envelopes.questionMade(toPrint.number), lead: say.envelopes.leadMade }
  }
  if (step === 'prove') {
    const toProve = work.envelopes?.find(({ proof }) => proof.kind !== 'proved')
    if (toProve !== undefined) return { question: say.prove.question(toProve.number), lead: say.prove.lead }
    return { question: work.officerProof.kind === 'proved' ? say.prove.doneQuestion : say.prove.officerQuestion, lead: say.prove.lead }
  }
  const { question, lead } = say[step]
  return { question: typeof question === 'string' ? question : '', lead }
}
