import { useEffect, useState } from 'react'
import { readPin } from '#domain/access/pin.ts'
import type { StaffNumber } from '#domain/ids.ts'
import type { Person } from '#domain/log/person.ts'
import { readStaffNumber, type ReturnedDraft } from '../features/lock/missing.ts'
import { Returned } from '../features/lock/returned.tsx'
import { tellPerson } from '../session/open-ward.ts'
import { keepPin } from '../session/pins.ts'
import { goTo, notice } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useAtWork } from './ward-context.ts'

const nobody: ReturnedDraft = { staffNumber: '', name: '', profession: null, pin: '', pinAgain: '' }

/** Somebody new at the PC: introduced by the person at work, on record before they write, and with a PIN of their own. */
export function PersonPlace({ onPerson }: { readonly onPerson: (person: Person) => void }) {
  const { bridge, hand } = usePorts()
  const { open, standing } = useAtWork()
  const [draft, setDraft] = useState(nobody)
  const [isEntering, setEntering] = useState(false)
  const [taken, setTaken] = useState<readonly StaffNumber[]>([standing.by.staffNumber])

  useEffect(() => {
    void bridge.call('pin:people').then((found) => found.ok && setTaken((before) => [...before, ...found.value.people.map(({ person }) => person.staffNumber)]))
  }, [bridge])

  async function change({ staffNumber, name, profession, pin: typed }: ReturnedDraft): Promise<void> {
    const [staff, pin] = [readStaffNumber(staffNumber), readPin(typed)]
    if (staff === null || profession === null || !pin.ok || isEntering) return
    setEntering(true)
    const person: Person = { staffNumber: staff, name, profession }
    await tellPerson(open, standing, hand, person)
    const told = await bridge.call('journal:tell', { event: 'operator-changed', staffNumber: staff })
    if (told.ok) open.ward.acknowledge(told.value)
    const signed = await bridge.call('journal:checkpoint', { reason: 'operator-changed' })
    if (signed.ok) open.ward.acknowledge(signed.value)
    const kept = await keepPin(bridge, open.dek, open.incident, person, pin.value)
    if (!kept.ok) notice('pin-not-kept')
    onPerson(person)
  }

  return <Returned how="newcomer" taken={taken} draft={draft} onDraft={setDraft} isEntering={isEntering} hasFailed={false} onEnter={() => void change(draft)} onLeave={() => goTo({ at: 'home' })} />
}
