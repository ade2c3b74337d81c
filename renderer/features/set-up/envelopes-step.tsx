import { Check as CheckMark, KeyRound, PencilLine, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Check, Choice } from '#renderer/ui/choice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { CodeShown } from './code-shown.tsx'
import { printerMissing, type SetUpDraft } from './draft.ts'
import type { StepProps } from './set-up.tsx'
import { VoidSheet } from './void-sheet.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

const counts = ['2', '3', '4', '5'] as const

/** Each code is on the screen once, until its sheet is printed or copied; then it exists on paper only. */
export function EnvelopesStep(props: StepProps) {
  const say = useWords(words).envelopes
  const { work, acts } = props
  const { envelopes } = work
  if (envelopes === null) return <BeforeCodes {...props} />
  const current = envelopes.find(({ isOnPaper }) => !isOnPaper)
  return (
    <div className={css['stack']}>
      {current !== undefined && current.code !== null && (
        <>
          <CodeShown label={say.code(current.number)} code={current.code} />
          <div className={css['acts']}>
            <Button autoFocus key={current.number} icon={Printer} onPress={() => acts.printSheet(current.number)} offBecause={work.busy === 'printing' ? say.printing : null}>{say.print(current.number)}</Button>
            {/* A dialog that was cancelled and a printer that jammed look alike from here: a person says whether there is paper. */}
            <Button icon={current.wasSent ? CheckMark : PencilLine} onPress={() => acts.onPaper(current.number)}>{current.wasSent ? say.printed : say.copied}</Button>
            {current.wasSent && <VoidSheet number={current.number} spares={work.spares} left={envelopes.length - 1} onVoid={() => acts.voidSheet(current.number, 'jammed')} />}
          </div>
        </>
      )}
      <Leaders isRuled>
        {work.voided.map((number) => <Leader key={number} question={say.envelope(number)} state="warn" answer={say.void} />)}
        {envelopes.map(({ number, isOnPaper }) => (
          <Leader key={number} question={say.envelope(number)} state={isOnPaper ? 'ok' : 'none'} answer={isOnPaper ? say.onPaper : number === current?.number ? say.now : say.waiting} />
        ))}
      </Leaders>
      <Remake onRemake={acts.remake} />
    </div>
  )
}

/** How many, and onto which printer: asked before there is a code that a printer could keep. */
function BeforeCodes({ draft, work, onDraft, acts }: StepProps) {
  const say = useWords(words).envelopes
  const missing = printerMissing(draft)
  return (
    <div className={css['stack']}>
      <Choice
        label={say.count}
        autoFocus
        value={counts[draft.envelopes - 2] ?? null}
        onChange={(count) => onDraft({ ...draft, envelopes: Number(count) as SetUpDraft['envelopes'] })} // one of `counts`
        options={counts.map((count) => ({ value: count, label: say.each(Number(count)) }))}
      />
      <Choice
        label={say.printer}
        look="list"
        value={draft.printer}
        onChange={(printer) => onDraft({ ...draft, printer })}
        options={(['usb', 'none', 'network'] as const).map((printer) => ({ value: printer, label: say.printers[printer], note: say.printerNotes[printer] }))}
        says={missing === 'network-printer' ? { kind: 'bad', words: say.networkRefused } : null}
      />
      {draft.printer === 'usb' && (
        <>
          <div><Check isOn={draft.isNothingKept} onChange={(isNothingKept) => onDraft({ ...draft, isNothingKept })}>{say.nothingKept}</Check></div>
          <p>{say.nothingKeptHow}</p>
        </>
      )}
      <div><Button icon={KeyRound} onPress={acts.makeCodes} offBecause={work.busy === 'envelopes' ? say.making : missing === null ? null : say.printerMissing[missing]}>{say.make}</Button></div>
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
