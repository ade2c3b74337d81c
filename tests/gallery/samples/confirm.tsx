import { useEffect, useRef } from 'react'
import { ConfirmStep } from '#renderer/ui/confirm-step.tsx'
import type { Saved } from '#renderer/ui/saved-state.tsx'
import type { Sample } from '../sample.ts'
import { rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const [row = null] = rowsOf(wardOfGallery())

function Confirming({ saved = { kind: 'unsaved', isDraftKept: true }, isWaiting = false }: { readonly saved?: Saved; readonly isWaiting?: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWaiting) [...(place.current?.querySelectorAll('button') ?? [])].at(-1)?.click()
  }, [isWaiting])
  return (
    <OpenPage here="ward">
      <div ref={place} style={{ height: '100%' }}>
        <ConfirmStep title="与薬・注射" row={row} today={today} saved={saved} onConfirm={async () => new Promise<boolean>(nothing)} onDone={nothing} onBack={nothing}>
          <p>アセトアミノフェン錠500mg 1錠 経口（指示 11/20 09:10 試験 医師）</p>
        </ConfirmStep>
      </div>
    </OpenPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'confirm-review', render: () => <Confirming /> },
  { name: 'confirm-waiting', render: () => <Confirming isWaiting /> },
  { name: 'confirm-cannot-save', render: () => <Confirming saved={{ kind: 'cannot-save' }} /> },
]
