import { say } from '#build/setup/say.mjs'
import { missed } from './measure.ts'
import { bench, parts } from './rows.ts'

// The bench's own process (build/tasks/bench.mjs starts it): rows on standard output, words on standard error.
const rows = await bench({ isBig: process.argv.includes('--big'), asked: parts.filter((part) => process.argv.includes(part)), say })
const above = missed(rows)
for (const name of above) say(`Above its target: ${name}, ${rows[name]?.ratio} (target ${rows[name]?.target})`)
console.log(JSON.stringify({ rows }))
process.exitCode = above.length > 0 ? 1 : 0
