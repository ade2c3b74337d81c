import { fileURLToPath } from 'node:url'
import type { UserConfig } from 'electron-vite'
import product from '../../build/electron.vite.config.ts'

const here = (...path: readonly string[]): string => fileURLToPath(new URL(path.join('/'), import.meta.url))

/** The product's own settings; only the entries are the bench's, and a folder is chosen by BENCH_PAGE. */
const page = process.env['BENCH_PAGE'] ?? 'board'
const out = (part: string): string => here('../../out/bench', page, part)

const config: UserConfig = {
  main: { ...product.main, build: { ...product.main?.build, outDir: out('main'), rolldownOptions: { ...product.main?.build?.rolldownOptions, input: { main: here('bench-main.ts') } } } },
  preload: { ...product.preload, build: { ...product.preload?.build, outDir: out('preload'), rolldownOptions: { ...product.preload?.build?.rolldownOptions, input: { preload: here('bench-preload.ts') } } } },
  renderer: { ...product.renderer, root: here(page), build: { ...product.renderer?.build, outDir: out('renderer'), rolldownOptions: { ...product.renderer?.build?.rolldownOptions, input: here(page, 'index.html') } } },
}
export default config
