import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './paper.module.css'

/** What a band says, in type that is copied from across a bed; the number in the groups in which it is read aloud. */
export function HandCopy({ worn, isSaving, onDone, onBack }: {
  readonly worn: { readonly number: string; readonly name: string; readonly kana: string; readonly alias: string; readonly birth: string; readonly sex: string; readonly allergy: string; readonly bandsBefore: number }
  readonly isSaving: boolean
  readonly onDone: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words).copy
  const [mark, letters, counter, check] = worn.number.split('-')
  const facts = [
    [say.kana, worn.kana], [say.alias, worn.alias], [say.birth, worn.birth], [say.sex, worn.sex], [say.allergy, worn.allergy],
    [say.again, worn.bandsBefore === 0 ? '' : String(worn.bandsBefore)],
  ] as const
  return (
    <Screen
      label={say.title} pace="spacious" keys={{ onBack, onSave: onDone }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={onDone} offBecause={isSaving ? say.saving : null}>{say.done}</Button></FootEnd>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys */}
      <section className={css['copy']} aria-label={say.title} tabIndex={0}>
        <h2 className={css['question']}>{say.title}</h2>
        <p className={css['lead']}>{say.lead}</p>
        <dl className={css['facts']}>
          <div className={css['wide']}>
            <dt>{say.number}</dt>
            <dd className={css['number']}>{[mark, letters, counter?.slice(0, 2), counter?.slice(2), check].map((group, at) => <span key={at}>{group}</span>)}</dd>
          </div>
          <div className={css['wide']}><dt>{say.name}</dt><dd className={css['name']}><Written>{worn.name}</Written></dd></div>
          {facts.map(([label, text]) => text !== '' && <div key={label}><dt>{label}</dt><dd><Written>{text}</Written></dd></div>)}
        </dl>
      </section>
    </Screen>
  )
}
