import { describe, expect, it } from 'vitest'
import { inLanguage, type Words } from '#renderer/ui/language.tsx'

type Module = Readonly<Record<string, unknown>>
const modules = import.meta.glob<Module>(['../../renderer/**/words.ts', '../../renderer/**/*-words.ts', '../../renderer/**/*.words.ts', '../../renderer/features/help/topics.ts'], { eager: true })
const trees = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, tree]) => (isTree(tree) ? [{ at: `${file} ${name}`, tree }] : [])),
)

describe('words of the screens', () => {
  it('[SCR-5] every phrase exists in Japanese and in English, and every sentence takes the same facts in both', () => {
    expect(trees.length).toBeGreaterThan(8)
    const faults = trees.flatMap(({ at, tree }) => faultsOf(at, tree))
    expect(faults).toEqual([])
  })

  it('[SCR-5] a phrase, a sentence and a group of them are spoken in the language asked for', () => {
    const words = { hello: { ja: 'おはよう', en: 'Morning' }, left: { ja: (n: number) => `あと${n}`, en: (n: number) => `${n} left` }, kind: { note: { ja: '記録', en: 'Note' } } } as const
    expect(inLanguage(words, 'ja').hello).toBe('おはよう')
    expect(inLanguage(words, 'en').left(3)).toBe('3 left')
    expect(inLanguage(words, 'en').kind.note).toBe('Note')
    expect(inLanguage(words, 'en')).toBe(inLanguage(words, 'en'))
  })
})

function isTree(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faultsOf(at: string, tree: object): readonly string[] {
  return Object.entries(tree).flatMap(([key, entry]: [string, unknown]) => {
    const here = `${at}.${key}`
    if (!isTree(entry)) return []
    const { ja, en } = entry as { readonly ja?: unknown; readonly en?: unknown } // read, then judged
    if (ja === undefined && en === undefined) return faultsOf(here, entry)
    if (typeof ja === 'string' && typeof en === 'string') return (ja === '') === (en === '') ? [] : [`${here}: empty in one language`]
    if (typeof ja === 'function' && typeof en === 'function') return ja.length === en.length ? [] : [`${here}: other facts in the other language`]
    return [`${here}: not in both languages`]
  })
}
