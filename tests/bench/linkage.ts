import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { columnsOf } from '#domain/linkage/lists.ts'
import { keyedList, matchSearched, searchedList, type SearchedList } from '#domain/linkage/match.ts'
import { japaneseLists, type JapaneseLists } from '#tests/linkage/japanese-errors.ts'
import { listOf, today } from '#tests/linkage/pairs.ts'
import { linkageQuery, tableColumns } from './linkage-sql.ts'
import { against, median, rounded, type Row } from './measure.ts'

const registrations = 2_000
const repeats = 9

/**
 * 2,000 registrations against the recovered master: our matching against the same rules as SQL in DuckDB, both with both lists
 * read before, by turns. `build`: reading, counting and keying both; `endToEnd`: with that.
 */
export async function linkage(folder: string, size: number, name: string): Promise<Readonly<Record<string, Row>>> {
  const lists = japaneseLists({ master: size, registrations }, 11)
  const searched = searchedList(listOf(lists.master), today)
  const peer = await duckDb(join(folder, name), searched, lists)
  const took = { own: [] as number[], peer: [] as number[], build: [] as number[], whole: [] as number[] }
  let ownPairs = new Set<string>()
  let peerPairs: readonly (readonly [number, number])[] = []
  for (let turn = 0; turn < (size > 100_000 ? 3 : repeats); turn += 1) {
    const begun = performance.now()
    const read = keyedList(searchedList(listOf(lists.master), today))
    const asking = columnsOf(listOf(lists.registrations), read.words, today)
    const from = performance.now()
    const pairs = matchSearched(asking, read, {}) ?? []
    const end = performance.now()
    took.own.push(end - from)
    took.build.push(from - begun)
    took.whole.push(end - begun)
    ownPairs = new Set(pairs.map((match) => `${match.asking} ${match.searched}`))
    const asked = performance.now()
    peerPairs = await peer.ask()
    took.peer.push(performance.now() - asked)
  }
  peer.close()
  const whole = rounded(median(took.whole))
  return {
    [name]: against(took.own, took.peer, 0.2, {
      build: rounded(median(took.build)), endToEnd: whole, patients: size, registrations, recall: recallOf(lists, (asking, truth) => ownPairs.has(`${asking} ${truth}`)), peerRecall: recallOf(lists, (asking, truth) => peerPairs.some(([one, other]) => one === asking && other === truth)),
      note: 'Against the same keys and levels as SQL in DuckDB 1.5 on two threads, data loaded and frequencies counted beforehand, best partner of each registration. Ours with both lists read, counted and keyed before (build); endToEnd: with that.',
    }),
    ...(size > 100_000 ? { [`${name}EndToEnd`]: { ratio: rounded(whole / 3000), target: 1, repeats: took.whole.length, measured: whole, allowed: 3000, note: 'From two lists in memory to the pairs.' } } : {}),
  }
}

function recallOf({ registrations: all }: JapaneseLists, isFound: (asking: number, truth: number) => boolean): number {
  const truths = all.flatMap((one, asking) => (one.truth >= 0 ? [isFound(asking, one.truth)] : []))
  return rounded(truths.filter(Boolean).length / truths.length)
}

async function duckDb(folder: string, { words, columns, tally }: SearchedList, { registrations: asking }: JapaneseLists): Promise<{ readonly ask: () => Promise<readonly (readonly [number, number])[]>; readonly close: () => void }> {
  await mkdir(folder, { recursive: true })
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run('set threads = 2')
  for (const [table, own] of [['r', columnsOf(listOf(asking), words, today)], ['m', columns]] as const) {
    const file = join(folder, `${table}.csv`)
    await writeFile(file, tableColumns(words, own, tally))
    await connection.run(`create table ${table} as select * from read_csv('${file}', header = true, all_varchar = false, nullstr = '\\N', types = {'b': 'VARCHAR', 'phone': 'VARCHAR', 'post': 'VARCHAR', 'fk': 'VARCHAR', 'gk': 'VARCHAR', 'wk': 'VARCHAR', 'f': 'VARCHAR', 'g': 'VARCHAR', 'w': 'VARCHAR', 'addr': 'VARCHAR'})`)
  }
  await rm(folder, { recursive: true, force: true })
  const sql = linkageQuery(Math.log2(columns.count))
  return {
    ask: async () => (await connection.runAndReadAll(sql)).getRows().map(([asking, searched]) => [Number(asking), Number(searched)] as const),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
