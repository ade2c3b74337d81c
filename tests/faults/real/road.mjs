// A road through the real application, for a run under strace (network.ts): `road.mjs demo FOLDER` or `road.mjs short`.
const [which, folder = ''] = process.argv.slice(2)
if (which === 'demo') {
  const { demo } = await import('../../demo/run.ts')
  await demo(folder, 1, console.error)
} else {
  const { shortRoad } = await import('./short-road.ts')
  await shortRoad()
}
process.exit(0) // Playwright keeps a worker of its own alive
