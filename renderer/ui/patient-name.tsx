import { shownName, type Naming } from '#domain/patient/naming.ts'
import { Written } from './written.tsx'

/** The one line a list shows; ◇ stays with the word it marks when the name takes a second line. */
export function PatientName({ naming }: { readonly naming: Naming }) {
  return <Written>{shownName(naming).replace(/^◇ /, '◇\u00a0')}</Written>
}
