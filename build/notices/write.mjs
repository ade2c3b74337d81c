// THIRD-PARTY-NOTICES.md: the licence of everything that ships inside the program, from what is installed.
// `npm run notices` writes it; the check (`--check`) fails when it no longer says what is installed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/say.mjs'

/** Licences we may ship under Apache-2.0. Another one is a decision for a person, not for this list's author alone. */
const allowed = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1'])

/**
 * Of "(A OR B)" we may take either.
 * @param {string} license
 */
const isAllowed = (license) =>
  license
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((one) => allowed.has(one))

/** @typedef {{ name: string, version: string, license: string, home: string, texts: string[] }} Part */

/** Not a package: domain/patient/kanji-variants.ts was made from it. @type {Part} */
const unihan = {
  name: 'Unihan (Unicode Character Database)',
  version: '17.0.0',
  license: 'Unicode-3.0',
  home: 'https://www.unicode.org/charts/unihan.html',
  texts: [readFileSync(join(root, 'build/notices/unicode-3.0.txt'), 'utf8').replaceAll('\r\n', '\n').trim()],
}

/** Where a package ships parts of others that we bundle, and the texts are not beside its own. @type {Record<string, string[]>} */
const within = { 'pdfjs-dist': ['cmaps/LICENSE', 'standard_fonts/LICENSE_FOXIT', 'wasm/LICENSE_JBIG2', 'wasm/LICENSE_OPENJPEG', 'wasm/LICENSE_PDFJS_JBIG2', 'wasm/LICENSE_PDFJS_OPENJPEG'] }

/** Everything under "dependencies" and what it brings, as the lockfile has it. The Node packages are for building only. */
function shippedParts() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const parts = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => partAt(join(root, path)))
  return [...parts, partAt(join(root, 'node_modules/electron')), unihan].sort(byName)
}

/**
 * @param {Part} a
 * @param {Part} b
 */
const byName = (a, b) => (a.name + a.version < b.name + b.version ? -1 : 1)

/**
 * @param {string} folder
 * @returns {Part}
 */
function partAt(folder) {
  const { name, version, license, homepage, repository, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!isAllowed(license))
    throw new Error(`${name} ${version} has the licence "${license}", which build/notices/write.mjs does not allow.`)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .concat(within[name] ?? [])
    .map((file) => tidy(readFileSync(join(folder, file), 'utf8')))
  const repo = typeof repository === 'string' ? repository : (repository?.url ?? '')
  if (texts.length === 0) texts.push(`${license} (the package carries no text of its own)${by(author)}`)
  return { name, version, license, home: homepage ?? repo.replace(/^git\+|\.git$/g, ''), texts }
}

/** @param {string | { name?: string } | undefined} author */
const by = (author) => {
  const name = typeof author === 'string' ? author : author?.name
  return name ? `\nCopyright ${name}` : ''
}

/** @param {string} text */
const tidy = (text) =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()

/** The same text is printed once, under the names of all who share it. */
function notices() {
  const parts = shippedParts()
  /** @type {Map<string, Part[]>} */
  const sharers = new Map()
  for (const part of parts) {
    const text = part.texts.join('\n\n')
    sharers.set(text, [...(sharers.get(text) ?? []), part])
  }
  const rows = parts.map(({ name, version, license, home }) => `| ${name} | ${version} | ${license} | ${home} |`)
  const texts = [...sharers].map(
    ([text, these]) => `## ${these.map(({ name, version }) => `${name} ${version}`).join(', ')}\n\n~~~text\n${text}\n~~~\n`,
  )
  return [
    '# Third-party notices',
    '',
    'Written by `npm run notices` from the installed packages; do not edit. Tomoshibi itself: see LICENSE.',
    'Electron contains Chromium and Node.js; their notices are in `LICENSES.chromium.html` beside the program.',
    '',
    '| Part | Version | Licence | Home |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...texts,
  ].join('\n')
}

const file = join(root, 'THIRD-PARTY-NOTICES.md')
const now = notices()
if (!process.argv.includes('--check')) {
  writeFileSync(file, now)
  console.error(`THIRD-PARTY-NOTICES.md written: ${now.split('\n## ').length - 1} texts.`)
} else if (!existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== now) {
  console.error('THIRD-PARTY-NOTICES.md does not say what is installed.\n\n    npm run notices\n')
  process.exitCode = 1
}
