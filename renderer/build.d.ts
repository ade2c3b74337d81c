/** What the build knows and the window shows (build/conformance.ts). */
interface ImportMetaEnv {
  readonly CONFORMANCE: readonly import('#domain/conformance/conformance.ts').Conformed[]
}
