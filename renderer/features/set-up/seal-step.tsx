import { Check } from '#renderer/ui/choice.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Leader, Leaders } from '#renderer/ui/leader.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { readBeds } from '#domain/beds.ts'
import { readLetters } from './draft.ts'
import type { StepProps } from './set-up.tsx'
import { words } from './words.ts'
import css from './steps.module.css'

/** Everything on one page before the station is left alone. */
export function SealStep({ draft, work, onDraft }: StepProps) {
  const say = useWords(words)
  const beds = readBeds(draft.beds)
  const envelopes = work.envelopes ?? []
  const proved = envelopes.filter(({ proof }) => proof.kind === 'proved').length
  return (
    <div className={css['stack']}>
      <Leaders isRuled>
        <Leader question={say.seal.hospital} answer={<Written>{draft.hospital}　{draft.ward}</Written>} />
        <Leader question={say.seal.letters} answer={readLetters(draft.letters) ?? ''} />
        <Leader question={say.seal.beds} answer={say.seal.bedCount(beds.ok ? beds.value.length : 0)} />
        <Leader question={say.seal.envelopes} state={proved === envelopes.length ? 'ok' : 'warn'} answer={say.seal.proved(proved, envelopes.length)} />
        <Leader question={say.seal.officer} state={work.officerProof.kind === 'proved' ? 'ok' : 'warn'} answer={work.officerProof.kind === 'proved' ? say.seal.officerProved : say.prove.state['not-yet']} />
        <Leader question={say.fingerprint.label} answer={work.fingerprint ?? ''} />
      </Leaders>
      <div><Check autoFocus isOn={draft.areEnvelopesClosed} onChange={(areEnvelopesClosed) => onDraft({ ...draft, areEnvelopesClosed })}>{say.seal.closed}</Check></div>
    </div>
  )
}
