import { ListChecks, Scale } from 'lucide-react'
import type { Look } from '#domain/bridge.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { KeyCaps } from '#renderer/ui/key-cap.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { topics, type HelpTopic } from './topics.ts'
import { words } from './words.ts'
import css from './help.module.css'

const sizes = ['100', '125', '150', '200'] as const
type TextSize = Look['textSize']

type HelpProps = {
  readonly topic: HelpTopic
  /** Where this hospital keeps its blank forms; null shows where to find out. */
  readonly paperPlace: string | null
  /** Who to call, as the hospital wrote it. */
  readonly contact: string | null
  /** What was decided beforehand: also for somebody in front of a locked screen; null where something half-typed would be left. */
  readonly onPlan: (() => void) | null
  /** Leads to the conformance sheet, which no screen in a hurry needs to name; null where something half-typed would be left. */
  readonly onConformance: (() => void) | null
  readonly textSize: TextSize
  readonly onTextSize: (size: TextSize) => void
  readonly onBack: () => void
}

/** Takes the place of the screen it explains; Esc goes back to it, and what was typed there is still there. */
export function Help({ topic, paperPlace, contact, onPlan, onConformance, textSize, onTextSize, onBack }: HelpProps) {
  const say = useWords(words)
  const { title, what, now } = useWords(topics)[topic]
  return (
    <Screen
      label={say.label(title)}
      pace="spacious"
      keys={{ onBack }}
      foot={<>{onPlan !== null && <Button icon={ListChecks} onPress={onPlan}>{say.plan}</Button>}{onConformance !== null && <Button icon={Scale} onPress={onConformance}>{say.conformance}</Button>}<FootEnd><Button look="primary" autoFocus keys={['Esc']} onPress={onBack}>{say.back}</Button></FootEnd></>}
    >
      <div className={css['page']}>
        <div className={css['column']}>
          <h2 className={css['title']}>{title}</h2>
          <p className={css['what']}>{what}</p>
          <Section title={say.now}><Steps steps={now} /></Section>
          <Section title={say.cannotSave}><Steps steps={say.cannotSaveSteps} /></Section>
        </div>
        <div className={css['column']}>
          <Section title={say.paper}>
            <p className={css['line']}>{paperPlace === null ? say.paperDefault : <b><Written>{paperPlace}</Written></b>}</p>
            <p className={css['line']}>{say.paperRule}</p>
          </Section>
          {contact !== null && <Section title={say.contact}><p className={css['line']}><Written>{contact}</Written></p></Section>}
          <Section title={say.textSize}>
            <Choice
              label={say.textSize} isLabelHidden look="bare" value={sizes.find((size) => Number(size) === textSize) ?? null}
              onChange={(size) => onTextSize(Number(size) as TextSize)} // one of `sizes`
              options={sizes.map((size) => ({ value: size, label: say.size(Number(size)) }))}
            />
          </Section>
          <Section title={say.keys}><Keys isOpen={wardTopics.has(topic)} /></Section>
        </div>
      </div>
    </Screen>
  )
}

function Steps({ steps }: { readonly steps: { readonly one: string; readonly two: string; readonly three: string } }) {
  return (
    <ol className={css['steps']}>
      {[steps.one, steps.two, steps.three].map((step) => <li key={step}>{step}</li>)}
    </ol>
  )
}

/** Where F2, F3 and F12 do something: a key that is named must work. */
const wardTopics: ReadonlySet<HelpTopic> = new Set(['ward', 'register', 'chart', 'orders', 'medicine', 'export', 'continuity', 'audit'])

function Keys({ isOpen }: { readonly isOpen: boolean }) {
  const say = useWords(words).key
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['Enter'], say.next], [['Ctrl', 'Enter'], say.save], [['Esc'], say.back], [['1', '…', '9'], say.digits], [['↑', '↓'], say.move],
    [['F1'], say.help], ...(isOpen ? [[['F2', 'F3'], say.places], [['F12'], say.lock]] as const : []),
  ]
  return (
    <table className={css['keys']}>
      <tbody>
        {rows.map(([keys, meaning]) => (
          <tr key={meaning}>
            <th scope="row"><KeyCaps keys={keys} /><span className={css['unseen']}>{keys.join(' ')}</span></th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
