import type { Conformed } from '#domain/conformance/conformance.ts'
import type { Placed } from './sheet.ts'

/** Which sentence of the guideline is met by what; made from the rules themselves, not written beside them. */
export type ConformanceSheet = Placed & { readonly kind: 'conformance'; readonly sentences: readonly Conformed[] }
