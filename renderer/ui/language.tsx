import { createContext, useContext, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** Japanese first; English complete; switched at any moment, so words are looked up at render and never stored. */
export type Language = 'ja' | 'en'

type Phrase = { readonly ja: string; readonly en: string }
// Parameters are read back from the words themselves (Spoken below); `never` lets any function in.
type Sentence = { readonly ja: (...facts: never) => string; readonly en: (...facts: never) => string }
/** What a `words.ts` holds: phrases, sentences with facts in them, and groups of both keyed by code. */
export type Words = { readonly [key: string]: Phrase | Sentence | Words }

/** The same tree in one language: every phrase a string, every sentence a function of its facts. */
export type Spoken<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends Phrase
    ? string
    : Tree[Key] extends { readonly ja: (...facts: infer Facts) => string; readonly en: (...facts: never) => string }
      ? (...facts: Facts) => string
      : Spoken<Tree[Key]>
}

const LanguageContext = createContext<Language>('ja')

export function LanguageProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-US'}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The words of a screen in the language now chosen. Pass a constant: the answer is remembered per words and language. */
export function useWords<const Tree extends Words>(words: Tree): Spoken<Tree> {
  return inLanguage(words, useLanguage())
}

const remembered: Readonly<Record<Language, WeakMap<object, unknown>>> = { ja: new WeakMap(), en: new WeakMap() }

export function inLanguage<const Tree extends Words>(words: Tree, language: Language): Spoken<Tree> {
  const known = remembered[language].get(words)
  if (known !== undefined) return known as Spoken<Tree> // stored below, under the same words and language
  const spoken = Object.fromEntries(
    Object.entries(words).map(([key, entry]) => [key, isLeaf(entry) ? entry[language] : inLanguage(entry, language)]),
  )
  remembered[language].set(words, spoken)
  return spoken as Spoken<Tree> // built key by key from Tree
}

function isLeaf(entry: Phrase | Sentence | Words): entry is Phrase | Sentence {
  return typeof entry['ja'] === 'string' || typeof entry['ja'] === 'function'
}
