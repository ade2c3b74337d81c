import { useState, type ReactNode } from 'react'
import type { TriageForm } from '#domain/triage/decide.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import css from './triage.module.css'

type Start = TriageForm['start']

/** The five questions, each with its keys in one row. A digit answers and goes on to the next open question. */
export function StartQuestions({ start, isCountBad, who, onStart }: { readonly start: Start; readonly isCountBad: boolean; /** What makes the table not for this patient. */ readonly who: ReactNode; readonly onStart: (change: Partial<Start>) => void }) {
  const all = useWords(words)
  const say = all.start
  const [isRefill, setRefill] = useState(start.capillaryRefillS !== null)
  const yesNo = [{ value: 'yes', label: all.yes }, { value: 'no', label: all.no }] as const
  const said = (value: boolean | null): 'yes' | 'no' | null => (value === null ? null : value ? 'yes' : 'no')
  const isBreathless = start.breathing === 'none'
  return (
    <div className={css['questions']}>
      <Question isOpen={start.walks === null}>
        <Choice label={say.walks} options={yesNo} value={said(start.walks)} onChange={(value) => onStart({ walks: value === 'yes' })} autoFocus />
        {who}
      </Question>
      <Question isOpen={start.breathing === null}>
        <Choice
          label={say.breathing} value={start.breathing} onChange={(breathing) => onStart({ breathing })}
          options={[{ value: 'yes', label: say.breathes }, { value: 'after-airway', label: say.afterAirway }, { value: 'none', label: say.noBreath }]}
        />
      </Question>
      <Question isOpen={start.respirations === null && start.respirationsPerMin.trim() === '' && !isBreathless}>
        <Choice
          label={say.respirations} value={start.respirations} onChange={(respirations) => onStart({ respirations, respirationsPerMin: '' })}
          options={[{ value: 'low', label: say.low }, { value: 'middle', label: say.middle }, { value: 'high', label: say.high }]}
        />
        <span className={css['count']}>
          <Field label={say.count} kind="digits" width={5} value={start.respirationsPerMin} says={isCountBad ? { kind: 'bad', words: all.pat.bad } : null} onChange={(respirationsPerMin) => onStart({ respirationsPerMin, respirations: null })} />
        </span>
      </Question>
      <Question isOpen={start.radialPulse === null && start.capillaryRefillS === null && start.shock === null && !isBreathless}>
        {isRefill ? (
          <Choice
            label={say.refill} value={start.capillaryRefillS === null ? null : String(start.capillaryRefillS)} onChange={(value) => onStart({ capillaryRefillS: Number(value) })}
            options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value === '5' ? say.fivePlus : value }))} look="bare"
          />
        ) : (
          <Choice
            label={say.radial} value={start.radialPulse} onChange={(radialPulse) => onStart({ radialPulse })}
            options={[{ value: 'palpable', label: say.palpable }, { value: 'absent', label: say.absent }]}
          />
        )}
        <Button
          look="quiet" size="small"
          onPress={() => {
            setRefill(!isRefill)
            onStart({ radialPulse: null, capillaryRefillS: null })
          }}
        >
          {isRefill ? say.toRadial : say.toRefill}
        </Button>
        <Check isOn={start.shock === true} onChange={(isOn) => onStart({ shock: isOn ? true : null })}>{say.shock}</Check>
      </Question>
      <Question isOpen={start.obeys === null && !isBreathless}>
        <Choice label={say.obeys} hint={say.obeysHint} options={yesNo} value={said(start.obeys)} onChange={(value) => onStart({ obeys: value === 'yes' })} />
      </Question>
    </div>
  )
}

function Question({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) {
  return <div className={css['question']} data-step={isOpen ? 'open' : 'answered'}>{children}</div>
}
