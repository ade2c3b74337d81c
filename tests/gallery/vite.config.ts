import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { conformanceOfBuild } from '../../build/conformance.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** The picture gallery: every screen with invented values. `vite --config tests/gallery/vite.config.ts` to look, pictures.mjs to take pictures. */
export default defineConfig({
  root: here,
  base: './',
  cacheDir: `${root}node_modules/.cache/gallery`,
  define: conformanceOfBuild,
  plugins: [{ ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' }, react()],
  build: {
    outDir: process.env['GALLERY_BUILD'] ?? `${root}out/gallery`,
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
  },
})
