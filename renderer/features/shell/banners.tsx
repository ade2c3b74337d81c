import { Banner } from '#renderer/ui/banner.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { words } from './words.ts'
import { worstTwo, type Notice } from './worst-two.ts'
import css from './banners.module.css'

/** Above the content of every screen: at most two sentences, and how many more there are. */
export function Banners({ notices }: { readonly notices: readonly Notice[] }) {
  const say = useWords(words).banners
  const shown = worstTwo(notices)
  const hidden = notices.length - shown.length
  if (shown.length === 0) return null
  return (
    <div className={css['banners']}>
      {shown.map((notice, index) => (
        <Banner key={notice.id} look={notice.look} action={notice.action ?? null}>
          {notice.words}
          {hidden > 0 && index === shown.length - 1 && <span className={css['more']}>{say.more(hidden)}</span>}
        </Banner>
      ))}
    </div>
  )
}
