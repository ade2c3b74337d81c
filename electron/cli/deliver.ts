import { readFile } from 'node:fs/promises'
import { err, ok, type Result } from '#domain/result.ts'
import { instantOf } from '#domain/time.ts'
import { bundleNames, countsOf, readBundle, resourcesOf } from './deliver-bundles.ts'
import { postBundle, type Server } from './deliver-post.ts'
import { openReceipt, type Arrived, type Receipt } from './deliver-receipt.ts'
import { openChecked, type OpenedExport } from './open-check.ts'
import { understood, type Outcome } from './output.ts'
import { inRealm } from './verify-export-words.ts'

export type DeliverRequest = {
  readonly path: string
  readonly identity: string
  readonly fhir: string
  readonly stationPub: string | null
  readonly receipt: string | null
  readonly tokenFile: string | null
  /** From the environment; a file goes before it. Never from the command line, where every user of the PC reads it. */
  readonly token: string | null
  readonly isDryRun: boolean
  /** Patients' records over plain http to another machine: somebody has to say so. */
  readonly allowHttp: boolean
  readonly say: Server['say']
  readonly wait: Server['wait']
}

const untouched = 'Nothing was sent.'

/**
 * Delivers the FHIR bundles of an export to a server, one transaction each: what patients share, then patient by patient. The
 * receipt says what is done, so that it goes on after any interruption; what the server has it does not make again. Rules DELIV-1
 * to DELIV-7.
 */
export async function deliverExport(request: DeliverRequest): Promise<Outcome> {
  const refuse = (line: string): Outcome => understood(false, [line, untouched])
  const url = baseOf(request.fhir, request.allowHttp)
  if (!url.ok) return refuse(url.error)
  const token = await tokenOf(request)
  if (!token.ok) return refuse(token.error)
  const opened = await openChecked({ ...request, untouched })
  if (!opened.ok) return opened.error
  const { checked: { manifest, manifestSha256 }, unpacked, said } = opened.value
  const types = await resourcesOf(unpacked, manifest)
  if (!types.ok) return understood(false, inRealm(manifest.realm, [...said, types.error, untouched]))
  const names = bundleNames(manifest)
  const about = [...said, `To ${url.value}: ${names.length} transactions, ${types.value.size} resources`]
  if (request.isDryRun) return understood(true, inRealm(manifest.realm, [...about, ...[...countsOf(types.value.values())].map(([type, count]) => `  ${type} ${count}`), 'Dry run: nothing was sent, and the server was not asked.']))

  const receipt = await openReceipt(request.receipt ?? `${request.path}.fhir-receipt.ndjson`, { format: 'tomoshibi-fhir-receipt', version: 1, exportId: manifest.exportId, manifestSha256, server: url.value, begunAt: instantOf(Date.now()) })
  if (!receipt.ok) return understood(false, inRealm(manifest.realm, [...about, receipt.error, untouched]))
  const sent = await sendAll(names, opened.value, receipt.value, { url: url.value, token: token.value, wait: request.wait, say: request.say })
  return finished(about, { names, types: types.value, sent, receipt: receipt.value, realm: manifest.realm })
}

/** The base address without a slash at its end. Plain http only to this machine, unless somebody allows it. */
function baseOf(typed: string, allowHttp: boolean): Result<string, string> {
  const url = URL.parse(typed)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return err('--fhir must be the base address of a FHIR R4 server, for example https://fhir.hospital.example/fhir')
  if (url.username !== '' || url.password !== '') return err('--fhir must hold no password: put a bearer token into the variable TOMOSHIBI_FHIR_TOKEN, or into a file named with --token-file')
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && !isHere && !allowHttp) return err('Patients’ records would go over the network in the clear (http). Use https, or say --allow-http if the network is trusted for them')
  return ok(`${url.origin}${url.pathname}`.replace(/\/+$/, ''))
}

async function tokenOf({ tokenFile, token }: DeliverRequest): Promise<Result<string | null, string>> {
  const text = tokenFile === null ? token : await readFile(tokenFile, 'utf8').catch(() => undefined)
  if (text === undefined) return err(`The token file ${tokenFile} cannot be read`)
  const trimmed = text?.trim() ?? ''
  if (tokenFile !== null && trimmed === '') return err(`The token file ${tokenFile} is empty`)
  return /^[\x21-\x7e]*$/.test(trimmed) ? ok(trimmed === '' ? null : trimmed) : err('The bearer token holds characters that no token has: is it the right file?')
}

type Sending = { readonly refused: readonly string[]; readonly stopped: string | null }

async function sendAll(names: readonly string[], { unpacked }: OpenedExport, receipt: Receipt, server: Server): Promise<Sending> {
  const refused: string[] = []
  const stop = (line: string): Sending => ({ refused, stopped: line })
  const left = names.filter((name) => !receipt.done.has(name))
  if (left.length < names.length) server.say(`${names.length - left.length} of ${names.length} transactions were done before`)
  for (const [index, name] of left.entries()) {
    const bundle = await readBundle(unpacked, name)
    if (bundle === null) return stop(`${name} cannot be read`)
    const posted = await postBundle(bundle, server)
    const place = `${names.length - left.length + index + 1} of ${names.length}`
    if (!posted.ok && posted.error.code === 'stop') return stop(posted.error.line)
    if (!posted.ok) {
      refused.push(`${name}: ${posted.error.line}`)
      server.say(`${place}: refused`)
      // Whatever patients share goes first: without it the others would be refused, or would make it themselves.
      if (index === 0 && left.length === names.length) return stop('The first transaction was refused, so the others were not sent.')
      continue
    }
    const written = await receipt.add({ bundle: name, at: instantOf(Date.now()), resources: [...posted.value] })
    if (!written.ok) return stop(written.error)
    server.say(`${place}: ${posted.value.length} resources, ${posted.value.filter(({ made }) => made).length} made`)
  }
  return { refused, stopped: null }
}

type Finish = { readonly names: readonly string[]; readonly types: ReadonlyMap<string, string>; readonly sent: Sending; readonly receipt: Receipt; readonly realm: Parameters<typeof inRealm>[0] }

function finished(about: readonly string[], { names, types, sent, receipt, realm }: Finish): Outcome {
  const done = [...receipt.done.values()]
  const ids = new Map<string, Arrived>()
  const doubled = new Set<string>()
  for (const one of done.flatMap(({ resources }) => resources)) {
    const before = ids.get(one.uuid)
    if (before !== undefined && before.id !== one.id) doubled.add(one.uuid)
    ids.set(one.uuid, before === undefined ? one : { ...before, made: before.made || one.made })
  }
  const [expected, there] = [countsOf(types.values()), countsOf([...ids.values()].map(({ type }) => type))]
  const counts = [...expected].map(([type, count]) => `  ${type} ${there.get(type) ?? 0} of ${count}${there.get(type) === count ? '' : '  MISSING'}`)
  const made = [...ids.values()].filter((one) => one.made).length
  const isWhole = sent.stopped === null && sent.refused.length === 0 && ids.size === types.size && doubled.size === 0
  return understood(isWhole, inRealm(realm, [
    ...about,
    ...sent.refused.map((line) => `NOT DELIVERED ${line}`),
    ...(sent.stopped === null ? [] : [`STOPPED: ${sent.stopped}`]),
    ...(doubled.size === 0 ? [] : [`ATTENTION: the server made ${doubled.size} resources more than once: it does not keep to ifNoneExist within transactions. Their ids are in the receipt.`]),
    `${done.length} of ${names.length} transactions done; on the server ${ids.size} of ${types.size} resources, ${made} made by this delivery, ${ids.size - made} were there`,
    ...counts,
    `Receipt: ${receipt.path}`,
    isWhole ? 'ok: the server has every resource that the manifest counts' : 'Run the same command again to deliver the rest: what is done is not sent again.',
  ]))
}
