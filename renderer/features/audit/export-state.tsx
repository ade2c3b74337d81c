import { Banner } from '#renderer/ui/banner.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './audit.module.css'

/** How far an export of the audit alone has come; 'done' only after it was read back from where it lies and opened there. */
export type Exported =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly path: string; readonly sha256: string; readonly events: number; readonly acts: number | null }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'failed' }

export function ExportState({ exported }: { readonly exported: Exported }) {
  const say = useWords(words).exported
  switch (exported.kind) {
    case 'not-yet':
      return null
    case 'running':
      return <p className={css['quiet']} role="status">{say.running}</p>
    case 'no-folder':
      return <Banner look="info">{say.noFolder}</Banner>
    case 'failed':
      return <Banner look="danger">{say.failed}</Banner>
    case 'done':
      return (
        <div role="status" className={css['proof']}>
          <Banner look="ok">{say.done(exported.events, exported.acts)}</Banner>
          <p><Written>{exported.path}</Written></p>
          <p>SHA-256 {exported.sha256.slice(0, 8)} … {exported.sha256.slice(-8)}</p>
          <p>{exported.acts === null ? say.publicOnly : say.withActs}</p>
        </div>
      )
  }
}
