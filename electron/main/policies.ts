/**
 * The window's pages come from here and nowhere else, each with its content security policy. `default` of the
 * trusted types is the small policy in renderer/trusted-types.ts: React Aria empties its live region through it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
  "frame-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types ward default',
].join('; ')

/**
 * The scripts that may run WebAssembly, by name: a worker has the policy of its own script and not of the page, and
 * these can do nothing but compute and read their own folder.
 */
export const computingWorkers: readonly string[] = ['/assets/scan.worker.js']
export const computingPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types ward default"
