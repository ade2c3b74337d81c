import { execFile } from 'node:child_process'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#build/setup/say.mjs'
import { columnsOf, type ListedPerson } from '#domain/linkage/lists.ts'
import { keyedList, matchSearched, searchedList, type SearchedList } from '#domain/linkage/match.ts'
import { japaneseLists, type JapaneseLists } from '#tests/linkage/japanese-errors.ts'
import { listOf, today } from '#tests/linkage/pairs.ts'
import { linkageQuery, tableColumns } from './linkage-sql.ts'
import { against, median, rounded, type Row } from './measure.ts'

const registrations = 2_000
const repeats = 9

/**
 * 2,000 registrations against the recovered master: our matching against the same rules as SQL in DuckDB, both with both lists
 * read before, by turns. `build`: reading, counting and keying both, from objects in memory; `endToEnd`: with that. Of a large
 * list also the command, from two files to a third.
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
  const command = size > 100_000 ? await byCommand(join(folder, `${name}-files`), lists) : null
  return {
    [name]: against(took.own, took.peer, 0.2, {
      build: rounded(median(took.build)), endToEnd: rounded(median(took.whole)), patients: size, registrations, recall: recallOf(lists, (asking, truth) => ownPairs.has(`${asking} ${truth}`)), peerRecall: recallOf(lists, (asking, truth) => peerPairs.some(([one, other]) => one === asking && other === truth)),
      note: 'Against the same keys and levels as SQL in DuckDB 1.5 on two threads, data loaded and frequencies counted beforehand, best partner of each registration. Ours with both lists read, counted and keyed before (build); endToEnd: with that.',
    }),
    ...(command === null ? {} : { [`${name}EndToEnd`]: { ratio: rounded(median(command) / 3000), target: 1, repeats: command.length, measured: rounded(median(command)), worst: rounded(Math.max(...command)), allowed: 3000, note: 'The command, from two CSV files to the file of pairs: what `npm run -s cli -- match` begins.' } }),
  }
}

const run = promisify(execFile)
const fields = ['family', 'given', 'familyKana', 'givenKana', 'birthDate', 'sex', 'phone', 'postcode', 'address'] as const

/** The whole command, a process each time, as often as `repeats` of a large list; once before, as a checkout that was used. */
async function byCommand(folder: string, { master, registrations: asking }: JapaneseLists): Promise<readonly number[]> {
  await mkdir(folder, { recursive: true })
  const at = (file: string): string => join(folder, file)
  await writeTable(at('a.csv'), asking)
  await writeTable(at('b.csv'), master)
  await writeFile(at('map.json'), JSON.stringify(Object.fromEntries(['id', ...fields].map((field) => [field, field]))))
  const took: number[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    const begun = performance.now()
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'build/bootstrap.mjs'), 'cli', 'match', at('a.csv'), at('b.csv'), '--map', at('map.json'), '--out', at('pairs.csv')])
    if (turn > 0) took.push(performance.now() - begun)
  }
  await rm(folder, { recursive: true, force: true })
  return took
}

async function writeTable(path: string, people: readonly ListedPerson[]): Promise<void> {
  const file = await open(path, 'w')
  await file.write(`id,${fields.join(',')}\r\n`)
  for (let from = 0; from < people.length; from += 10_000) {
    await file.write(people.slice(from, from + 10_000).map((one, index) => `${[String(from + index + 1), ...fields.map((field) => one[field])].join(',')}\r\n`).join(''))
  }
  await file.close()
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
