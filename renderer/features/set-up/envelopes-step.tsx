import { Check, KeyRound, PencilLine, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { CodeShown } from './code-shown.tsx'
import type { SetUpDraft } from './draft.ts'
import type { StepProps } from './set-up.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

const counts = ['2', '3', '4', '5'] as const

/** Each code is on the screen once, until its sheet is printed or copied; then it exists on paper only. */
export function EnvelopesStep({ draft, work, onDraft, acts }: StepProps) {
  const say = useWords(words).envelopes
  const { envelopes } = work
  /** The sheet last sent to a printer. */
  const [sent, setSent] = useState<number | null>(null)
  if (envelopes === null) {
    return (
      <div className={css['stack']}>
        <Choice
          label={say.count}
          autoFocus
          value={counts[draft.envelopes - 2] ?? null}
          onChange={(count) => onDraft({ ...draft, envelopes: Number(count) as SetUpDraft['envelopes'] })} // one of `counts`
          options={counts.map((count) => ({ value: count, label: say.each(Number(count)) }))}
        />
        <div><Button icon={KeyRound} onPress={acts.makeCodes} offBecause={work.busy === 'envelopes' ? say.making : null}>{say.make}</Button></div>
      </div>
    )
  }
  const current = envelopes.find(({ isOnPaper }) => !isOnPaper)
  const wasSent = current !== undefined && current.number === sent
  return (
    <div className={css['stack']}>
      {current !== undefined && current.code !== null && (
        <>
          <CodeShown label={say.code(current.number)} code={current.code} />
          <div className={css['acts']}>
            <Button autoFocus icon={Printer} onPress={() => {
              setSent(current.number)
              acts.printSheet(current.number)
            }} offBecause={work.busy === 'printing' ? say.printing : null}>{say.print(current.number)}</Button>
            {/* A dialog that was cancelled and a printer that jammed look alike from here: a person says whether there is paper. */}
            <Button icon={wasSent ? Check : PencilLine} onPress={() => acts.onPaper(current.number)}>{wasSent ? say.printed : say.copied}</Button>
          </div>
        </>
      )}
      <Leaders isRuled>
        {envelopes.map(({ number, isOnPaper }) => (
          <Leader key={number} question={say.envelope(number)} state={isOnPaper ? 'ok' : 'none'} answer={isOnPaper ? say.onPaper : number === current?.number ? say.now : say.waiting} />
        ))}
      </Leaders>
      <Remake onRemake={acts.makeCodes} />
    </div>
  )
}

function Remake({ onRemake }: { readonly onRemake: () => void }) {
  const say = useWords(words).envelopes
  const [isAsking, setAsking] = useState(false)
  const remake = (): void => {
    setAsking(false)
    onRemake()
  }
  return (
    <div>
      <Button look="danger" onPress={() => setAsking(true)}>{say.remake}</Button>
      {isAsking && (
        <Dialog
          title={say.remakeTitle}
          onCancel={() => setAsking(false)}
          onAct={remake}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.keep}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={remake}>{say.remake}</Button>}
        >
          <p>{say.remakeConsequence}</p>
        </Dialog>
      )}
    </div>
  )
}
