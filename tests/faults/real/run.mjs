// `npm run faults -- …` ends up here: the real application, broken on purpose. Progress on standard error; the last
// line of standard output is one JSON object with what was counted.
const args = process.argv.slice(2)
const has = (/** @type {string} */ name) => args.includes(name)
const given = (/** @type {string} */ name) => {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
}

const told = has('--copy') ? await copy() : has('--network') ? await network() : has('--life') ? await life() : await kills()
console.log(JSON.stringify(told.figures))
process.exitCode = told.failed ? 1 : 0

async function kills() {
  const rounds = Number(given('--rounds') ?? 20)
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number above 0')
  const { hasFailed, killRounds } = await import('./kill.ts')
  const { controlRounds } = await import('./control.ts')
  const kill = await killRounds(rounds)
  const control = await controlRounds(rounds)
  return { figures: { kill, control }, failed: hasFailed(kill) }
}

async function life() {
  const { lifeWalks } = await import('./life.ts')
  return lifeWalks(Number(given('--rounds') ?? 20), Number(given('--steps') ?? 30))
}

async function copy() {
  const { copyFaults } = await import('./copy.ts')
  return copyFaults(given('--only'))
}

async function network() {
  const { networkRun } = await import('./network.ts')
  return networkRun()
}
