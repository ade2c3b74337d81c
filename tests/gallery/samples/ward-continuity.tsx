import { makeSealedCode } from '#domain/access/code.ts'
import { ContinuityScreen } from '#renderer/features/continuity/continuity-screen.tsx'
import { usualWay, type ContinuityDraft, type ContinuityState } from '#renderer/features/continuity/draft.ts'
import { aDoctor, aHand, aHash, aNurse } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}

function Shown({ draft = usualWay, state = { kind: 'ready' }, folder = '/media/usb/灯', left = 5 }: { readonly draft?: ContinuityDraft; readonly state?: ContinuityState; readonly folder?: string | null; readonly left?: number | null }) {
  return (
    <OpenPage here="more">
      <ContinuityScreen
        people={28} by={aNurse()} draft={draft} onDraft={nothing} second={draft.second === '' ? null : { person: aDoctor(), left }} folder={folder} onFolder={nothing}
        state={state} isCopied={false} onCopied={nothing} onPrint={nothing} onAnother={nothing} onStart={nothing} onStop={nothing} onBack={nothing}
      />
    </OpenPage>
  )
}

const plain: ContinuityDraft = { way: 'plain', reason: '受け入れ先に復号できるPCがない', second: aDoctor().staffNumber, pin: '' }
const written = { kind: 'done', sha256: aHash('5'), path: '/media/usb/灯', patients: 28, records: 3412, at: at(20, 16, 24, 12) } as const
const file = 'DWC_HOSPITAL_AF_20261120T072412Z.zip'

export const samples: readonly Sample[] = [
  { name: 'continuity', render: () => <Shown folder={null} /> },
  { name: 'continuity-plain', render: () => <Shown draft={plain} /> },
  { name: 'continuity-no-pin', render: () => <Shown draft={plain} left={null} /> },
  { name: 'continuity-working', render: () => <Shown state={{ kind: 'working', step: 'drawing', done: 48, of: 113 }} /> },
  { name: 'continuity-failed', render: () => <Shown state={{ kind: 'failed', code: 'folder-gone' }} /> },
  { name: 'continuity-done', render: () => <Shown state={{ ...written, way: 'code', fileName: `${file}.age`, code: makeSealedCode(aHand()) }} /> },
  { name: 'continuity-done-plain', render: () => <Shown state={{ ...written, way: 'plain', fileName: file, code: null }} /> },
]
