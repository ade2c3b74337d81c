import { Camera } from 'lucide-react'
import type { ReactNode } from 'react'
import { photoWords } from '#domain/export/words.ts'
import { PhotoOf } from '#domain/record/photo.ts'
import { checkText, mostLine } from '#domain/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { SavedState, type Saved } from '#renderer/ui/saved-state.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { textFaultSentence, textFaultWords } from '#renderer/ui/text-fault-words.ts'
import { words } from './words.ts'
import css from './photos.module.css'

/** What the next photograph shows, said before it is taken: a picture nobody named is found by nobody. */
export type PhotoForm = { readonly of: PhotoOf; readonly caption: string }
export const emptyPhoto: PhotoForm = { of: 'wound', caption: '' }

/** A patient's photographs, and one more. Null of `onTake`: nothing is written any more. */
export function PhotosScreen({ count, strip, form, onForm, saved, onTake, onBack }: {
  readonly count: number
  readonly strip: ReactNode
  readonly form: PhotoForm
  readonly onForm: (form: PhotoForm) => void
  readonly saved: Saved
  readonly onTake: (() => void) | null
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const texts = useWords(textFaultWords)
  const language = useLanguage()
  const caption = checkText(form.caption, mostLine)
  const take = (): void => {
    if (onTake !== null && caption.ok) onTake()
  }
  return (
    <Screen
      label={say.title}
      keys={onTake === null ? { onBack } : { onSave: take, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootEnd>
            <SavedState saved={saved} />
            {onTake !== null && <Button look="primary" icon={Camera} keys={['Ctrl', 'Enter']} onPress={take}>{say.take}</Button>}
          </FootEnd>
        </>
      }
    >
      <div className={css['page']}>
        {onTake !== null && (
          <Section title={say.title} note={say.lead}>
            <div className={css['form']}>
              <Choice label={say.of} options={PhotoOf.options.map((value) => ({ value, label: photoWords[value][language] }))} value={form.of} onChange={(of) => onForm({ ...form, of })} autoFocus />
              <Field label={say.caption} hint={say.captionHint} value={form.caption} onChange={(text) => onForm({ ...form, caption: text })} most={mostLine} says={caption.ok ? null : { kind: 'bad', words: textFaultSentence(caption.error, texts) }} />
            </div>
          </Section>
        )}
        <Section title={say.kept} note={String(count)}>{count === 0 ? <Empty title={say.none}>{say.noneMore}</Empty> : strip}</Section>
      </div>
    </Screen>
  )
}
