import { err, ok, type Result } from '#domain/result.ts'

export type Arguments = { readonly paths: readonly string[]; readonly options: ReadonlyMap<string, string> }

/** So many paths (null: one or more), and options with a value each (`flags`: without one), every one at most once. Err for anything else: a mistyped option must not be passed over. */
export function readArguments(words: readonly string[], known: readonly string[], many: number | null = 1, flags: readonly string[] = []): Result<Arguments, null> {
  const options = new Map<string, string>()
  const paths: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (!word.startsWith('--')) {
      paths.push(word)
      continue
    }
    if (flags.includes(word) && !options.has(word)) {
      options.set(word, '')
      continue
    }
    const value = words[index + 1]
    if (!known.includes(word) || options.has(word) || value === undefined) return err(null)
    options.set(word, value)
    index += 1
  }
  return (many === null ? paths.length > 0 : paths.length === many) ? ok({ paths, options }) : err(null)
}
