import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { conformance, titlesIn } from '../domain/conformance/conformance.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Titles of all tests that cite a rule or a sentence. */
export function testTitles() {
  return readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|prove|spec)\.tsx?$/.test(name) && !name.includes('fixture'))
    .flatMap((name) => titlesIn(readFileSync(join(root, 'tests', name), 'utf8')))
}

export function readSpec(): string {
  return readFileSync(join(root, 'domain/SPEC.md'), 'utf8')
}

/** The conformance of this very build, as a constant of the window: what is shown and printed is what was tested. */
export const conformanceOfBuild = { 'import.meta.env.CONFORMANCE': JSON.stringify(conformance(readSpec(), testTitles())) }
