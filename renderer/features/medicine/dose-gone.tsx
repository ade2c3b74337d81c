import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { words } from './words.ts'

/** The dose was struck while somebody was on the way to it. */
export function DoseGone({ onBack }: { readonly onBack: () => void }) {
  const say = useWords(words)
  return (
    <Screen label={say.tab} keys={{ onBack }} foot={<Button keys={['Esc']} autoFocus onPress={onBack}>{say.back}</Button>}>
      <Empty title={say.fault['dose-gone']}>{''}</Empty>
    </Screen>
  )
}
