import { FileDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { CodeField } from '#renderer/ui/code-field.tsx'
import { codeText, emptyCode, groupsLeft } from '#renderer/ui/code-groups.ts'
import { Field, Said } from '#renderer/ui/field.tsx'
import { useSubmitKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { Proof, SetUpWork } from './draft.ts'
import type { StepProps } from './set-up.tsx'
import { VoidSheet } from './void-sheet.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** Types every code back from its paper and tries the officer's key: what does not open here would not open that night. */
export function ProveStep({ work, acts }: StepProps) {
  const envelope = work.envelopes?.find(({ proof }) => proof.kind !== 'proved')
  if (envelope !== undefined) {
    return <ProveEnvelope key={envelope.number} number={envelope.number} proof={envelope.proof} onProve={(code) => acts.proveCode(envelope.number, code)} voidIt={<VoidSheet number={envelope.number} spares={work.spares} left={(work.envelopes ?? []).length - 1} onVoid={() => acts.voidSheet(envelope.number, 'unreadable')} />} />
  }
  return work.officerProof.kind === 'proved' ? null : <ProveOfficer work={work} acts={acts} />
}

export function ProveAside({ work }: { readonly work: SetUpWork }) {
  const say = useWords(words)
  return (
    <Leaders isRuled>
      {(work.envelopes ?? []).map(({ number, proof }) => (
        <Leader key={number} question={say.envelopes.envelope(number)} state={stateOf(proof)} answer={say.prove.state[proof.kind]} />
      ))}
      <Leader question={say.prove.officer} state={stateOf(work.officerProof)} answer={say.prove.state[work.officerProof.kind]} />
    </Leaders>
  )
}

function stateOf(proof: Proof): 'ok' | 'warn' | 'none' {
  return proof.kind === 'proved' ? 'ok' : proof.kind === 'refused' ? 'warn' : 'none'
}

function ProveEnvelope({ number, proof, onProve, voidIt }: { readonly number: number; readonly proof: Proof; readonly onProve: (code: string) => void; readonly voidIt: ReactNode }) {
  const say = useWords(words)
  const [groups, setGroups] = useState(emptyCode('sealed'))
  const left = groupsLeft('sealed', groups)
  const tryIt = (): void => {
    if (left === 0 && proof.kind !== 'trying') onProve(codeText(groups))
  }
  const keys = useSubmitKeys({ onSave: tryIt })
  return (
    <div className={css['stack']} {...keys}>
      <CodeField form="sealed" label={say.envelopes.code(number)} groups={groups} onChange={setGroups} autoFocus isOff={proof.kind === 'trying'} />
      <Try proof={proof} missing={left === 0 ? null : say.prove.groupsLeft(left)} onTry={tryIt} />
      {proof.kind === 'refused' && <><p>{say.prove.again(number)}</p><div>{voidIt}</div></>}
    </div>
  )
}

function ProveOfficer({ work, acts }: Pick<StepProps, 'work' | 'acts'>) {
  const say = useWords(words).prove
  const [way, setWay] = useState<'at-hand' | 'elsewhere' | null>(null)
  const [identity, setIdentity] = useState('')
  const [answer, setAnswer] = useState(emptyCode('restart'))
  const proof = work.officerProof
  const left = groupsLeft('restart', answer)
  const tryIt = (): void => {
    if (proof.kind === 'trying') return
    if (way === 'at-hand' && identity.trim() !== '') acts.proveOfficerByKey(identity.trim())
    if (way === 'elsewhere' && left === 0) acts.proveOfficerByAnswer(codeText(answer))
  }
  const keys = useSubmitKeys({ onSave: tryIt })
  return (
    <div className={css['stack']} {...keys}>
      <Choice
        label={say.how}
        isLabelHidden
        look="list"
        autoFocus
        value={way}
        onChange={setWay}
        options={[{ value: 'at-hand', label: say.atHand, note: say.atHandNote }, { value: 'elsewhere', label: say.elsewhere, note: say.elsewhereNote }]}
      />
      {way === 'at-hand' && <Field label={say.identity} hint={say.identityHint} kind="code" most={200} value={identity} onChange={setIdentity} />}
      {way === 'elsewhere' && (
        <>
          <div><Button icon={FileDown} onPress={acts.saveOfficerTest}>{say.saveTest}</Button></div>
          {work.officerTest !== null && (
            <>
              <p><Written>{say.savedTest(work.officerTest)}</Written><br />{say.testHow}</p>
              <CodeField form="restart" label={say.answer} groups={answer} onChange={setAnswer} />
            </>
          )}
        </>
      )}
      {way !== null && <Try proof={proof} missing={way === 'elsewhere' && left > 0 ? say.groupsLeft(left) : null} onTry={tryIt} />}
    </div>
  )
}

function Try({ proof, missing, onTry }: { readonly proof: Proof; readonly missing: string | null; readonly onTry: () => void }) {
  const say = useWords(words).prove
  return (
    <div className={css['acts']} aria-live="polite">
      <Button onPress={onTry} keys={['Enter']} offBecause={proof.kind === 'trying' ? say.trying : missing}>{say.try}</Button>
      {proof.kind === 'refused' && <Said says={{ kind: 'bad', words: say.refused[proof.why] }} />}
    </div>
  )
}
