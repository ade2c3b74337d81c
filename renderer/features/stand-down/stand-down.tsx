import { useState, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Procedure } from '#renderer/ui/procedure.tsx'
import { standDownSteps, type Missing, type StandDownStep } from './draft.ts'
import { words } from './words.ts'

/** The way back, one stop a screen. What each stop asks stands in its own file; here is only where we are and how one goes on. */
export function StandDown({ step, onStep, missing, left, all, isBusy, isBegun, onBegin, onRetire, onResume, onLeave, aside = null, children }: {
  readonly step: StandDownStep
  readonly onStep: (step: StandDownStep) => void
  /** The first thing that keeps this stop from being done. */
  readonly missing: Missing | null
  /** Patients nobody has taken over yet, of how many. */
  readonly left: number
  readonly all: number
  readonly isBusy: boolean
  /** The station stands down already: it can be resumed, and the decision is not taken twice. */
  readonly isBegun: boolean
  readonly onBegin: () => void
  readonly onRetire: () => void
  readonly onResume: () => void
  readonly onLeave: () => void
  /** Beside the stop: the list it is about. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const say = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const here = standDownSteps.indexOf(step)
  const before = isBegun && here === 1 ? undefined : standDownSteps[here - 1]
  const after = standDownSteps[here + 1]
  const goOn = (): void => {
    if (missing !== null || isBusy) return
    if (step === 'decide') onBegin()
    else if (after === undefined) onRetire()
    else onStep(after)
  }
  const goBack = (): void => (before === undefined ? onLeave() : onStep(before))
  const offBecause = missing === null ? null : say.missing[missing]
  return (
    <Procedure
      label={say.label}
      routeLabel={say.route}
      stops={standDownSteps.map((stop) => say.stops[stop])}
      here={here}
      question={say[step].question}
      lead={say[step].lead}
      aside={aside}
      keys={{ onSave: goOn, onBack: goBack }}
      back={
        <>
          <Button keys={['Esc']} onPress={goBack}>{before === undefined ? say.leave : say.back}</Button>
          {isBegun && <Button look="quiet" onPress={() => setAsking(true)}>{say.resume}</Button>}
        </>
      }
      note={step === 'decide' ? say.decide.means : step === 'patients' && all > 0 ? say.patients.left(left, all) : null}
      act={
        <Button look={after === undefined ? 'danger' : 'primary'} keys={['Ctrl', 'Enter']} onPress={goOn} offBecause={offBecause}>
          {step === 'decide' ? say.decide.act : after === undefined ? say.accounts.act : say.next}
        </Button>
      }
    >
      {children}
      {isAsking && (
        <Dialog
          title={say.resumeTitle}
          onCancel={() => setAsking(false)}
          onAct={onResume}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.stay}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={onResume}>{say.resume}</Button>}
        >
          <p>{say.resumeMeans}</p>
        </Dialog>
      )}
    </Procedure>
  )
}
