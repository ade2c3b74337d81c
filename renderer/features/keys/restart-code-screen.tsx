import { readStaffNumber } from '#domain/ids.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Procedure } from '#renderer/ui/procedure.tsx'
import { words } from './words.ts'
import css from './restart-code.module.css'

export type RestartCodeState = 'shown' | 'keeping' | 'not-kept'

/**
 * The last stop of an opening: a code for the shift leader's pocket, seen once. It is registered only after somebody
 * said it is on paper, so that no code works that nobody holds; and it can be left out, at a price that is said.
 */
export function RestartCodeScreen({ code, holder, onHolder, isCopied, onCopied, state, onKeep, onSkip }: {
  readonly code: string
  readonly holder: string
  readonly onHolder: (holder: string) => void
  readonly isCopied: boolean
  readonly onCopied: (isCopied: boolean) => void
  readonly state: RestartCodeState
  readonly onKeep: () => void
  readonly onSkip: () => void
}) {
  const say = useWords(words)
  useWindowKeys(state === 'keeping' ? {} : { F2: onSkip })
  const isNumber = readStaffNumber(holder) !== null
  const isHolderStrange = holder.trim() !== '' && !isNumber
  const offBecause = state === 'keeping' ? say.restart.keeping : !isCopied ? say.restart.copyFirst : !isNumber ? say.restart.holderFirst : null
  return (
    <Procedure
      label={say.label}
      routeLabel={say.route}
      stops={[say.stops.pin, say.stops.restart]}
      here={1}
      question={say.restart.question}
      lead={say.restart.lead}
      keys={offBecause === null ? { onSave: onKeep } : {}}
      back={<Button keys={['F2']} onPress={onSkip} offBecause={state === 'keeping' ? say.restart.keeping : null}>{say.restart.skip}</Button>}
      note={say.restart.skipMeans}
      act={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={onKeep} offBecause={offBecause}>{say.restart.act}</Button>}
    >
      <div className={css['stack']}>
        <figure className={css['figure']}>
          <figcaption>{say.restart.code}</figcaption>
          <p className={css['groups']}>{code.split('-').map((group, index) => <span key={index}>{group}</span>)}</p>
        </figure>
        <Check isOn={isCopied} onChange={onCopied} autoFocus>{say.restart.copied}</Check>
        <div className={css['holder']}>
          <Field
            label={say.restart.holder} hint={say.restart.holderHint} help={say.restart.holderHelp} value={holder} onChange={onHolder}
            says={isHolderStrange ? { kind: 'bad', words: say.staffNumberBad } : null}
          />
        </div>
        {state === 'not-kept' && <Banner look="danger">{say.restart.notKept}</Banner>}
      </div>
    </Procedure>
  )
}
