import { forms } from '#domain/form/forms.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './form.module.css'

/** 「様式を書く」: every form, what it is for, and one button each. */
export function FormList({ onChoose, onBack }: { readonly onChoose: (definition: string) => void; readonly onBack: () => void }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Screen label={say.listTitle} keys={{ onBack }} foot={<Button keys={['Esc']} onPress={onBack}>{say.backToChart}</Button>}>
      <Section title={say.listTitle} note={say.listLead}>
        <ul className={css['list']}>
          {forms.map(({ id, label, lead }, index) => (
            <li key={id} className={css['way']}>
              <Button autoFocus={index === 0} onPress={() => onChoose(id)}>{label[language]}</Button>
              <span>{lead[language]}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Screen>
  )
}
