type Policies = { readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string | null; readonly createScriptURL: (url: string) => string | null }) => unknown }

/**
 * The default trusted-types policy, made before anything draws. React Aria empties its live region with
 * `innerHTML = ''`; without this one ArrowUp takes the whole screen down. Workers are scripts of our own origin.
 */
export function allowOnlyOurOwn(): void {
  const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes // not in TypeScript's library yet
  policies?.createPolicy('default', {
    createHTML: (text) => (text === '' ? text : null),
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  })
}
