import type { Conformed } from '#domain/conformance/conformance.ts'

/** The conformance of this build: read from the rules and the tests when it was made (build/conformance.ts). */
export function conformanceOfBuild(): readonly Conformed[] {
  return import.meta.env.CONFORMANCE
}
