import { useEffect, useState } from 'react'
import type { Conformed } from '#domain/conformance/conformance.ts'
import { Conformance } from '../features/conformance/conformance.tsx'
import { goTo, useSession } from '../session/session.ts'
import { usePrint } from './use-print.ts'

/** The conformance of this build, on the screen and on paper. */
export function ConformancePlace() {
  const print = usePrint()
  const profile = useSession(({ status }) => status?.card?.profile ?? null)
  const [sentences, setSentences] = useState<readonly Conformed[]>([])
  // Some tens of kilobytes that hardly anybody asks for: not read at start.
  useEffect(() => void import('../session/conformance.ts').then((build) => setSentences(build.conformanceOfBuild())), [])
  const { hospital, ward } = profile ?? { hospital: '', ward: '' }
  return <Conformance sentences={sentences} onPrint={() => print({ kind: 'conformance', hospital, ward, sentences })} onBack={() => goTo({ at: 'home' })} />
}
