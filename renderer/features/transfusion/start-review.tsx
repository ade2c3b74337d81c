import type { Draft } from '#domain/log/entry.ts'
import type { TransfusionAsk } from '#domain/transfusion/start-entry.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { CareSaid } from '#renderer/ui/care-said.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import css from './transfusion.module.css'

/** What will be recorded of a bag; whatever is unusual about it stands above, solid where the types do not go together. */
export function StartReview({ draft, asks }: { readonly draft: Draft<'transfusion-started'>; readonly asks: readonly TransfusionAsk[] }) {
  const say = useWords(words).start
  const others = asks.filter((ask) => ask !== 'mismatch')
  return (
    <div className={css['column']}>
      {asks.includes('mismatch') && <Banner look="danger" isAnnounced={false}>{say.asks.mismatch}</Banner>}
      {others.length > 0 && <Banner look="warn" isAnnounced={false}>{others.map((ask) => <div key={ask}>{say.asks[ask]}</div>)}</Banner>}
      <CareSaid of={draft} />
    </div>
  )
}
