import { useState } from 'react'
import { PassphraseStep } from '#renderer/features/maintenance/passphrase-step.tsx'
import { emptyDraft, setUpSteps, type SetUpDraft, type SetUpStep, type SetUpWork } from '#renderer/features/set-up/draft.ts'
import { Resume } from '#renderer/features/set-up/resume.tsx'
import { SetUp } from '#renderer/features/set-up/set-up.tsx'
import type { Sample } from '../sample.ts'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}
const recipient = 'age1qz5m8h2v7k3x9w4c6t0r2p8y5n3d7f9j4l6s0a2e8g5u7k3q9x4w6c8z2h'
const secret = 'AGE-SECRET-KEY-1QZ5M8H2V7K3X9W4C6T0R2P8Y5N3D7F9J4L6S0A2E8G5U7K3Q9X4'

const filled: SetUpDraft = { ...emptyDraft, hospital: '潮見総合病院', ward: '5階東病棟', letters: 'AF', beds: '501〜512、臨1〜4' }
const fresh: SetUpWork = { officer: null, maintenanceOfficer: null, officerProof: { kind: 'not-yet' }, officerTest: null, envelopes: null, voided: [], spares: 1, compared: [], canKeepOfficer: false, fingerprint: null, busy: null }
const notYet = { kind: 'not-yet' } as const
const proved = { kind: 'proved' } as const
const made: SetUpWork = {
  ...fresh,
  officer: { recipient, secret: null },
  fingerprint: '7K2M7-QE541-CFRFD',
  envelopes: [1, 2, 3].map((number) => ({ number, code: null, wasSent: false, isOnPaper: true, proof: notYet })),
}
const allProved: SetUpWork = { ...made, officerProof: proved, envelopes: [1, 2, 3].map((number) => ({ number, code: null, wasSent: false, isOnPaper: true, proof: proved })) }

function Page({ step, draft = filled, work }: { readonly step: SetUpStep; readonly draft?: SetUpDraft; readonly work: SetUpWork }) {
  const [now, setNow] = useState({ step, draft })
  return (
    <ClosedPage title="準備" isNamed={false}>
      <SetUp
        step={now.step} steps={setUpSteps} draft={now.draft} work={work} onDraft={(next) => setNow({ ...now, draft: next })} onStep={(next) => setNow({ ...now, step: next })} onInterrupt={nothing}
        maintenance={<PassphraseStep state={work.maintenanceOfficer === null ? 'none' : 'kept'} onKeep={nothing} onAgain={nothing} />}
        acts={{ makeOfficerKey: nothing, printOfficerKey: nothing, makeCodes: nothing, remake: nothing, voidSheet: nothing, compare: nothing, printSheet: nothing, onPaper: nothing, proveCode: nothing, proveOfficerByKey: nothing, saveOfficerTest: nothing, proveOfficerByAnswer: nothing, seal: nothing }}
      />
    </ClosedPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'set-up-1-ward', render: () => <Page step="ward" draft={{ ...filled, beds: '20' }} work={fresh} /> },
  { name: 'set-up-1-ward-faults', render: () => <Page step="ward" draft={{ ...filled, letters: 'BQ', beds: '12〜1' }} work={fresh} /> },
  { name: 'set-up-2-officer', render: () => <Page step="officer" draft={{ ...filled, officer: 'made-here' }} work={{ ...fresh, officer: { recipient, secret } }} /> },
  { name: 'set-up-2-officer-paste', render: () => <Page step="officer" draft={{ ...filled, officer: 'pasted', officerKey: secret }} work={fresh} /> },
  { name: 'set-up-2-passphrase', render: () => <Page step="maintenance" work={fresh} /> },
  { name: 'set-up-2-passphrase-kept', render: () => <Page step="maintenance" draft={{ ...filled, officer: 'pasted', officerKey: recipient }} work={{ ...fresh, maintenanceOfficer: recipient }} /> },
  { name: 'set-up-3-count', render: () => <Page step="envelopes" draft={{ ...filled, printer: 'usb' }} work={fresh} /> },
  { name: 'set-up-3-network', render: () => <Page step="envelopes" draft={{ ...filled, printer: 'network' }} work={fresh} /> },
  { name: 'set-up-resume', render: () => <ClosedPage title="準備" isNamed={false}><Resume onPaper={[1, 2]} lost={[3]} isRenewal={false} onGoOn={nothing} onAnew={nothing} onLeave={null} /></ClosedPage> },
  {
    name: 'set-up-3-print',
    render: () => (
      <Page step="envelopes" work={{ ...made, envelopes: [{ number: 1, code: null, wasSent: false, isOnPaper: true, proof: notYet }, { number: 2, code: 'QE541-QXB9Z-P1CBW-WTQSP', wasSent: true, isOnPaper: false, proof: notYet }, { number: 3, code: 'JAEW2-YQ778-AXTKK-07SD6', wasSent: false, isOnPaper: false, proof: notYet }] }} />
    ),
  },
  {
    name: 'set-up-4-prove',
    render: () => <Page step="prove" work={{ ...made, envelopes: [{ number: 1, code: null, wasSent: false, isOnPaper: true, proof: proved }, { number: 2, code: null, wasSent: false, isOnPaper: true, proof: { kind: 'refused', why: 'wrong-code' } }, { number: 3, code: null, wasSent: false, isOnPaper: true, proof: notYet }] }} />,
  },
  { name: 'set-up-4-officer', render: () => <Page step="prove" work={{ ...allProved, officerProof: notYet, officerTest: '/media/灯-2/tomoshibi-test.age' }} /> },
  { name: 'set-up-5-fingerprint', render: () => <Page step="fingerprint" work={{ ...allProved, compared: [1] }} /> },
  { name: 'set-up-6-seal', render: () => <Page step="seal" draft={{ ...filled, areEnvelopesClosed: true }} work={{ ...allProved, compared: [1, 2, 3] }} /> },
]
