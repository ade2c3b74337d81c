import { useState } from 'react'
import { StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { nobodyYet, type LockAnswer, type ResetDraft, type ReturnedDraft, type StaffOnDuty } from '#renderer/features/lock/missing.ts'
import { NumberGiven } from '#renderer/features/lock/number-given.tsx'
import { PinReset } from '#renderer/features/lock/pin-reset.tsx'
import { Returned } from '#renderer/features/lock/returned.tsx'
import { SwitchPerson } from '#renderer/features/lock/switch-person.tsx'
import type { Sample } from '../sample.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const staff = (text: string): StaffNumber => StaffNumber.parse(text)
const people: readonly StaffOnDuty[] = [
  { staffNumber: staff('198802'), name: '山﨑 直子', left: 5 }, { staffNumber: staff('310552'), name: '大木 真理', left: 0 }, { staffNumber: staff('R-001'), name: '応援 はな', left: 5 },
  { staffNumber: staff('330871'), name: 'ファン・ティ・ラン', left: 4 },
]
const notYet = [{ staffNumber: staff('215530'), name: '濵田 陽一' }, { staffNumber: staff('215999'), name: '架空 次郎' }]
const stopped: Person = { staffNumber: staff('310552'), name: '大木 真理', profession: 'nurse' }
const reset: ResetDraft = { first: '204817', firstPin: '482915', second: '198802', secondPin: '', pin: '', pinAgain: '' }

function Switch({ of = null, answer = { kind: 'not-tried' } }: { readonly of?: string | null; readonly answer?: LockAnswer }) {
  const [chosen, setChosen] = useState(of === null ? null : staff(of))
  return (
    <OpenPage>
      <SwitchPerson people={people} notYet={notYet} chosen={chosen} onChoose={setChosen} answer={answer} whose={() => null} onPin={nothing} onIntroduce={nothing} onReset={nothing} onLeave={nothing} />
    </OpenPage>
  )
}

function Relief() {
  const [draft, setDraft] = useState<ReturnedDraft>({ ...nobodyYet, name: '応援 はな', organisation: '架空市民病院', profession: 'nurse' })
  return (
    <OpenPage>
      <Returned how="newcomer" taken={[]} given={staff('R-002')} vouchedBy="佐藤 美咲" draft={draft} onDraft={setDraft} isEntering={false} hasFailed={false} onEnter={nothing} onLeave={nothing} />
    </OpenPage>
  )
}

function Reset() {
  const [draft, setDraft] = useState(reset)
  return (
    <OpenPage>
      <PinReset person={stopped} people={[{ staffNumber: staff('204817'), name: '佐藤 美咲', left: 5 }, ...people]} draft={draft} onDraft={setDraft} answer={{ kind: 'wrong-pin', of: staff('198802'), left: 4 }} onReset={nothing} onLeave={nothing} />
    </OpenPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'people-switch', render: () => <Switch /> },
  { name: 'people-switch-chosen', render: () => <Switch of="198802" answer={{ kind: 'wrong-pin', staffNumber: staff('198802'), left: 3 }} /> },
  { name: 'people-switch-stopped', render: () => <Switch of="310552" /> },
  { name: 'people-relief', render: () => <Relief /> },
  { name: 'people-reset', render: () => <Reset /> },
  { name: 'people-number', render: () => <OpenPage><NumberGiven person={{ staffNumber: staff('R-002'), name: '応援 はな', profession: 'nurse' }} onGoOn={nothing} /></OpenPage> },
]
