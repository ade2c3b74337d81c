import { Check } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { CodeShown } from './code-shown.tsx'
import type { StepProps } from './set-up.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** The paper is the outside anchor: each sheet is compared before it goes into its envelope for years. */
export function FingerprintStep({ work, acts }: StepProps) {
  const say = useWords(words).fingerprint
  return (
    <div className={css['stack']}>
      {work.fingerprint !== null && <CodeShown label={say.label} code={work.fingerprint} />}
      <div className={css['checks']}>
        {(work.envelopes ?? []).map(({ number }, index) => (
          <Check
            key={number}
            autoFocus={index === 0}
            isOn={work.compared.includes(number)}
            onChange={(isOn) => acts.compare(number, isOn)}
          >
            {say.same(number)}
          </Check>
        ))}
      </div>
    </div>
  )
}
