import { ChartNoAxesColumn, FileOutput, KeyRound, Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { StatisticsLine } from '#domain/merge/statistics.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

/** The end: papers that are signed, codes for clerks, the last export, and the closing that asks the board. */
export function ClosePanel({ code, onMakeCode, onCodeOnPaper, open, onSignOff, onNumbers, onExport, onClose, archive, figures, onStatistics }: {
  /** Shown once: until somebody says it is on paper. */
  readonly code: { readonly code: string; readonly holder: string } | null
  readonly onMakeCode: (staffNumber: string) => void
  readonly onCodeOnPaper: () => void
  /** How many checks are open without a name. */
  readonly open: number
  readonly onSignOff: () => void
  readonly onNumbers: () => void
  readonly onExport: () => void
  readonly onClose: () => void
  /** The two media. */
  readonly archive: ReactNode
  /** The summary of the statistics. */
  readonly figures: readonly StatisticsLine[]
  readonly onStatistics: () => void
}) {
  const say = useWords(words).close
  const language = useLanguage()
  const [clerk, setClerk] = useState('')
  const [isAsking, setAsking] = useState(false)
  return (
    <div className={css['two']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long page scrolls by what can take the focus */}
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.papers}><div className={css['stack']}>
        <Section title={say.papers}>
          <div className={css['way']}><Button icon={Printer} onPress={onSignOff}>{say.signOff}</Button><span>{say.signOffWhat}</span></div>
          <div className={css['way']}><Button icon={Printer} onPress={onNumbers}>{say.numbers}</Button><span>{say.numbersWhat}</span></div>
          <div className={css['way']}><Button icon={ChartNoAxesColumn} onPress={onStatistics}>{say.statistics}</Button><span>{say.statisticsWhat}</span></div>
          <div className={css['way']}><Button icon={FileOutput} onPress={onExport}>{say.export}</Button><span>{say.exportWhat}</span></div>
        </Section>
        <Section title={say.figures}>
          <dl className={css['figuresList']}>{figures.map(({ ja, en, value }) => <div key={en}><dt>{language === 'ja' ? ja : en}</dt><dd>{value}</dd></div>)}</dl>
        </Section>
        <Section title={say.clerks} note={say.lead}>
          {code === null ? (
            <div className={css['pair']}>
              <Field label={say.clerk} most={16} value={clerk} onChange={setClerk} />
              <div className={css['acts']} style={{ alignSelf: 'end' }}><Button icon={KeyRound} onPress={() => onMakeCode(clerk)} offBecause={clerk.trim() === '' ? say.enterClerk : null}>{say.makeCode}</Button></div>
            </div>
          ) : (
            <div className={css['acts']}>
              <p>{say.code(code.holder)}<br /><span className={css['code']}>{code.code}</span></p>
              <Button autoFocus onPress={() => { setClerk(''); onCodeOnPaper() }}>{say.onPaper}</Button>
            </div>
          )}
        </Section>
      </div></div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long page scrolls by what can take the focus */}
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.end}><div className={css['stack']}>
        {archive}
        <Section title={say.end}>
          <div className={css['way']}>
            <Button look="danger" onPress={() => setAsking(true)} offBecause={open > 0 ? say.stillOpen(open) : null}>{say.end}</Button>
            {open === 0 && <StateWord is="ok">{say.ready}</StateWord>}
          </div>
        </Section>
      </div></div>
      {isAsking && (
        <Dialog
          title={say.closeTitle}
          onCancel={() => setAsking(false)}
          onAct={onClose}
          cancel={<Button autoFocus keys={['Esc']} onPress={() => setAsking(false)}>{say.keepOpen}</Button>}
          act={<Button look="final" keys={['Ctrl', 'Enter']} onPress={onClose}>{say.end}</Button>}
        >
          <p>{say.closeMeans}</p>
        </Dialog>
      )}
    </div>
  )
}
