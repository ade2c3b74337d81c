import { say } from '#build/setup/say.mjs'
import { missed } from './measure.ts'
import { bench, parts } from './rows.ts'

// The bench's own process (build/tasks/bench.mjs starts it): rows on standard output, words on standard error.
const given = process.argv.slice(2)
const unknown = given.filter((one) => one !== '--big' && !parts.some((part) => part === one))
if (unknown.length > 0) {
  say(`The bench knows --big and its parts (${parts.join(', ')}), and not ${unknown.join(' ')}.`)
  process.exit(2)
}
const rows = await bench({ isBig: given.includes('--big'), asked: parts.filter((part) => given.includes(part)), say })
const above = missed(rows)
for (const name of above) say(`Above its target: ${name}, ${rows[name]?.ratio} (target ${rows[name]?.target})`)
console.log(JSON.stringify({ rows }))
process.exitCode = above.length > 0 ? 1 : 0
