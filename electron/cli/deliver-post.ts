import { z } from 'zod'
import { readJson } from '#domain/export/stable-json.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Delivery } from './deliver-bundles.ts'
import type { Arrived } from './deliver-receipt.ts'

/**
 * The one place of this repository that speaks to a network: the recovery kit, on a PC of the hospital's own network after the
 * emergency. It is on no ward PC's installer.
 */
export type Server = {
  readonly url: string
  readonly token: string | null
  /** Waits between two tries; a test gives its own. */
  readonly wait: (ms: number) => Promise<void>
  readonly say: (line: string) => void
}

export type PostFault =
  /** Another bundle would be refused for the same reason: the delivery stops. */
  | { readonly code: 'stop'; readonly line: string }
  /** This bundle alone; the others go on. */
  | { readonly code: 'refused'; readonly line: string }

const waits: readonly number[] = [1_000, 2_000, 4_000, 8_000, 16_000]
const longestWait = 60_000
const answerWithin = 10 * 60_000

/** Sends one transaction, again where the connection fails or the server is busy: what it made already it will not make twice. */
export async function postBundle(delivery: Delivery, server: Server): Promise<Result<readonly Arrived[], PostFault>> {
  for (let tries = 0; ; tries += 1) {
    const answer = await post(delivery.text, server)
    const wait = waits[tries]
    if (answer.kind === 'answered') return readAnswer(delivery, answer)
    if (wait === undefined) return err({ code: 'stop', line: `${answer.line} (tried ${tries + 1} times). Run the same command again when it is back: it goes on from the receipt.` })
    const pause = Math.min(Math.max(wait, answer.afterMs), longestWait)
    server.say(`  ${answer.line}; again in ${Math.ceil(pause / 1000)} s`)
    await server.wait(pause)
  }
}

type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | { readonly kind: 'again'; readonly line: string; readonly afterMs: number }

const busy: ReadonlySet<number> = new Set([408, 409, 425, 429])

async function post(body: string, { url, token }: Server): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(answerWithin),
      headers: { 'content-type': 'application/fhir+json; charset=utf-8', accept: 'application/fhir+json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    })
    const text = await response.text()
    const { status } = response
    if (status >= 500 || busy.has(status)) return { kind: 'again', line: `The server answered ${status}`, afterMs: Number(response.headers.get('retry-after') ?? 0) * 1000 || 0 }
    return { kind: 'answered', status, text }
  } catch (thrown) {
    return { kind: 'again', line: `No answer from ${url} (${causeOf(thrown)})`, afterMs: 0 }
  }
}

/** ECONNREFUSED and the like; Node hides them one deep. */
function causeOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
  return code ?? (cause instanceof Error ? cause.name : 'unknown')
}

const Outcome = z.looseObject({ resourceType: z.literal('OperationOutcome'), issue: z.array(z.looseObject({ code: z.string().optional(), expression: z.array(z.string()).optional() })) })
const Answered = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.enum(['transaction-response', 'batch-response']),
  entry: z.array(z.looseObject({ resource: z.looseObject({ id: z.string().optional() }).optional(), response: z.looseObject({ status: z.string(), location: z.string().optional() }).optional() })),
})

function readAnswer({ entries }: Delivery, { status, text }: Extract<Answer, { kind: 'answered' }>): Result<readonly Arrived[], PostFault> {
  if (status < 200 || status > 299) return err(refusalOf(status, text))
  const answered = Answered.safeParse(readJson(text))
  if (!answered.success || answered.data.entry.length !== entries.length) return err({ code: 'stop', line: `The server answered ${status} with something that is no answer to a transaction: is this the base address of a FHIR R4 server?` })
  const arrived: Arrived[] = []
  const failed = new Map<string, number>()
  for (const [index, { type, uuid }] of entries.entries()) {
    const { resource, response } = answered.data.entry[index] ?? {}
    const code = response?.status.slice(0, 3) ?? ''
    if (!code.startsWith('2')) failed.set(`${type} ${code === '' ? 'without an answer' : code}`, (failed.get(`${type} ${code === '' ? 'without an answer' : code}`) ?? 0) + 1)
    else arrived.push({ type, uuid, id: idIn(response?.location, type) ?? resource?.id ?? null, made: code === '201' })
  }
  if (failed.size === 0) return ok(arrived)
  // Some servers take a transaction apart and keep what went well. What is there already is found again next time.
  return err({ code: 'refused', line: `the server took only a part of it: refused ${[...failed].map(([what, count]) => `${count} × ${what}`).join(', ')}` })
}

function idIn(location: string | undefined, type: string): string | null {
  return new RegExp(`(?:^|/)${type}/([A-Za-z0-9.-]{1,64})(?:/|$)`).exec(location ?? '')?.[1] ?? null
}

/** What a refusal means and what to do. The server's own words may quote a patient's record: only its codes and places are told. */
function refusalOf(status: number, text: string): PostFault {
  const where = whereOf(text)
  switch (status) {
    case 401:
      return { code: 'stop', line: 'The server asks who you are (401): put a valid bearer token into the variable TOMOSHIBI_FHIR_TOKEN, or into a file named with --token-file.' }
    case 403:
      return { code: 'stop', line: 'The server refuses this token (403): it must be allowed to create resources by transaction. Ask whoever runs the server.' }
    case 404:
    case 405:
    case 501:
      return { code: 'stop', line: `The server takes no transaction at this address (${status}): --fhir is the base address, for example https://fhir.hospital.example/fhir` }
    case 412:
      return { code: 'refused', line: `the server holds more than one resource of the same UUID (412): something was delivered twice by other means. Remove the doubles there, then run the same command again.${where}` }
    case 413:
      return { code: 'refused', line: 'the bundle is larger than the server takes (413): raise its limit for the body of a request.' }
    default:
      return status >= 300 && status < 400
        ? { code: 'stop', line: `The server sends elsewhere (${status}): give its final address to --fhir.` }
        : { code: 'refused', line: `the server refused it (${status}).${where}` }
  }
}

function whereOf(text: string): string {
  const outcome = Outcome.safeParse(readJson(text))
  if (!outcome.success) return ''
  const issues = outcome.data.issue.slice(0, 5).map(({ code = '', expression = [] }) => [code, ...expression].filter((part) => /^[\w.[\]()'-]{1,120}$/.test(part)).join(' ')).filter((part) => part !== '')
  return issues.length === 0 ? '' : ` It says: ${issues.join('; ')}`
}
