import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nodeDisk } from '../node/disk/node-disk.ts'
import { misunderstood, understood, type Outcome } from './output.ts'
import { readArguments } from './open-arguments.ts'

const usage = [
  'tomoshibi verify PATH [--head "1234 7K2MQ-8H3RD"] [--second FOLDER] [--audit-export DIR] [--station-pub FILE]',
  '  PATH: a data folder, a journal folder. Checks frames, chain and signatures; needs no key.',
  '  --head: what is printed at the foot of a sheet; says whether that history is still in the journal.',
  '  --second, --audit-export: a second journal, or an opened export of the audit; says whether what they hold is still here.',
  '  PATH: an export (….zip.age with its .minisig), or the folder it was opened into. Needs no secret key.',
  '  --station-pub: the public key the export must be signed with, from the set-up of that station.',
  'tomoshibi open EXPORT --identity FILE --out DIR [--station-pub FILE]',
  '  Checks everything, and only then writes the export into DIR (new, or empty).',
  '  --identity: secret key as age-keygen writes it, of the recovery officer or of an account.',
  'tomoshibi deliver EXPORT --identity FILE --fhir URL [--dry-run] [--receipt FILE] [--token-file FILE] [--station-pub FILE] [--allow-http]',
  '  Checks everything, then posts the FHIR bundles to a server: the shared one, then one transaction a patient. Killed or cut off, the same command goes on.',
  '  Bearer token: in the variable TOMOSHIBI_FHIR_TOKEN or in --token-file, never on the command line. --receipt: what is done and the ids the server gave.',
  'tomoshibi merge EXPORT… --identity FILE --out DIR',
  '  Checks exports of many stations and lays them together in DIR (new, or empty); --identity may hold several keys. tomoshibi report EXPORT… --identity FILE: the figures alone.',
  'tomoshibi match A.csv B.csv --map MAP.json --out PAIRS.csv',
  '  Who of list A is who of list B; A twice: who stands in it twice. PAIRS.csv: id_a, id_b, score (log2 odds), class (likely or review).',
  '  --map: {"a": {"id": "COLUMN", "family": …}, "b": {…}}, or one object for both; the columns are named in README.md.',
]

// Each command loads what it needs: reading its program is half of what a small one takes.

async function run(words: readonly string[]): Promise<Outcome> {
  const [command, ...rest] = words
  if (command === 'verify') return verify(rest)
  if (command === 'open') return open(rest)
  if (command === 'deliver') return deliver(rest)
  if (command === 'match') return match(rest)
  if (command === 'merge' || command === 'report') return merge(rest, command === 'merge')
  return misunderstood(...usage)
}

async function verify(words: readonly string[]): Promise<Outcome> {
  const [{ verifyBeside }, { isExport, verifyExport }, { verifyJournals }] = await Promise.all([import('./verify-beside.ts'), import('./verify-export.ts'), import('./verify-journal.ts')])
  const given = readArguments(words, ['--head', '--station-pub', '--second', '--audit-export'])
  if (!given.ok) return misunderstood(...usage)
  const { options } = given.value
  const [path = ''] = given.value.paths
  const absolute = resolve(path)
  if (await isExport(absolute)) return verifyExport(absolute, options.get('--station-pub') ?? null)
  const alone = await verifyJournals(nodeDisk(), absolute, options.get('--head') ?? null)
  if (alone === null) return misunderstood(`Nothing to verify was found at ${path}`, ...usage)
  const [second, auditExport] = [options.get('--second'), options.get('--audit-export')]
  if (alone.code === 2 || (second === undefined && auditExport === undefined)) return alone
  const beside = await verifyBeside(nodeDisk(), absolute, { second: second === undefined ? null : resolve(second), auditExport: auditExport === undefined ? null : resolve(auditExport) })
  return understood(alone.code === 0 && beside.code === 0, [...alone.lines, ...beside.lines])
}

async function open(words: readonly string[]): Promise<Outcome> {
  const given = readArguments(words, ['--identity', '--out', '--station-pub'])
  const [identity, out] = given.ok ? [given.value.options.get('--identity'), given.value.options.get('--out')] : []
  if (!given.ok || identity === undefined || out === undefined) return misunderstood(...usage)
  const { openExport } = await import('./open.ts')
  return openExport({ path: resolve(given.value.paths[0] ?? ''), identity, out, stationPub: given.value.options.get('--station-pub') ?? null })
}

async function deliver(words: readonly string[]): Promise<Outcome> {
  const given = readArguments(words, ['--identity', '--fhir', '--receipt', '--token-file', '--station-pub'], 1, ['--dry-run', '--allow-http'])
  const [identity, fhir] = given.ok ? [given.value.options.get('--identity'), given.value.options.get('--fhir')] : []
  if (!given.ok || identity === undefined || fhir === undefined) return misunderstood(...usage)
  const { options, paths } = given.value
  const { deliverExport } = await import('./deliver.ts')
  return deliverExport({
    path: resolve(paths[0] ?? ''), identity, fhir, stationPub: options.get('--station-pub') ?? null, receipt: options.get('--receipt') ?? null,
    tokenFile: options.get('--token-file') ?? null, token: process.env['TOMOSHIBI_FHIR_TOKEN'] ?? null, isDryRun: options.has('--dry-run'), allowHttp: options.has('--allow-http'),
    say: (line) => process.stderr.write(`${line}\n`), wait: (ms) => setTimeout(ms),
  })
}

async function match(words: readonly string[]): Promise<Outcome> {
  const given = readArguments(words, ['--map', '--out'], 2)
  const [map, out] = given.ok ? [given.value.options.get('--map'), given.value.options.get('--out')] : []
  const [a, b] = given.ok ? given.value.paths : []
  if (a === undefined || b === undefined || map === undefined || out === undefined) return misunderstood(...usage)
  let said = Date.now()
  const { matchFiles } = await import('./match.ts')
  return matchFiles({ a: resolve(a), b: resolve(b), map: resolve(map), out: resolve(out), onRows: (read, of) => {
    if (Date.now() - said < 1000) return
    said = Date.now()
    process.stderr.write(`${read} of ${of} rows compared\n`)
  } })
}

async function merge(words: readonly string[], isWritten: boolean): Promise<Outcome> {
  const given = readArguments(words, isWritten ? ['--identity', '--out'] : ['--identity'], null)
  const [identity, out] = given.ok ? [given.value.options.get('--identity'), given.value.options.get('--out')] : []
  if (!given.ok || identity === undefined || (isWritten && out === undefined)) return misunderstood(...usage)
  const { mergeFiles } = await import('./merge.ts')
  return mergeFiles({ paths: given.value.paths.map((path) => resolve(path)), identity, out: out === undefined ? null : resolve(out), onOpened: (done, of) => process.stderr.write(`opening ${done + 1} of ${of}\n`) })
}

const outcome = await run(process.argv.slice(2))
const channel = outcome.code === 2 ? process.stderr : process.stdout
channel.write(`${outcome.lines.join('\n')}\n`)
process.exitCode = outcome.code
