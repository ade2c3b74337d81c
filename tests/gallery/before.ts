import { z } from 'zod'

/**
 * What must have happened before anything else is loaded, as in the window itself: the default policy that RAC needs
 * (spike §1), and zod without compiled parsers, which it tries with `new Function`: refused by the CSP, and reported.
 */
type PolicyMaker = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string | null; readonly createScriptURL: (url: string) => string | null },
  ) => unknown
}

z.config({ jitless: true })
const maker = (window as { readonly trustedTypes?: PolicyMaker }).trustedTypes // not in TypeScript's DOM library yet
maker?.createPolicy('default', {
  createHTML: (text) => (text === '' ? text : null),
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
})
