import { useState } from 'react'
import { kinds } from '#domain/log/kinds.ts'
import type { Board, CheckState, countsByKind, OpenThing } from '#domain/reconcile/board.ts'
import { checkWords, type Check } from '#domain/reconcile/checks.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { words } from './words.ts'
import css from './reconcile.module.css'

/** As many are shown of one check; the rest is counted, and found by the worklist. */
const mostThings = 40

/** What must be nought, or signed for by name, before the end; each leads to what it counts. */
export function CheckPanel({ board, counts, isCompared, nameOf, onLead, onSign }: {
  readonly board: Board
  readonly counts: ReturnType<typeof countsByKind>
  /** The ward was compared with itself: doubles are known. */
  readonly isCompared: boolean
  readonly nameOf: (thing: OpenThing) => string
  readonly onLead: (check: Check, thing: OpenThing) => void
  /** A sentence when it was refused. */
  readonly onSign: (check: Check, count: number, reason: string) => 'reason-empty' | 'text' | null
}) {
  const all = useWords(words)
  const say = all.board
  const language = useLanguage()
  const [shown, setShown] = useState<Check | null>(null)
  const [signing, setSigning] = useState<CheckState | null>(null)
  return (
    <div className={classNames(css['two'], css['board'])}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long page scrolls by what can take the focus */}
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.title}>
        <Section title={say.title}>
          <table className={table['table']} style={{ width: '100%' }}>
            <thead><tr><th scope="col">{say.check}</th><th scope="col" className={css['figures']}>{say.open}</th><th scope="col">{say.state}</th></tr></thead>
            <tbody>
              {board.checks.map((state) => (
                <CheckRows key={state.check} state={state} isKnown={state.check !== 'doubles' || isCompared} isShown={shown === state.check} onShow={() => setShown(shown === state.check ? null : state.check)} onSign={() => setSigning(state)} nameOf={nameOf} onLead={onLead} />
              ))}
            </tbody>
          </table>
        </Section>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long page scrolls by what can take the focus */}
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={say.counts}>
        <Section title={say.counts}>
          <table className={table['table']} style={{ width: '100%' }}>
            <thead><tr><th scope="col">{say.kind}</th>{[say.all, say.checked, say.typed, say.notNeeded, say.open].map((head) => <th key={head} scope="col" className={css['figures']}>{head}</th>)}</tr></thead>
            <tbody>
              {counts.map((one) => (
                <tr key={one.kind}>
                  <th scope="row">{kinds[one.kind].label[language]}</th>
                  {([one.all, one.checked, one.typed, one.notNeeded, one.open] as const).map((many, at) => <td key={at} className={css['figures']}>{at === 4 && many > 0 ? <b>{many}</b> : many}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      </div>
      {signing !== null && (
        <ReasonDialog
          title={say.signTitle(checkWords[signing.check][language], signing.open.length)} means={say.signMeans} label={say.reason} cancel={say.keep} act={say.sign} look="final"
          onAct={(reason) => {
            const fault = onSign(signing.check, signing.open.length, reason)
            if (fault === null) setSigning(null)
            return fault === null ? null : all.copy.fault[fault]
          }}
          onCancel={() => setSigning(null)}
        />
      )}
    </div>
  )
}

function CheckRows({ state: { check, open, signed }, isKnown, isShown, onShow, onSign, nameOf, onLead }: {
  readonly state: CheckState
  readonly isKnown: boolean
  readonly isShown: boolean
  readonly onShow: () => void
  readonly onSign: () => void
  readonly nameOf: (thing: OpenThing) => string
  readonly onLead: (check: Check, thing: OpenThing) => void
}) {
  const say = useWords(words).board
  const language = useLanguage()
  const title = checkWords[check][language]
  return (
    <>
      <tr>
        <th scope="row">{title}</th>
        <td className={css['figures']}><b>{isKnown ? open.length : '—'}</b></td>
        <td>
          <div className={css['acts']}>
            {!isKnown ? <StateWord is="warn">{say.notCompared}</StateWord> : open.length === 0 ? <StateWord is="ok">{say.clear}</StateWord> : signed === null ? <StateWord is="warn">{say.wants}</StateWord> : <StateWord is="ok"><Written>{say.signedBy(signed.by.name, signed.body.reason)}</Written></StateWord>}
            {open.length > 0 && <Button size="small" label={`${isShown ? say.hide : say.show}　${title}`} onPress={onShow}>{isShown ? say.hide : say.show}</Button>}
            {open.length > 0 && signed === null && <Button size="small" label={`${say.sign}　${title}`} onPress={onSign}>{say.sign}</Button>}
          </div>
        </td>
      </tr>
      {isShown && open.length > 0 && (
        <tr>
          <td colSpan={3}>
            <div className={css['things']}>
              {open.slice(0, mostThings).map((thing, at) => <Button key={`${thing.entry ?? thing.patient ?? ''} ${at}`} size="small" onPress={() => onLead(check, thing)}>{nameOf(thing)}</Button>)}
              {open.length > mostThings && <span className={css['quiet']}>{say.more(open.length - mostThings)}</span>}
            </div>
          </td>
        </tr>
      )}
    </>
  )
}
