import { IncidentId, Sha256, StaffNumber } from '#domain/ids.ts'
import { media, type Medium } from '#domain/erasure/archive.ts'
import type { ClosedIncident, MediumFound } from '#domain/erasure/erasure.ts'
import { EraseScreen, type ErasedShown } from '#renderer/features/erasure/erase-screen.tsx'
import { ItStep, MediaStep, OfficerStep } from '#renderer/features/erasure/erase-steps.tsx'
import type { Sample } from '../sample.ts'
import { at } from '../ward-fixture.ts'
import { ClosedPage } from './station.tsx'

const nothing = (): void => {}
const incident = IncidentId.parse('01934f00-0000-7000-8000-00000000000a')
const [it104, keeper] = [StaffNumber.parse('IT-104'), StaffNumber.parse('R-007')]
const closed: ClosedIncident = {
  incident, keys: null, closedAt: at(26, 15), entries: 4120, lastRecord: 4790, checked: [], left: { exports: 3, continuity: 2, plain: 0, transfers: 4, audits: 1, prints: 212 },
  archives: media.map((medium) => ({ medium, sha256: Sha256.parse('3f0a91c2'.repeat(8)), bytes: 18_204_411, upTo: 4790, oneDevice: null, at: at(26, 14, 20) })),
}
const gone: ErasedShown = { incident, at: at(28, 10, 12), by: it104, second: keeper, isFinished: true }

function Erasing({ one = closed, checked = [], by = null, officer = null, found = new Map(), said = null, erased = [] }: {
  readonly one?: ClosedIncident | null
  readonly checked?: readonly Medium[]
  readonly by?: StaffNumber | null
  readonly officer?: StaffNumber | null
  readonly found?: ReadonlyMap<Medium, MediumFound>
  readonly said?: 'done' | null
  readonly erased?: readonly ErasedShown[]
}) {
  const shown = one === null ? null : { ...one, checked: [...checked] }
  return (
    <ClosedPage title="非常時端末">
      <EraseScreen incidents={shown === null ? [] : [shown]} chosen={shown} onChoose={nothing} by={by} officer={officer} said={said} isErasing={false} erased={erased} onErase={nothing} onPrint={nothing} onBack={nothing}>
        {shown !== null && (
          <>
            <ItStep by={by} trying={null} fault={null} waitSeconds={0} onEnter={nothing} />
            <MediaStep incident={shown} mayCheck={by !== null} trying={null} found={found} onCheck={nothing} />
            <OfficerStep officer={officer} mayProve={checked.length === 2} trying={null} fault={null} onProve={nothing} />
          </>
        )}
      </EraseScreen>
    </ClosedPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'erase', render: () => <Erasing /> },
  { name: 'erase-damaged', render: () => <Erasing by={it104} checked={[1]} found={new Map<Medium, MediumFound>([[2, 'damaged']])} /> },
  { name: 'erase-ready', render: () => <Erasing by={it104} checked={[1, 2]} officer={keeper} /> },
  { name: 'erase-last', render: () => <Erasing by={it104} checked={[1, 2]} officer={keeper} />, focus: '[class*="danger"]', key: 'Enter' },
  { name: 'erase-not-archived', render: () => <Erasing one={{ ...closed, archives: [] }} /> },
  { name: 'erase-done', render: () => <Erasing one={null} said="done" erased={[gone]} /> },
]
