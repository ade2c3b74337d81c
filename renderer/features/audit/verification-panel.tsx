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
  | { readonly kind: 'done'; readonly at: Instant; readonly entries: number; readonly frames: number; readonly findings: readonly Finding[] }
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
      return (
        <>
          <Banner look={alarms.length > 0 ? 'danger' : 'ok'}>
            {alarms.length > 0 ? say.alarms(time, alarms.length) : notes > 0 ? say.notes(time, notes) : say.good(time)}
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
        </>
      )
    }
  }
}
