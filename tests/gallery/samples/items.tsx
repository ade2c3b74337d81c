import { useState } from 'react'
import type { Entry } from '#domain/log/entry.ts'
import type { DutySaid } from '#domain/record/usual-duty.ts'
import { openItemsOf } from '#domain/view/open-items.ts'
import { ItemScreen, ItemsScreen, type ShownItem } from '#renderer/features/items/items-screen.tsx'
import { aDoctor, anEntry, aNurse, noVitalSigns, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const view = wardOfGallery()
const clerk = aNurse({ name: '事務 葉子', profession: 'clerk' })
const entries: readonly Entry[] = [
  anEntry('incident-told', { by: aNurse({ name: '佐藤 美咲' }) }),
  anEntry('note', { by: aNurse({ name: '佐藤 美咲' }), onBehalfOf: aDoctor({ name: '森 一郎' }), patient: patientId(1), body: { text: '胸部の聴診で左下にラ音。酸素 2 L/分を続ける。' } }),
  anEntry('vital-signs', { by: clerk, patient: patientId(2), body: noVitalSigns({ temperatureC: 36.8, pulsePerMin: 92 }) }),
]
const items: readonly ShownItem[] = openItemsOf(entries.map((entry, index) => ({ seq: index + 1, entry }))).map((item) => ({ item, at: item.at, row: item.patient === null ? null : (view.patients.get(item.patient) ?? null) }))

function One({ index, as }: { readonly index: number; readonly as: Entry['by'] }) {
  const [duty, setDuty] = useState<DutySaid>({ reason: 'later', words: '' })
  const shown = items[index]
  return (
    <OpenPage>
      {shown !== undefined && <ItemScreen shown={shown} entry={entries[index]} person={as.staffNumber} today={today} duty={duty} onDuty={setDuty} isSaving={false} onAnswer={nothing} onBack={nothing} />}
    </OpenPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'items', render: () => <OpenPage><ItemsScreen items={items} onLook={nothing} onBack={nothing} /></OpenPage> },
  { name: 'items-none', render: () => <OpenPage><ItemsScreen items={[]} onLook={nothing} onBack={nothing} /></OpenPage> },
  { name: 'item-proxy', render: () => <One index={1} as={aDoctor()} /> },
  { name: 'item-reason', render: () => <One index={2} as={clerk} /> },
]
