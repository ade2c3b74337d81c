import { instantOf } from '#domain/time.ts'
import { carryReferenceKeys } from '#renderer/session/reference.ts'
import { importSet } from '#renderer/workers/import-set.ts'
import { openList } from '#renderer/workers/reference-jobs.ts'
import type { ReferenceWorker } from '#renderer/workers/reference-worker.ts'
import { openIncident, tryCode, type Prepared, type Running } from '../electron/station/prepared.ts'
import { bridgeOf } from '../electron/station/realms.ts'

/** The jobs of the worker without its thread. */
export const worker: ReferenceWorker = { sniff: () => Promise.reject(new Error('not asked here')), importSet, openList, stop: () => undefined }
export const now = instantOf(1_790_000_000_000)
export const morning = instantOf(1_789_970_000_000)

/** As the opening screen does it: the account reads the keys of what was imported, and leaves them under the incident's. */
export async function openWithEnvelope(running: Running, prepared: Prepared): Promise<Awaited<ReturnType<typeof openIncident>>> {
  const opened = await openIncident(running, prepared)
  const [, second] = prepared.codes
  const account = second === undefined ? 'three codes were made' : await tryCode(running, 2, second)
  if (typeof account === 'string') throw new Error(account)
  await carryReferenceKeys(bridgeOf(running), account.ageIdentity, opened.dek, { realm: 'real', incident: opened.incident })
  return opened
}
