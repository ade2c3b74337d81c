import { FileText } from 'lucide-react'
import type { Instant } from '#domain/time.ts'
import type { DocumentsHere } from '#renderer/session/patient-documents.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { ReferenceAge } from '#renderer/ui/reference-age.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './documents.module.css'

/** In the chart: how many documents there are of before, of when, and the way to them. */
export function DocumentsWay({ here, stoppedAt, now, onOpen }: { readonly here: DocumentsHere; readonly stoppedAt: Instant | null; readonly now: Instant; readonly onOpen: (() => void) | null }) {
  const say = useWords(words)
  if (here.is !== 'here') return <p className={css['way']}><StateWord is={here.is === 'reading' ? 'none' : 'warn'}>{say.not[here.is]}</StateWord></p>
  const count = here.documents.length
  return (
    <p className={css['way']}>
      {count === 0 || onOpen === null ? <StateWord is="none">{say.none}</StateWord> : <Button size="small" icon={FileText} onPress={onOpen}>{say.way(count)}</Button>}
      <ReferenceAge takenAt={here.takenAt} stoppedAt={stoppedAt} now={now} />
    </p>
  )
}

/** Where the documents were and no longer are. */
export function DocumentsNotHere({ here, stoppedAt, now, onBack }: { readonly here: DocumentsHere | null; readonly stoppedAt: Instant | null; readonly now: Instant; readonly onBack: () => void }) {
  const say = useWords(words)
  return (
    <Screen label={say.label} keys={{ onBack }} foot={<Button keys={['Esc']} autoFocus onPress={onBack}>{say.back}</Button>}>
      {here === null ? <StateWord is="none">{say.none}</StateWord> : <DocumentsWay here={here} stoppedAt={stoppedAt} now={now} onOpen={null} />}
    </Screen>
  )
}
