import type { Compared } from '#domain/audit/compared.ts'
import { proofWords } from '#domain/audit/proof-words.ts'
import type { Instant } from '#domain/time.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { findingWords } from './finding-words.ts'
import { words } from './words.ts'
import css from './audit.module.css'

export type Finding = { readonly level: 'alarm' | 'note'; readonly code: string; readonly journal: string; readonly segment: number; readonly offset: number; readonly seq: number }

export type Verification =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly at: Instant; readonly entries: number; readonly frames: number; readonly findings: readonly Finding[]; readonly compared: readonly Compared[] }
  | { readonly kind: 'failed' }

/** What the last look at the chain said, with its time. Alarms first; an accident that was handled is no alarm. */
export function VerificationPanel({ verification, now, onStop }: { readonly verification: Verification; readonly now: Instant; readonly onStop: (() => void) | null }) {
  const say = useWords(words).verify
  const language = useLanguage()
  switch (verification.kind) {
    case 'not-yet':
      return <p className={css['quiet']}>{say.notYet}</p>
    case 'running':
      return <Progress what={say.running} done={verification.done} of={verification.of} unit={say.unit} onStop={onStop} />
    case 'failed':
      return <Banner look="danger">{say.failed}</Banner>
    case 'done': {
      const time = nearMoment(verification.at, now)
      const alarms = verification.findings.filter(({ level }) => level === 'alarm')
      const notes = verification.findings.length - alarms.length
      const contradicted = verification.compared.filter(({ what, result }) => result === 'contradicts' && what !== 'chain')
      const problems = alarms.length + contradicted.length
      return (
        <>
          <Banner look={problems > 0 ? 'danger' : 'ok'}>
            {problems > 0 ? say.alarms(time, problems) : notes > 0 ? say.notes(time, notes) : say.good(time)}
          </Banner>
          <p className={css['quiet']}>{say.counted(verification.entries, verification.frames)}</p>
          {verification.findings.length > 0 && (
            <ul className={css['findings']} aria-label={say.findings}>
              {verification.findings
                .toSorted((a, b) => Number(a.level === 'note') - Number(b.level === 'note'))
                .map((finding) => (
                  <li key={`${finding.journal} ${finding.code} ${finding.segment} ${finding.offset} ${finding.seq}`}>
                    <StateWord is={finding.level === 'alarm' ? 'bad' : 'none'}>{finding.level === 'alarm' ? say.alarm : say.note}</StateWord>
                    <span>{findingWords(finding.code, language)}</span>
                    <span className={css['quiet']}>{say.place(finding.segment, finding.seq)}</span>
                  </li>
                ))}
            </ul>
          )}
          <ul className={css['findings']} aria-label={say.compared}>
            {inSummary(verification.compared).map(({ what, result, seq }) => (
              <li key={`${what} ${result} ${seq}`}>
                <StateWord is={result === 'contradicts' ? 'bad' : result === 'agrees' ? 'ok' : 'none'}>{say[result]}</StateWord>
                <span>{say.what[what]}</span>
                {seq > 0 && result !== 'absent' && <span className={css['quiet']}>{say.upTo(seq)}</span>}
              </li>
            ))}
          </ul>
          <Proof title={say.proves} lines={proofWords.proves} />
          <Proof title={say.doesNotProve} lines={proofWords.doesNotProve} />
        </>
      )
    }
  }
}

function Proof({ title, lines }: { readonly title: string; readonly lines: readonly { readonly ja: string; readonly en: string }[] }) {
  const language = useLanguage()
  return (
    <div className={css['proof']}>
      <h3>{title}</h3>
      <ul>{lines.map((line) => <li key={line.en}>{line[language]}</li>)}</ul>
    </div>
  )
}

/** One line a comparison: what contradicts in full, what agrees by the furthest place, and of the rest that there is nothing. */
function inSummary(compared: readonly Compared[]): readonly Compared[] {
  return [...Map.groupBy(compared, ({ what }) => what).values()].flatMap((same) => {
    const contradicting = same.filter(({ result }) => result === 'contradicts')
    if (contradicting.length > 0) return contradicting
    const [furthest] = same.filter(({ result }) => result === 'agrees').toSorted((a, b) => b.seq - a.seq)
    return furthest === undefined ? same.slice(0, 1) : [furthest]
  })
}
