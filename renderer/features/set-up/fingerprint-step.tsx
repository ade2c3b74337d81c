import { mostLine, mostName } from '#domain/text.ts'
import { Check } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { KeeperFields } from '#renderer/ui/keeper-fields.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { CodeShown } from './code-shown.tsx'
import type { StepProps } from './set-up.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** The paper is the outside anchor: each sheet is compared before it goes into its envelope for years, and its place is written down. */
export function FingerprintStep({ draft, work, onDraft, acts }: StepProps) {
  const say = useWords(words).fingerprint
  return (
    <div className={css['stack']}>
      {work.fingerprint !== null && <CodeShown label={say.label} code={work.fingerprint} />}
      <div className={css['checks']}>
        {(work.envelopes ?? []).map(({ number }, index) => {
          const placing = draft.places[number] ?? { place: '', holder: '' }
          const place = (part: Partial<typeof placing>): void => onDraft({ ...draft, places: { ...draft.places, [number]: { ...placing, ...part } } })
          return (
            <div key={number} className={css['placing']}>
              <Check autoFocus={index === 0} isOn={work.compared.includes(number)} onChange={(isOn) => acts.compare(number, isOn)}>{say.same(number)}</Check>
              <Field label={say.place(number)} most={mostLine} value={placing.place} onChange={(next) => place({ place: next })} />
              <Field label={say.holder(number)} most={mostName} value={placing.holder} onChange={(next) => place({ holder: next })} />
            </div>
          )
        })}
      </div>
      <h3 className={css['who']}>{say.sealer}</h3>
      <KeeperFields typed={draft.sealer} onTyped={(sealer) => onDraft({ ...draft, sealer })} />
    </div>
  )
}
