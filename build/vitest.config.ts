import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Names `#domain/*` … are package.json imports: Vite and Node read the same table, there is no second one. */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite',
  test: {
    watch: false,
    // Vitest leaves one core idle by default; on a PC of two that doubles the time of a check. One more than there are cores: tests
    // of real files and programs wait for them.
    maxWorkers: availableParallelism() + 1,
    // Modules are loaded once a worker, not once a file: half of a check was that. What a test changes in the world it puts back.
    isolate: false,
    passWithNoTests: false,
    // Programs that tests start (the command line) read what Node compiled before: half of a start.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)) },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        // Fast: rules, store, adapters. Part of `npm run check`.
        test: { name: 'unit', testTimeout: 60_000, include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/nets/fixture/**'] },
      },
      {
        extends: true,
        // Slow: long properties, simulations, big wards. Run by `npm run prove`.
        test: { name: 'prove', include: ['tests/**/*.prove.ts'], testTimeout: 600_000 },
      },
    ],
  },
})
