import type { StationStatus } from '#domain/bridge.ts'
import { Banners } from '../features/shell/banners.tsx'
import { dropNotice, useSession } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { isTold, noticeWords } from './notice-words.ts'

const closeWord = { ja: '読みました', en: 'I have read this' } as const

/** What must be known now, from the machine and from this window; at most two, worst first. */
export function Notices({ status }: { readonly status: StationStatus }) {
  const language = useLanguage()
  const mine = useSession(({ notices }) => notices)
  const standing = [...status.alarms, ...(status.card?.lettersInDoubt === true ? ['letters-in-doubt'] : [])]
  const codes = [...new Set([...standing, ...mine])].filter(isTold)
  const notices = codes.flatMap((code) => {
    const found = noticeWords[code]
    if (found === undefined) return []
    // What the machine itself stands by goes away with its cause; what this window heard goes when it was read.
    const action = mine.includes(code) && code !== 'cannot-save' ? <Button size="small" onPress={() => dropNotice(code)}>{closeWord[language]}</Button> : null
    return [{ id: code, look: found.look, words: found[language], action }]
  })
  return <Banners notices={notices} />
}
