import { Check as CheckMark, Printer } from 'lucide-react'
import { tokyoParts } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Check } from '#renderer/ui/choice.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { ContinuityState } from './draft.ts'
import { words } from './words.ts'
import css from './continuity.module.css'

/** Proved by reading it back. The code stands here once, and on the sheet that goes apart from the medium. */
export function ContinuityWritten({ done, isCopied, onCopied, onPrint, onAnother }: {
  readonly done: Extract<ContinuityState, { readonly kind: 'done' }>
  readonly isCopied: boolean
  readonly onCopied: (isCopied: boolean) => void
  readonly onPrint: () => void
  /** Null while the code is on no paper. */
  readonly onAnother: (() => void) | null
}) {
  const say = useWords(words)
  const { fileName, path, sha256, patients, records, at, code, way } = done
  return (
    <section className={css['done']} role="status">
      <div className={css['title']}>
        <h2>{say.done.title}</h2>
        <span className={css['proved']}><Icon of={CheckMark} />{say.done.readBack(tokyoParts(at).hhmm)}</span>
      </div>
      {code !== null && (
        <>
          <figure className={css['figure']}>
            <figcaption>{say.done.code}</figcaption>
            <p className={css['groups']} data-code={code}>{code}</p>
          </figure>
          <div className={css['acts']}>
            <Button look="primary" icon={Printer} autoFocus onPress={onPrint}>{say.done.print}</Button>
            <Check isOn={isCopied} onChange={onCopied}>{say.done.copied}</Check>
          </div>
        </>
      )}
      <dl className={css['facts']}>
        <dt>{say.done.file}</dt>
        <dd><Written>{fileName}</Written></dd>
        <dt>{say.done.folder}</dt>
        <dd><Written>{path.endsWith(fileName) ? path.slice(0, -fileName.length - 1) : path}</Written></dd>
        <dt>{say.done.holds}</dt>
        <dd>{say.done.records(patients, records)}</dd>
        <dt>{say.done.sha}</dt>
        <dd className={css['paper']}>{sha256.slice(0, 8)} … {sha256.slice(-8)}</dd>
      </dl>
      <p className={css['next']}>{say.done.next[way]}</p>
      <div className={css['acts']}><Button autoFocus={code === null} offBecause={onAnother === null ? say.missing.copy : null} onPress={() => onAnother?.()}>{say.act.another}</Button></div>
    </section>
  )
}
