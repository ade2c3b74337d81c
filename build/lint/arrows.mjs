// The arrows between zones, each with its reason (design.md §3). Net three; tests/nets/ proves that it reads and catches.
// Node's own modules arrive as core modules ("fs", not "node:fs"): they are caught by dependency type, not by path.

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const ships = '^(domain|renderer|electron)/'
const electronItself = '^electron$|^node_modules/electron/'

export default {
  forbidden: [
    rule('no-circular', 'A cycle has no first file to read.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('no-unresolved', 'Nothing answers to this name.', {}, { couldNotResolve: true, pathNot: '^(electron|vitest/config|@medplum/fhirtypes)$|[?]|^/dexie[.]mjs$' }),
    rule(
      'domain-is-pure',
      'domain/ runs in the window, the machine, the CLI and tests; it imports itself and zod.',
      { path: '^domain/' },
      { pathNot: '^domain/|^node_modules/zod/' },
    ),
    rule(
      'renderer-not-to-electron',
      'The window reaches the machine through domain/bridge.ts.',
      { path: '^renderer/' },
      { path: `^electron/|${electronItself}` },
    ),
    rule('renderer-without-node', 'The window has no Node.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule(
      'electron-not-to-renderer',
      'The machine does not know what the window draws.',
      { path: '^electron/' },
      { path: '^renderer/' },
    ),
    rule(
      'electron-in-main-only',
      'Journal, vault and CLI must run when Electron will not.',
      { path: '^electron/(cli|node)/' },
      { path: `^electron/(main|preload)/|${electronItself}` },
    ),
    rule(
      'node-not-to-cli',
      'The CLI stands on electron/node, never under it.',
      { path: '^electron/(node|main|preload)/' },
      { path: '^electron/cli/' },
    ),
    rule(
      'preload-is-thin',
      'The preload is sandboxed: it sees Electron and the schema table, no Node and no machine.',
      { path: '^electron/preload/' },
      { pathNot: `^electron/preload/|^domain/|${electronItself}` },
    ),
    rule(
      'main-not-to-preload',
      'Main names the preload as a file to load; it never runs it.',
      { path: '^electron/main/' },
      { path: '^electron/preload/' },
    ),
    rule(
      'no-network',
      'Nothing leaves or enters by network (law 5).',
      { path: ships },
      { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|dgram|tls|dns)(/promises)?$' },
    ),
    rule(
      'feature-islands',
      'Features meet in domain/, store/ or ui/, never sideways.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'features-are-leaves',
      'What features share stands under them and does not know them; only the wiring does.',
      { path: '^renderer/(store|session|ui|workers)/' },
      { path: '^renderer/features/' },
    ),
    rule(
      'ui-knows-no-ward',
      'ui/ draws; it knows no patient, no store and no session.',
      { path: '^renderer/ui/' },
      { path: '^renderer/(store|session|workers)/' },
    ),
    rule(
      'dexie-in-store-only',
      'One place opens the database.',
      { path: ships, pathNot: '^renderer/store/' },
      { path: '^node_modules/dexie/' },
    ),
    rule('not-to-tests', 'Shipping code never imports test code.', { path: '^(domain|renderer|electron|build)/' }, { path: '^tests/' }),
    rule(
      'not-to-build',
      'Shipping code never imports tools.',
      { path: ships },
      { path: '^build/' },
    ),
    rule(
      'not-to-dev-dep',
      'A dev dependency is absent from the installer.',
      { path: ships },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/(electron|@types|vite)/',
      },
    ),
    rule('not-to-undeclared', 'Say it in package.json, or do without.', { path: ships }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  ],
  options: {
    tsPreCompilationDeps: true,
    // tests/nets/ links our packages into its copy: a link must count as node_modules/, not as the place it leads to.
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|tests/nets/fixture)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
