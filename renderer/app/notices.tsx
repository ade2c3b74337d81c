import type { ReactNode } from 'react'
import type { StationStatus } from '#domain/bridge.ts'
import { powerNotice } from '#domain/incident/power-notice.ts'
import { Banners } from '../features/shell/banners.tsx'
import { dropNotice, goTo, useSession, type Place } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, type Language } from '../ui/language.tsx'
import { isTold, noticeWords } from './notice-words.ts'

const closeWord = { ja: '読みました', en: 'I have read this' } as const
/** Notices that lead to where their cause is mended, and stay until it is. */
const ways: Readonly<Record<string, { readonly to: Place; readonly ja: string; readonly en: string }>> = {
  'clock-in-doubt': { to: { at: 'clock' }, ja: '時計を確かめる', en: 'Compare the clock' },
  'battery-low': { to: { at: 'print' }, ja: '病棟一式を印刷する', en: 'Print the ward pack' },
  'battery-last': { to: { at: 'print' }, ja: '病棟一式を印刷する', en: 'Print the ward pack' },
  'keys-postponed': { to: { at: 'keys' }, ja: 'PINを決める', en: 'Choose a PIN' },
}

/** What must be known now, from the machine and from this window; at most two, worst first. */
export function Notices({ status }: { readonly status: StationStatus }) {
  const language = useLanguage()
  const mine = useSession(({ notices }) => notices)
  const isAtWork = useSession(({ person }) => person !== null)
  const power = isAtWork ? powerNotice(status.power) : null
  const standing = [...status.alarms, ...(status.card?.lettersInDoubt === true ? ['letters-in-doubt'] : []), ...(status.card?.clockInDoubt === true ? ['clock-in-doubt'] : []), ...(power === null ? [] : [power])]
  const codes = [...new Set([...standing, ...mine])].filter(isTold)
  const notices = codes.flatMap((code) => {
    const found = noticeWords[code]
    if (found === undefined) return []
    // What the machine itself stands by goes away with its cause; what this window heard goes when it was read.
    const action = actOf(code, isAtWork, mine, language)
    return [{ id: code, look: found.look, words: found[language], action }]
  })
  return <Banners notices={notices} />
}

function actOf(code: string, isAtWork: boolean, mine: readonly string[], language: Language): ReactNode {
  const way = ways[code]
  if (way !== undefined) return isAtWork ? <Button size="small" onPress={() => goTo(way.to)}>{way[language]}</Button> : null
  return mine.includes(code) && code !== 'cannot-save' ? <Button size="small" onPress={() => dropNotice(code)}>{closeWord[language]}</Button> : null
}
