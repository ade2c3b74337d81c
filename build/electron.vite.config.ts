import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
// The plugin is published as CommonJS: its default export is the plugin itself.
import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { conformanceOfBuild } from './conformance.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...path: string[]): string => join(root, ...path)

// The oldest runtime the bundles must start on (build/setup/stand-in.mjs), not the one that is pinned.
const oldestNode = 'node20.18'
const oldestChromium = 'chrome130'

/** Every page of the window: the screens, and the pages that are only printed. */
const pages = readdirSync(at('renderer')).filter((name) => name.endsWith('.html'))

/** Font packages name each shard twice, for browsers older than woff2. Half the installer's size is spared here. */
const onlyWoff2 = {
  name: 'only-woff2',
  enforce: 'pre' as const,
  transform: {
    filter: { id: /@fontsource\/[^?]*\.css/ },
    handler: (css: string) => ({ code: css.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, ''), map: null }),
  },
}

export default defineConfig({
  main: {
    root,
    // A clock that shows less has lost its battery (domain/incident/clock.ts).
    define: { __BUILT_MS__: String(Date.now()) },
    build: {
      outDir: at('out/app/main'),
      target: oldestNode,
      // Everything is bundled: the package holds no node_modules, so nothing can be found there that we did not mean.
      externalizeDeps: false,
      // A stack trace from a ward must be readable where it is written down.
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: at('electron/main/main.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: at('out/app/preload'),
      target: oldestNode,
      externalizeDeps: false,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        // A sandboxed preload is one CommonJS file: it can neither import nor require a second one.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    define: conformanceOfBuild,
    plugins: [
      onlyWoff2,
      react(),
      // Two languages instead of the 30 React Aria brings: 186 kB less to read at start.
      { ...locales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' },
    ],
    build: {
      outDir: at('out/app/renderer'),
      target: oldestChromium,
      // Fonts and images stay files: the content security policy has no data: for them.
      assetsInlineLimit: 0,
      // The polyfill would call fetch; the runtime has module preload of its own.
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(pages.map((name) => [name.replace(/\.html$/, ''), at('renderer', name)])),
        // A window is painted a twentieth of a second sooner; names stay, for whoever reads a stack trace.
        output: {
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
          // What must run before anything else has a file of its own, which every other one imports: a schema in a file shared
          // with a page that is loaded later would be made before zod was told to make no functions from text.
          codeSplitting: { groups: [{ name: 'before-all', test: /[\\/]renderer[\\/](?:before-all|trusted-types)\.ts$|[\\/]node_modules[\\/]zod[\\/]/ }] },
        },
      },
    },
    // Module workers, each a file of its own: the app:// handler gives some of them their own header.
    // By name, not by hash: the handler's list is exact.
    worker: {
      format: 'es',
      rolldownOptions: {
        output: {
          entryFileNames: 'assets/[name].js',
          // The decoders of scanned pages keep their names: the library that reads PDFs imports them by these (renderer/workers/pdf-parts.ts).
          assetFileNames: ({ names }) => (names.some((name) => name.endsWith('_nowasm_fallback.js')) ? 'assets/[name][extname]' : 'assets/[name]-[hash][extname]'),
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
})
