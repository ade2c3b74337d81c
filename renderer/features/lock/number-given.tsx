import type { Person } from '#domain/log/person.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { NumberPlate } from '#renderer/ui/number-plate.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { words } from './words.ts'
import css from './lock.module.css'

/** The number that relief staff were given, large: they come back with it. */
export function NumberGiven({ person, onGoOn }: { readonly person: Person; readonly onGoOn: () => void }) {
  const say = useWords(words).given
  return (
    <Screen label={say.title} pace="spacious" keys={{ onSave: onGoOn }} foot={<FootEnd><Button look="primary" autoFocus keys={['Enter']} onPress={onGoOn}>{say.act}</Button></FootEnd>}>
      <section className={css['returned']} aria-label={say.title}>
        <h2 className={css['question']}>{say.title}</h2>
        <NumberPlate label={say.label} number={person.staffNumber}>{person.name}</NumberPlate>
        <p className={css['lead']}>{say.lead}</p>
      </section>
    </Screen>
  )
}
