import { useEffect, useState } from 'react'
import { reliefNumber } from '#domain/access/relief-number.ts'
import { readPin } from '#domain/access/pin.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { nobodyYet, type LockAnswer, type ReturnedDraft, type StaffOnDuty } from '../features/lock/missing.ts'
import { NumberGiven } from '../features/lock/number-given.tsx'
import { Returned } from '../features/lock/returned.tsx'
import { SwitchPerson } from '../features/lock/switch-person.tsx'
import { tellOperator, tellPerson } from '../session/open-ward.ts'
import { keepPin, provePin } from '../session/pins.ts'
import { notice } from '../session/session.ts'
import { PinResetPlace } from './pin-reset-place.tsx'
import { usePorts } from './ports.ts'
import { useKnownPeople } from './use-known-people.ts'
import { useAtWork } from './ward-context.ts'

type Known = { readonly person: Person; readonly left: number }
type Step =
  | { readonly at: 'switch' }
  | { readonly at: 'introduce'; readonly draft: ReturnedDraft }
  | { readonly at: 'reset'; readonly person: Person }
  | { readonly at: 'given'; readonly person: Person }

/** The next person at the PC: with their own PIN, or introduced by whoever is at work, on record before they write. */
export function PersonPlace({ chosen: scanned, onPerson, onLeave }: { readonly chosen: StaffNumber | null; readonly onPerson: (person: Person) => void; readonly onLeave: () => void }) {
  const { bridge, hand } = usePorts()
  const { open, person: atWork, standing } = useAtWork()
  const { staff, identified, whose } = useKnownPeople()
  const [people, setPeople] = useState<readonly Known[] | null>(null)
  const [chosen, setChosen] = useState(scanned)
  const [answer, setAnswer] = useState<LockAnswer>({ kind: 'not-tried' })
  const [step, setStep] = useState<Step>({ at: 'switch' })
  const [isEntering, setEntering] = useState(false)

  useEffect(() => {
    void bridge.call('pin:people').then((found) => {
      const known = found.ok ? found.value.people : []
      setPeople(known)
      // A badge of somebody who has no PIN here yet: they are introduced.
      if (scanned !== null && !known.some(({ person }) => person.staffNumber === scanned)) introduce(scanned)
    })
  }, [bridge]) // oxlint-disable-line react-hooks/exhaustive-deps -- read when the screen comes up

  /** What is known of somebody is not typed again. */
  function introduce(staffNumber: StaffNumber | null): void {
    const before = staffNumber === null ? undefined : identified.get(staffNumber)
    const member = before?.person ?? staff.find((one) => one.staffNumber === staffNumber)
    setStep({ at: 'introduce', draft: member === undefined ? nobodyYet : { ...nobodyYet, staffNumber: member.staffNumber, name: member.name, profession: member.profession, organisation: before?.organisation ?? '' } })
  }

  async function change(staffNumber: StaffNumber, typed: string): Promise<void> {
    const pin = readPin(typed)
    const known = people?.find(({ person }) => person.staffNumber === staffNumber)
    if (!pin.ok || known === undefined) return
    setAnswer({ kind: 'trying' })
    const proved = await provePin(bridge, open.incident, staffNumber, pin.value)
    if (proved.ok) {
      await tellOperator(bridge, open, staffNumber)
      return onPerson(known.person)
    }
    const fault = proved.error
    setAnswer(fault.code === 'wrong-pin' ? { kind: 'wrong-pin', staffNumber, left: fault.left } : fault.code === 'no-tries-left' ? { kind: 'no-tries-left', staffNumber } : { kind: 'failed' })
    const now = await bridge.call('pin:people')
    if (now.ok) setPeople(now.value.people)
  }

  async function enter({ staffNumber, name, profession, organisation, pin: typed }: ReturnedDraft, given: StaffNumber): Promise<void> {
    const isGiven = staffNumber.trim() === ''
    const [number, pin] = [isGiven ? given : readStaffNumber(staffNumber), readPin(typed)]
    if (number === null || profession === null || !pin.ok || isEntering) return
    setEntering(true)
    const person: Person = { staffNumber: number, name, profession }
    await tellPerson(open, standing, hand, person, organisation)
    await tellOperator(bridge, open, number)
    const kept = await keepPin(bridge, open.dek, open.incident, person, pin.value)
    if (!kept.ok) notice('pin-not-kept')
    setEntering(false)
    if (isGiven) setStep({ at: 'given', person })
    else onPerson(person)
  }

  if (people === null) return null
  const taken = people.map(({ person }) => person.staffNumber)
  const others: readonly StaffOnDuty[] = people.filter(({ person }) => person.staffNumber !== atWork.staffNumber).map(({ person, left }) => ({ staffNumber: person.staffNumber, name: person.name, left }))
  switch (step.at) {
    case 'given':
      return <NumberGiven person={step.person} onGoOn={() => onPerson(step.person)} />
    case 'reset':
      return <PinResetPlace person={step.person} people={people} onDone={() => setStep({ at: 'switch' })} onPeople={setPeople} />
    case 'introduce': {
      const given = reliefNumber([...identified.keys(), ...taken, ...staff.map(({ staffNumber }) => staffNumber)])
      return (
        <Returned
          how="newcomer" taken={[atWork.staffNumber, ...taken]} given={given} vouchedBy={atWork.name} draft={step.draft} onDraft={(draft) => setStep({ at: 'introduce', draft })}
          isEntering={isEntering} hasFailed={false} onEnter={() => void enter(step.draft, given)} onLeave={() => setStep({ at: 'switch' })}
        />
      )
    }
    case 'switch': {
      // Somebody identified before the PC was restarted has a name here and no PIN any more.
      const known = [...[...identified.values()].map(({ person }) => person), ...staff]
      const notYet = [...new Map(known.map((one) => [one.staffNumber, one])).values()].filter(({ staffNumber }) => staffNumber !== atWork.staffNumber && !taken.includes(staffNumber))
      return (
        <SwitchPerson
          people={others} notYet={notYet} chosen={chosen} answer={answer} whose={(badge) => (whose(badge) === atWork.staffNumber ? null : whose(badge))} onChoose={setChosen} onPin={(staffNumber, pin) => void change(staffNumber, pin)} onIntroduce={introduce} onLeave={onLeave}
          onReset={(staffNumber) => {
            const known = people.find(({ person }) => person.staffNumber === staffNumber)
            if (known !== undefined) setStep({ at: 'reset', person: known.person })
          }}
        />
      )
    }
  }
}
