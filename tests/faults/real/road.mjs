// A road through the real application, for a run under strace (network.ts): `road.mjs demo FOLDER`, `road.mjs short` or `road.mjs out`.
const [which, folder = ''] = process.argv.slice(2)
if (which === 'demo') {
  const { demo } = await import('../../demo/run.ts')
  await demo(folder, 1, console.error)
} else {
  const { shortRoad, wayOut } = await import('./short-road.ts')
  await (which === 'out' ? wayOut() : shortRoad())
}
process.exit(0) // Playwright keeps a worker of its own alive
