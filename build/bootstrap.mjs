// `npm start`, `npm test` and every other script begin here, also on a bare clone.
// Must run on Node 20 with built-in modules only: nothing is installed yet. All it does is get the packages
// (among them the Node 24 the project runs on) and hand over to run.mjs on that Node.
// Everything it says goes to standard error, so that `npm run -s cli` keeps standard output for its answer.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readyNode } from './setup/packages.mjs'
import { Unready } from './setup/say.mjs'

const [task = 'start', ...args] = process.argv.slice(2)

try {
  const node = await readyNode()
  const run = fileURLToPath(new URL('run.mjs', import.meta.url))
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', run, task, ...args], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both of us; other senders (CI, a supervisor) know only our process.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
} catch (error) {
  if (!(error instanceof Unready)) throw error
  console.error(error.message)
  process.exitCode = 1
}
