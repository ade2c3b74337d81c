import { Index as FlexSearch } from 'flexsearch'
import MiniSearch from 'minisearch'
import { kanaKey, kanjiKey } from '#domain/patient/name-keys.ts'
import { idKeys } from '#domain/search/id-keys.ts'
import { find } from '#domain/search/find.ts'
import { queryOf } from '#domain/search/query.ts'
import { rankOf } from '#domain/search/rank.ts'
import { matchLevels } from '#domain/search/search-text.ts'
import { buffersOf, buildSearch, type SearchIndex } from '#domain/search/search-index.ts'
import { inventedPatients, keystrokes, romajiOf, sourceOf, type InventedPatient, type TypedKind } from '#tests/patients.ts'
import { say } from './ward-acts.ts'

const count = 100_000
const most = 50
/** MiniSearch takes a quarter of a second for a common sign: it and the exhaustive check answer an even sample. */
const sampled = 10

type Typed = { readonly typed: string; readonly kind: TypedKind }
type Engine = (asked: Typed) => readonly number[]

/** Builds and questions by turns; every figure goes out as it is taken. */
export async function searchEngines(builds: number): Promise<void> {
  const patients = inventedPatients(count)
  const source = sourceOf(patients)
  for (let round = 0; round < builds; round += 1) {
    const acts = { own: () => buildSearch(source), packed: () => packedOf(patients, folded), raw: () => packedOf(patients, asTyped) }
    const names = (['own', 'packed', 'raw'] as const).toSorted((a, b) => (round % 2 === 0 ? a < b : a > b) ? -1 : 1)
    const took = Object.fromEntries(names.map((name) => [name, timed(acts[name])]))
    if (round > 0) say('build', took)
    await breathe()
  }
  const index = buildSearch(source)
  const bytes = buffersOf(index).reduce((sum, buffer) => sum + buffer.byteLength, 0)
  const keys = patients.map(keysOf)
  await breathe()
  let mini: Engine | null = null
  let flex: Engine | null = null
  say('peers', { bytes, miniSearch: timed(() => (mini = miniSearchOf(keys))), flexSearch: timed(() => (flex = flexSearchOf(keys))) })
  const naive = naiveOf(keys)
  const all = keystrokes(patients, 250)
  for (const asked of all.slice(0, 300)) find(index, asked.typed, most)
  for (const [at, asked] of all.entries()) {
    const isSampled = at % sampled === 0
    const turns: Readonly<Record<string, () => readonly number[]>> = {
      own: () => find(index, asked.typed, most),
      naive: () => naive(asked),
      ...(flex === null ? {} : { flex: () => (flex as Engine)(asked) }), // set above, in a function the compiler does not follow
      ...(isSampled && mini !== null ? { mini: () => (mini as Engine)(asked) } : {}),
    }
    const names = at % 2 === 0 ? Object.keys(turns) : Object.keys(turns).toReversed()
    const took = Object.fromEntries(names.map((name) => [name, perCall(turns[name] ?? (() => []), name === 'mini' ? 2 : 5)]))
    say('asked', { kind: asked.kind, length: asked.typed.length, ...took, ...(isSampled ? recallOf(index, asked.typed) : {}) })
    if (at % 20 === 0) await breathe()
  }
}

/** A million patients: only our own, and its build. */
export function searchMillion(searches: number): void {
  const patients = inventedPatients(1_000_000, 5)
  let index: SearchIndex | null = null
  const build = timed(() => (index = buildSearch(sourceOf(patients))))
  if (index === null) throw new Error('The index was built above')
  say('million', { build, bytes: buffersOf(index).reduce((sum, buffer) => sum + buffer.byteLength, 0) })
  const all = keystrokes(patients, searches)
  for (const { typed } of all.slice(0, 300)) find(index, typed, most)
  for (const { typed } of all) say('asked', { own: perCall(() => find(index as SearchIndex, typed, most)) }) // built above
}

/** Of the rows that answer, as many as fit among fifty: how many of them were found, and are they the best in order? */
function recallOf(index: SearchIndex, typed: string): { readonly wanted: number; readonly found: number; readonly isBest: number } {
  const query = queryOf(typed)
  const levels: number[][] = Array.from({ length: matchLevels.none + 1 }, () => [])
  for (let row = 0; row < count; row += 1) levels[rankOf(index.rows, row, query)]?.push(row)
  const best = levels.slice(0, matchLevels.none).flat().slice(0, most)
  const answers = new Set(levels.slice(0, matchLevels.none).flat())
  const given = find(index, typed, most)
  return { wanted: best.length, found: given.filter((row) => answers.has(row)).length, isBest: given.join() === best.join() ? 1 : 0 }
}

/** What every engine is given: names folded by the same functions, names in letters in two systems, numbers, and the birth date as digits and in its era. */
type Keys = readonly [kanji: string, kana: string, hepburn: string, kunrei: string, ids: readonly string[], birth: string, era: string]

function keysOf({ kanji, kana, ids, birth }: InventedPatient): Keys {
  const on = birth.kind === 'day' ? birth.on : ''
  const plainKana = kana.replace(' ', '')
  const [year, month, day] = on.split('-').map(Number)
  return [kanjiKey(kanji), kanaKey(kana), romajiOf(plainKana, 'hepburn'), romajiOf(plainKana, 'kunrei'), ids.flatMap(idKeys), on.replaceAll('-', ''), on === '' ? '' : `s${(year ?? 0) - 1925}.${month}.${day}`]
}

/** The typed text as a peer is asked for it: folded like the keys. */
function askedOf({ typed, kind }: Typed): string {
  return kind === 'kanji' ? kanjiKey(typed) : kind === 'kana' ? kanaKey(typed) : kind === 'romaji' ? typed : typed.replaceAll('-', '')
}

function naiveOf(keys: readonly Keys[]): Engine {
  const hay = keys.map(([kanji, kana, hepburn, kunrei, ids, birth, era]) => [kanji, kana, hepburn, kunrei, ...ids, birth, era].join('\t'))
  return (asked) => {
    const typed = askedOf(asked)
    const found: number[] = []
    for (let row = 0; row < hay.length && found.length < most; row += 1) if (hay[row]?.includes(typed) === true) found.push(row)
    return found
  }
}

const pairs = (text: string): string[] => (text.length === 1 ? [text] : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)))
const signsAndPairs = (text: string): string[] => [...text, ...(text.length > 1 ? pairs(text) : [])]

function miniSearchOf(keys: readonly Keys[]): Engine {
  const mini = new MiniSearch({
    fields: ['kanji', 'kana', 'hepburn', 'kunrei', 'ids', 'birth', 'era'], idField: 'row', processTerm: (term) => term,
    tokenize: (text, field) => (field === 'kanji' || field === 'kana' ? signsAndPairs(text) : text.split('\t')),
  })
  mini.addAll(keys.map(([kanji, kana, hepburn, kunrei, ids, birth, era], row) => ({ row, kanji, kana, hepburn, kunrei, ids: ids.join('\t'), birth, era })))
  const fields: Readonly<Record<TypedKind, string[]>> = { kanji: ['kanji'], kana: ['kana'], romaji: ['hepburn', 'kunrei'], id: ['ids'], birth: ['birth', 'era'] }
  return (asked) => {
    const typed = askedOf(asked)
    if (typed === '') return []
    const isName = asked.kind === 'kanji' || asked.kind === 'kana'
    return mini.search(typed, { fields: fields[asked.kind], ...(isName ? { combineWith: 'AND', tokenize: pairs } : { prefix: true, tokenize: (text: string) => [text] }) }).slice(0, most).map(({ id }) => Number(id))
  }
}

function flexSearchOf(keys: readonly Keys[]): Engine {
  const index = (tokenize: 'full' | 'forward'): FlexSearch => new FlexSearch({ tokenize, encode: (text: string) => text.split('\t') })
  const by: Readonly<Record<TypedKind, FlexSearch>> = { kanji: index('full'), kana: index('full'), romaji: index('forward'), id: index('forward'), birth: index('forward') }
  for (const [row, [kanji, kana, hepburn, kunrei, ids, birth, era]] of keys.entries()) {
    by.kanji.add(row, kanji)
    by.kana.add(row, kana)
    by.romaji.add(row, `${hepburn}\t${kunrei}`)
    by.id.add(row, ids.join('\t'))
    by.birth.add(row, `${birth}\t${era}`)
  }
  return (asked) => by[asked.kind].search(askedOf(asked), { limit: most }).map(Number)
}

/** One string of all keys and where each row begins: the least that anything able to answer must build. */
function packedOf(patients: readonly InventedPatient[], keyed: (patient: InventedPatient) => string): number {
  const starts = new Uint32Array(patients.length + 1)
  const parts: string[] = []
  let at = 0
  for (const [row, patient] of patients.entries()) {
    const part = keyed(patient)
    starts[row] = at
    at += part.length + 1
    parts.push(part)
  }
  const packed = parts.join('\n')
  return packed.charCodeAt(packed.length - 1) // makes the engine really write the string
}

const folded = ({ kanji, kana, ids, birth, bed }: InventedPatient): string => `${kanjiKey(kanji)}\t${kanaKey(kana)}\t${ids.flatMap(idKeys).join('\t')}\t${birth.kind === 'day' ? birth.on.replaceAll('-', '') : ''}\t${bed}`
const asTyped = ({ kanji, kana, ids, birth, bed }: InventedPatient): string => `${kanji.replace(' ', '')}\t${kana.replace(' ', '')}\t${ids.join('\t')}\t${birth.kind === 'day' ? birth.on.replaceAll('-', '') : ''}\t${bed}`

function timed(act: () => unknown): number {
  const from = performance.now()
  act()
  return performance.now() - from
}

/**
 * Milliseconds of one call, the best of a few tries: a hiccup of the machine would else stand for the engine. The window's
 * clock counts in tenths, so that a try goes on until a whole millisecond has gone by.
 */
export function perCall(act: () => unknown, tries = 5): number {
  let best = Infinity
  for (let left = tries; left > 0; left -= 1) {
    const from = performance.now()
    let calls = 0
    let now = from
    do {
      act()
      calls += 1
      now = performance.now()
    } while (now - from < 1)
    best = Math.min(best, (now - from) / calls)
  }
  return best
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
