import type { ReactNode } from 'react'
import type { PatForm } from '#domain/triage/decide.ts'
import { AnatomicalSign, Mechanism, PatVital, Vulnerable } from '#domain/triage/pat.ts'
import { Check, Choice, Several } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { anatomyWords, mechanismWords, vulnerableWords, words } from './words.ts'
import css from './triage.module.css'

const boxes = ['jcs', 'gcs', ...PatVital.options.filter((name) => name !== 'jcs')] as const
type Box = PatVital | 'gcs'

/** In the order of examination; no group has more than nine, so that every one has its digit. */
const regions = {
  head: AnatomicalSign.options.slice(0, 5),
  trunk: AnatomicalSign.options.slice(5, 9),
  limbs: AnatomicalSign.options.slice(9),
} as const

/** Four steps: functions, injuries, how it happened, who it is. */
export function PatQuestions({ pat, bad, who, onTyped, onPat }: {
  readonly pat: PatForm
  readonly bad: ReadonlySet<string>
  /** What makes the table not for this patient. */
  readonly who: ReactNode
  readonly onTyped: (name: Box, text: string) => void
  readonly onPat: (change: Partial<PatForm>) => void
}) {
  const say = useWords(words).pat
  const anatomy = useWords(anatomyWords)
  const mechanisms = useWords(mechanismWords)
  const vulnerable = useWords(vulnerableWords)
  const found = pat.anatomy ?? []
  const inRegion = (region: readonly AnatomicalSign[], chosen: readonly AnatomicalSign[]): void => {
    const all = AnatomicalSign.options.filter((sign) => (region.includes(sign) ? chosen : found).includes(sign))
    onPat({ anatomy: all.length === 0 ? null : all })
  }
  return (
    <div className={css['questions']}>
      <Section title={say.vitals}>
        <div className={css['vitals']}>
          {boxes.map((name) => (
            <Field
              key={name} label={say.name[name]} hint={say.unit[name]} width={5} value={pat.typed[name]} onChange={(text) => onTyped(name, text)} autoFocus={name === 'jcs'}
              help={pat.fromChart.some((one) => one === name) ? say.fromChart : null} says={bad.has(name) ? { kind: 'bad', words: say.bad } : null}
            />
          ))}
        </div>
        <div className={css['question']}>
          <Choice
            label={say.shock} value={pat.shock === null ? null : pat.shock ? 'seen' : 'none'} onChange={(value) => onPat({ shock: value === 'seen' })}
            options={[{ value: 'seen', label: say.seen }, { value: 'none', label: say.notSeen }]}
          />
          <Check isOn={pat.cardiacArrest} onChange={(cardiacArrest) => onPat({ cardiacArrest })}>{say.arrest}</Check>
          {who}
        </div>
      </Section>
      <Section title={say.anatomy} end={<Check isOn={pat.anatomy !== null && found.length === 0} onChange={(isOn) => onPat({ anatomy: isOn ? [] : null })}>{say.none}</Check>}>
        {(['head', 'trunk', 'limbs'] as const).map((region) => (
          <Several
            key={region} label={say[region]} values={found.filter((sign) => regions[region].includes(sign))} onChange={(chosen) => inRegion(regions[region], chosen)}
            options={regions[region].map((sign) => ({ value: sign, label: anatomy[sign] }))}
          />
        ))}
      </Section>
      <Several label={say.mechanism} values={pat.mechanisms} onChange={(values) => onPat({ mechanisms: values })} options={Mechanism.options.map((one) => ({ value: one, label: mechanisms[one] }))} />
      <Several label={say.vulnerable} values={pat.vulnerable} onChange={(values) => onPat({ vulnerable: values })} options={Vulnerable.options.map((one) => ({ value: one, label: vulnerable[one] }))} />
    </div>
  )
}
