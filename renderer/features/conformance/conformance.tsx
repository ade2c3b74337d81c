import { Printer } from 'lucide-react'
import type { Conformed } from '#domain/conformance/conformance.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import table from '#renderer/ui/table.module.css'
import { words } from './words.ts'
import css from './conformance.module.css'

/** Which sentence of the guideline is met by what, for whoever inspects the hospital. No patient stands here: it is read in every state. */
export function Conformance({ sentences, onPrint, onBack }: { readonly sentences: readonly Conformed[]; readonly onPrint: () => void; readonly onBack: () => void }) {
  const say = useWords(words)
  const rules = new Set(sentences.flatMap((sentence) => sentence.rules.map(({ id }) => id)))
  return (
    <Screen
      label={say.title}
      keys={{ onBack, onSave: onPrint }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.note}</FootNote>
          <FootEnd><Button look="primary" icon={Printer} keys={['Ctrl', 'Enter']} onPress={onPrint}>{say.print}</Button></FootEnd>
        </>
      }
    >
      <Section title={say.title} note={say.about} end={say.count(sentences.length, rules.size)} grows>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys */}
        <div className={css['scroll']} tabIndex={0} role="region" aria-label={say.list}>
          <table className={table['table']}>
            <thead><tr><th scope="col">{say.of}</th><th scope="col">{say.rule}</th><th scope="col" className={table['figures']}>{say.tests}</th></tr></thead>
            {sentences.map((sentence) => <Sentence key={sentence.id} sentence={sentence} />)}
          </table>
        </div>
      </Section>
    </Screen>
  )
}

function Sentence({ sentence: { id, of, ja, en, rules, journeys } }: { readonly sentence: Conformed }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <tbody>
      <tr className={css['sentence']}>
        <th scope="rowgroup">{of}<span className={table['sub']}>{id}</span></th>
        <td>{language === 'ja' ? ja : en}</td>
        <td className={css['journeys']}>{say.journeys(journeys)}</td>
      </tr>
      {rules.length === 0 && <tr><td colSpan={3}><b>{say.noRule}</b></td></tr>}
      {rules.map((rule) => (
        <tr key={rule.id} className={css['rule']}>
          <th scope="row">{rule.id}</th>
          <td lang="en">{rule.sentence}</td>
          <td className={table['figures']}>{rule.tests}</td>
        </tr>
      ))}
    </tbody>
  )
}
