import { useEffect, useState } from 'react'
import type { Output, StationStatus } from '#domain/bridge.ts'
import { fingerprintOf } from '#domain/access/roster.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { eventWords } from '../features/audit/event-words.ts'
import type { SelfCheck } from '../features/sealed/checks.tsx'
import { Sealed } from '../features/sealed/sealed.tsx'
import { inventoryRows, type Inventory, type InventoryRow } from '#domain/inventory/inventory.ts'
import type { ReferenceCard } from '#domain/reference/reference-set.ts'
import { nextCheck } from '#domain/inventory/seal-check.ts'
import { goTo, setHelp, shownNow, useSession } from '../session/session.ts'
import { useLanguage } from '../ui/language.tsx'
import { rosterHash } from '../vault/account.ts'
import { usePorts } from './ports.ts'
import { useReferenceCards } from './reference-place.tsx'
import { useInventory } from './use-inventory.ts'
import { useNow } from './use-now.ts'

type Events = Output<'journal:public'>['events']
type Checked = Output<'station:checks'> & { readonly at: Instant }

/** The sealed station: what it knows of itself, read from the machine without any key. */
export function SealedPlace({ status }: { readonly status: StationStatus & { readonly card: NonNullable<StationStatus['card']> } }) {
  const { bridge, hand } = usePorts()
  const language = useLanguage()
  const now = useNow()
  const [events, setEvents] = useState<Events>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const [isChecking, setChecking] = useState(false)
  const [inventory] = useInventory()
  const [{ cards }] = useReferenceCards()
  const { sealCheckDays } = useSession((session) => session.plan)
  const check = async (): Promise<void> => {
    setChecking(true)
    const found = await bridge.call('station:checks')
    if (found.ok) setChecked({ ...found.value, at: shownNow(hand) })
    const told = await bridge.call('journal:public', { journal: 'station', before: null, most: 200 })
    if (told.ok) setEvents(told.value.events)
    setChecking(false)
  }
  // The station checks itself when this screen comes up; nothing here needs a person to ask.
  useEffect(() => void check(), []) // oxlint-disable-line react-hooks/exhaustive-deps -- once, when the screen comes up
  const { card } = status
  const timeOf = (name: string): Instant | null => {
    const found = events.find(({ event }) => event.event === name)
    return found === undefined ? null : instantOf(found.wallMs)
  }
  const rows = inventoryRows(card, inventory)
  const sealedAt = timeOf('station-sealed')
  return (
    <Sealed
      now={now}
      letters={card.profile.letters}
      epoch={card.roster.epoch}
      sealedAt={sealedAt}
      sealedBy={inventory.sealedBy?.name ?? null}
      fingerprint={fingerprintOf(rosterHash(card.roster))}
      envelopes={rows}
      broken={card.broken}
      checks={checksOf(status, checked, inventory, rows, cards.patients)}
      checkedAt={checked?.at ?? null}
      isChecking={isChecking}
      lastCheck={inventory.checked === null ? null : { ...inventory.checked, findings: inventory.checked.findings.length }}
      nextCheck={nextCheck(inventory, sealedAt, sealCheckDays)}
      lastOpenedAt={timeOf('envelope-opened')}
      events={events.slice(0, 20).map(({ wallMs, event }) => ({ at: instantOf(wallMs), what: eventWords(event, language) }))}
      onBreakGlass={() => goTo({ at: 'open' })}
      onCheck={() => void check()}
      onRecord={() => goTo({ at: 'seal-check' })}
      onInventory={() => goTo({ at: 'inventory' })}
      onPlan={() => goTo({ at: 'plan' })}
      onReference={() => goTo({ at: 'reference' })}
      onMaintenance={() => goTo({ at: 'maintenance' })}
      onAudit={() => goTo({ at: 'audit' })}
      onHelp={() => setHelp(true)}
      onBlankForms={null}
      onDrill={status.realm === 'drill' ? null : () => goTo({ at: 'drill' })}
    />
  )
}

function checksOf(status: StationStatus & { readonly card: NonNullable<StationStatus['card']> }, checked: Checked | null, inventory: Inventory, rows: readonly InventoryRow[], list: ReferenceCard | null): readonly SelfCheck[] {
  const { card, secondJournal, power } = status
  const second = !secondJournal.configured ? 'absent' : secondJournal.cause !== null ? 'lost' : secondJournal.behind > 0 ? 'behind' : 'in-step'
  const chain: readonly SelfCheck[] = checked === null ? [] : [{ check: 'chain', frames: checked.frames, alarms: checked.findings.filter(({ level }) => level === 'alarm').length }, { check: 'accounts', whole: checked.wholeAccounts, of: card.accountFiles.length }]
  return [
    ...chain,
    { check: 'inventory', unopened: rows.filter(({ state }) => state === 'sealed').length, of: card.accountFiles.length, missing: rows.filter(({ state }) => state === 'missing').length },
    ...(checked === null ? [] : [{ check: 'machine' as const, found: checked.machine.filter(({ is }) => is === 'found').length, notChecked: checked.machine.filter(({ is }) => is === 'not-checked').length }]),
    { check: 'printer', at: inventory.checked?.at ?? null, isPrinted: inventory.checked?.findings.every((finding) => finding !== 'printer-failed' && finding !== 'printer-absent') ?? false },
    { check: 'reference', list },
    { check: 'second-journal', state: second, behind: secondJournal.behind },
    { check: 'power', percent: power.percent, isOnBattery: power.onBattery },
    { check: 'exit', exit: status.lastExit },
    { check: 'letters', letters: card.profile.letters, isInDoubt: card.lettersInDoubt },
  ]
}
