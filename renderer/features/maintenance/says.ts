import { passphraseFault, passphraseText } from '#domain/access/passphrase.ts'
import type { FieldSays } from '#renderer/ui/field.tsx'
import type { Spoken } from '#renderer/ui/language.tsx'
import type { words } from './words.ts'

type Say = Spoken<typeof words>

/** Under the first box while a passphrase is chosen; asks while it is merely unfinished. */
export function saysOfPassphrase(typed: string, say: Say): FieldSays | null {
  if (typed === '') return null
  const fault = passphraseFault(passphraseText(typed))
  if (fault === null) return null
  return { kind: fault.code === 'passphrase-too-short' ? 'ask' : 'bad', words: say.fault[fault.code] }
}

/** Under the second box. */
export function saysOfAgain(first: string, again: string, say: Say): FieldSays | null {
  if (again === '') return null
  if (passphraseText(first) === passphraseText(again)) return passphraseFault(passphraseText(first)) === null ? { kind: 'good', words: say.same } : null
  return passphraseText(again).length < passphraseText(first).length ? null : { kind: 'bad', words: say.differ }
}
