import { useState } from 'react'
import { fewestEnvelopes } from '#domain/access/ceremony.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'

/** Gives one envelope up, for a sheet that jammed or cannot be read. What follows depends on what is left, and is said before. */
export function VoidSheet({ number, spares, left, onVoid }: { readonly number: number; readonly spares: number; readonly left: number; readonly onVoid: () => void }) {
  const say = useWords(words).voiding
  const [isAsking, setAsking] = useState(false)
  const act = (): void => {
    setAsking(false)
    onVoid()
  }
  const after = spares > 0 ? say.thenSpare : left >= fewestEnvelopes ? say.thenFewer(left) : say.thenAnew
  return (
    <>
      <Button look="danger" onPress={() => setAsking(true)}>{say.ask}</Button>
      {isAsking && (
        <Dialog
          title={say.title(number)}
          onCancel={() => setAsking(false)}
          onAct={act}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.keep}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={act}>{say.act(number)}</Button>}
        >
          <p>{say.consequence}</p>
          <p>{after}</p>
        </Dialog>
      )}
    </>
  )
}
