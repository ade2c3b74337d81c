import { createContext, useContext, type ReactNode } from 'react'
import type { FormExtended } from '#domain/form/hospital-field.ts'

const Versions = createContext<readonly FormExtended[]>([])

/** What this hospital added to forms, for every screen that says what a form holds. */
export function FormVersions({ versions, children }: { readonly versions: readonly FormExtended[]; readonly children: ReactNode }) {
  return <Versions value={versions}>{children}</Versions>
}

export function useFormVersions(): readonly FormExtended[] {
  return useContext(Versions)
}
