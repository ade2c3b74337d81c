import { FileOutput, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { words } from './words.ts'
import css from './stand-down.module.css'

/** After retirement: clerks get restart codes of their own, the records leave once more, and the emergency is closed. */
export function Reconciling({ code, onMakeCode, onCodeOnPaper, onExport, onClose, onLeave }: {
  /** Shown once: until somebody says it is on paper. */
  readonly code: { readonly code: string; readonly holder: string } | null
  readonly onMakeCode: (staffNumber: string) => void
  readonly onCodeOnPaper: () => void
  readonly onExport: () => void
  readonly onClose: () => void
  readonly onLeave: () => void
}) {
  const all = useWords(words)
  const say = all.reconciling
  const [clerk, setClerk] = useState('')
  const [isAsking, setAsking] = useState(false)
  return (
    <Screen
      label={say.question}
      pace="spacious"
      keys={{ onBack: onLeave }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onLeave}>{all.leave}</Button>
          <FootEnd><Button look="danger" onPress={() => setAsking(true)}>{say.close}</Button></FootEnd>
        </>
      }
    >
      <div className={css['stack']}>
        <Section title={say.question}>
          <div className={css['stack']}>
            <p>{say.lead}</p>
            <div className={css['acts']}><Button autoFocus icon={FileOutput} onPress={onExport}>{say.export}</Button></div>
            {code === null ? (
              <div className={css['fields']}>
                <Field label={say.clerk} most={16} value={clerk} onChange={setClerk} />
                <div className={css['acts']}><Button icon={KeyRound} onPress={() => onMakeCode(clerk)} offBecause={clerk.trim() === '' ? say.enterClerk : null}>{say.makeCode}</Button></div>
              </div>
            ) : (
              <div className={css['acts']}>
                <p>{say.code(code.holder)}<br /><span className={css['code']}>{code.code}</span></p>
                <Button autoFocus onPress={() => { setClerk(''); onCodeOnPaper() }}>{say.onPaper}</Button>
              </div>
            )}
          </div>
        </Section>
      </div>
      {isAsking && (
        <Dialog
          title={say.closeTitle}
          onCancel={() => setAsking(false)}
          onAct={onClose}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.keepOpen}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={onClose}>{say.close}</Button>}
        >
          <p>{say.closeMeans}</p>
        </Dialog>
      )}
    </Screen>
  )
}
