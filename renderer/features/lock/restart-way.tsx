import { Banner } from '#renderer/ui/banner.tsx'
import { CodeField } from '#renderer/ui/code-field.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import type { LockAnswer } from './missing.ts'
import { words } from './words.ts'
import css from './lock.module.css'

/** After a power cut the envelope is long back in the safe: the shift leader's short code opens the station again. */
export function RestartWay({ hasCodes, staffNumber, onStaffNumber, code, onCode, answer, waitSeconds }: {
  readonly hasCodes: boolean
  readonly staffNumber: string
  readonly onStaffNumber: (staffNumber: string) => void
  readonly code: readonly string[]
  readonly onCode: (code: readonly string[]) => void
  readonly answer: LockAnswer
  readonly waitSeconds: number
}) {
  const say = useWords(words)
  return (
    <section className={css['restart']} aria-label={say.restartQuestion}>
      <h2 className={css['question']}>{say.restartQuestion}</h2>
      <p className={css['lead']}>{say.restartLead}</p>
      {!hasCodes && <Banner look="warn" isAnnounced={false}>{say.noCodes}</Banner>}
      <div className={css['number']}><Field label={say.staffNumber} autoFocus value={staffNumber} onChange={onStaffNumber} /></div>
      <CodeField form="restart" label={say.restartCode} groups={code} onChange={onCode} isOff={answer.kind === 'trying'} />
      {answer.kind === 'wrong-code' && <Banner look="warn">{say.wrongCode(waitSeconds)}</Banner>}
      {answer.kind === 'file-damaged' && <Banner look="danger">{say.fileDamaged}</Banner>}
      {answer.kind === 'failed' && <Banner look="danger">{say.failed}</Banner>}
    </section>
  )
}
