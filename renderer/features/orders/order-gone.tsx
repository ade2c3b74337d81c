import type { OrderActFault } from '#domain/order/order-acts.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { words } from './words.ts'

/** The order was struck, received or ended while somebody was on the way to it. */
export function OrderGone({ code, onBack }: { readonly code: Exclude<OrderActFault['code'], `text-${string}`>; readonly onBack: () => void }) {
  const say = useWords(words)
  return (
    <Screen label={say.tab} keys={{ onBack }} foot={<Button keys={['Esc']} autoFocus onPress={onBack}>{say.back}</Button>}>
      <Empty title={say.actFault[code]}>{''}</Empty>
    </Screen>
  )
}
