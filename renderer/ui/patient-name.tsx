import type { Who } from '#domain/identity/identity.ts'
import { shownName, type Naming } from '#domain/patient/naming.ts'
import { useWords } from './language.tsx'
import { patientWords } from './patient-words.ts'
import { Written } from './written.tsx'
import css from './patient-line.module.css'

/** The one line a list shows; ◇ stays with the word it marks when the name takes a second line. */
export function PatientName({ naming }: { readonly naming: Naming }) {
  return <Written>{shownName(naming).replace(/^◇ /, '◇\u00a0')}</Written>
}

/** The alias of whoever has a name by now: it is on the wristband, and both are always said (domain facts §7.5). */
export function FormerAlias({ who }: { readonly who: Pick<Who, 'naming' | 'alias'> }) {
  const say = useWords(patientWords)
  if (who.alias === null || who.naming.kind === 'unknown') return null
  return <small className={css['former']}>{say.alias} <PatientName naming={{ kind: 'unknown', alias: who.alias }} /></small>
}
