import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Journeys: stories on the real Electron. `npm test` brings the display and the built application. */
export default defineConfig({
  testDir: at('tests/journeys'),
  testMatch: '*.spec.ts',
  // `npm test` keeps within ten minutes; the long stories are run by name and by `npm run prove`.
  testIgnore: process.env['TOMOSHIBI_SHORT'] === '1' ? '*.long.spec.ts' : [],
  outputDir: at('out/test/journeys'),
  // One at a time: each starts a whole application, and the promise "≤ 1 s" is measured on an idle machine.
  workers: 1,
  fullyParallel: false,
  // A story that passes at the second try has not passed.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
