import { Conformance } from '#renderer/features/conformance/conformance.tsx'
import { conformanceOfBuild } from '#renderer/session/conformance.ts'
import type { Sample } from '../sample.ts'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}

export const samples: readonly Sample[] = [
  { name: 'conformance', render: () => <ClosedPage title="非常時端末"><Conformance sentences={conformanceOfBuild()} onPrint={nothing} onBack={nothing} /></ClosedPage> },
]
