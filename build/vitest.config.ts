import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Names `#domain/*` … are package.json imports: Vite and Node read the same table, there is no second one. */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite',
  test: {
    watch: false,
    passWithNoTests: false,
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
