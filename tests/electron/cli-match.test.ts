import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../electron/cli/tomoshibi.ts', import.meta.url))
const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'match-'))

function run(cwd: string, ...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], { cwd, encoding: 'utf8' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

const registered = '番号,姓,名,セイ,メイ,生年月日,性別,電話\r\nD-AF-00001-1,高橋,花子,タカハシ,ハナコ,s25.3.4,女,090-1234-5678\r\nD-AF-00002-9,,,スズキ,イチロウ,,男,\r\n,佐藤,,サトウ,,,,\r\n'
const patients = 'id,name,kana,birth,tel,zip\n0001,髙橋 花子,タカハシ ハナコ,1950-03-04,09012345678,1070062\n0002,田中 実,タナカ ミノル,1960-01-01,,\n'
const map = { A: { id: '番号', family: '姓', given: '名', familyKana: 'セイ', givenKana: 'メイ', birthDate: '生年月日', sex: '性別', phone: ['電話'] }, B: { id: 'id', family: 'name', familyKana: 'kana', birthDate: 'birth', phone: 'tel', postcode: 'zip', sex: null } }

it('[MATCH-8] two lists of different columns are matched, and the table holds ids, odds and class', async () => {
  const at = await folder()
  await writeFile(join(at, 'a.csv'), `\uFEFF${registered}`)
  await writeFile(join(at, 'b.csv'), patients)
  await writeFile(join(at, 'map.json'), JSON.stringify(map))
  const { code, out } = run(at, 'match', 'a.csv', 'b.csv', '--map', 'map.json', '--out', 'pairs.csv')
  expect(out).toContain('1 rows without an id were passed over')
  expect(code).toBe(0)
  const [head, first, ...rest] = (await readFile(join(at, 'pairs.csv'), 'utf8')).split('\r\n')
  expect(head).toBe('id_a,id_b,score,class')
  expect(first).toMatch(/^D-AF-00001-1,0001,\d+\.\d\d,likely$/)
  expect(rest).toEqual([''])
})

it('[MATCH-8] a list in CP932 is read, and one list twice gives its doubles once each', async () => {
  const at = await folder()
  // 番号,姓,生年月日,電話 with 山田 in both rows, as Windows writes it.
  const sjis = Buffer.from('94d48d862c90a92c90b6944e8c8e93fa2c936498620d0a312c8e5293632c313935302f332f342c3039302d313233342d353637380d0a322c8e5293632c7332352e332e342c30393031323334353637380d0a', 'hex')
  await writeFile(join(at, 'a.csv'), sjis)
  await writeFile(join(at, 'map.json'), JSON.stringify({ id: '番号', family: '姓', birthDate: '生年月日', phone: '電話' }))
  const { code, out } = run(at, 'match', 'a.csv', './a.csv', '--map', 'map.json', '--out', 'pairs.csv')
  expect([code, out]).toEqual([0, expect.stringContaining('CP932')])
  expect((await readFile(join(at, 'pairs.csv'), 'utf8')).trim().split('\r\n').slice(1)).toEqual([expect.stringMatching(/^1,2,/)])
})

it.each([
  ['a map that is not JSON', 'not json', 'not JSON'],
  ['a map without an id', JSON.stringify({ family: '姓' }), 'at id'],
  ['a map with an unknown meaning', JSON.stringify({ id: '番号', shoeSize: '姓' }), 'shoeSize'],
  ['a map with nothing to compare by', JSON.stringify({ id: '番号', sex: '性別' }), 'nothing to compare by'],
  ['a column that the list does not have', JSON.stringify({ id: '番号', family: '氏名' }), 'no column "氏名"'],
])('[MATCH-8] %s is refused in a sentence, and nothing is written', async (_, text, words) => {
  const at = await folder()
  await writeFile(join(at, 'a.csv'), registered)
  await writeFile(join(at, 'map.json'), text)
  const { code, out } = run(at, 'match', 'a.csv', 'a.csv', '--map', 'map.json', '--out', 'pairs.csv')
  expect([code, out]).toEqual([1, expect.stringContaining(words)])
  expect(out).not.toContain('花子')
  expect((await readdir(at)).toSorted()).toEqual(['a.csv', 'map.json'])
})

it('[MATCH-8] a list that is not there, is no table, or a word too few is refused', async () => {
  const at = await folder()
  await writeFile(join(at, 'map.json'), JSON.stringify(map))
  await writeFile(join(at, 'a.csv'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
  expect(run(at, 'match', 'b.csv', 'a.csv', '--map', 'map.json', '--out', 'p.csv').code).toBe(1)
  expect(run(at, 'match', 'a.csv', 'b.csv', '--map', 'map.json', '--out', 'p.csv').out).toContain('not a table of text')
  expect(run(at, 'match', 'a.csv', '--map', 'map.json', '--out', 'p.csv').code).toBe(2)
})
