import { Printer } from 'lucide-react'
import { useState } from 'react'
import { readKeeper, type InventoryRow, type Keeper } from '#domain/inventory/inventory.ts'
import { mostLine, mostName } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { KeeperFields, nobodyTyped } from '#renderer/ui/keeper-fields.tsx'
import { keeperWords } from '#renderer/ui/keeper-words.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { nearMoment } from '#renderer/ui/moment.ts'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord, type State } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './inventory.module.css'

type Placings = Readonly<Record<number, { readonly place: string; readonly holder: string }>>

const states: Readonly<Record<InventoryRow['state'], State>> = { sealed: 'ok', opened: 'warn', retired: 'none', void: 'none', missing: 'bad' }

/** Where each envelope is and who answers for it. What was used or burnt stays in the list for ever and cannot be placed. */
export function InventoryScreen({ rows, now, onKeep, onPrint, onBack }: {
  readonly rows: readonly InventoryRow[]
  readonly now: Instant
  readonly onKeep: (items: readonly { readonly envelope: number; readonly place: string; readonly holder: string }[], by: Keeper) => void
  readonly onPrint: () => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const [typed, setTyped] = useState<Placings>({})
  const [who, setWho] = useState(nobodyTyped)
  const keeperSay = useWords(keeperWords)
  const live = rows.filter(({ state }) => state !== 'retired' && state !== 'void')
  const gone = rows.filter(({ state }) => state === 'retired' || state === 'void')
  const changed = live.filter(({ envelope, place, holder }) => {
    const wanted = typed[envelope]
    return wanted !== undefined && (wanted.place !== place || wanted.holder !== holder)
  })
  const by = readKeeper(who.name, who.staffNumber)
  const isPlaced = changed.every(({ envelope }) => (typed[envelope]?.place.trim() ?? '') !== '')
  const missing = changed.length === 0 ? say.nothingChanged : !isPlaced ? say.placeMissing : by === null ? keeperSay.missing : null
  const keep = (): void => {
    if (missing !== null || by === null) return
    onKeep(changed.map(({ envelope }) => ({ envelope, place: typed[envelope]?.place ?? '', holder: typed[envelope]?.holder ?? '' })), by)
    setTyped({})
  }
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: keep, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <Button icon={Printer} onPress={onPrint}>{say.print}</Button>
          <FootNote>{say.traceNote}</FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={keep} offBecause={missing}>{say.keep}</Button></FootEnd>
        </>
      }
    >
      <h2 className={css['question']}>{say.question}</h2>
      <ul className={css['rows']}>
        {live.map(({ envelope, state, place, holder, seen }, index) => {
          const shown = typed[envelope] ?? { place, holder }
          const change = (part: Partial<typeof shown>): void => setTyped((before) => ({ ...before, [envelope]: { ...shown, ...part } }))
          return (
            <li key={envelope} className={css['row']}>
              <span className={css['number']}>{envelope}</span>
              <Field label={say.place(envelope)} most={mostLine} autoFocus={index === 0} value={shown.place} onChange={(next) => change({ place: next })} />
              <Field label={say.holder(envelope)} most={mostName} value={shown.holder} onChange={(next) => change({ holder: next })} />
              <span className={css['state']}><StateWord is={states[state]}>{say.states[state]}</StateWord><small>{seen === null ? say.neverSeen : say.seen(nearMoment(seen.at, now))}</small></span>
            </li>
          )
        })}
      </ul>
      <Section title={say.who}><KeeperFields typed={who} onTyped={setWho} /></Section>
      {gone.length > 0 && <p className={css['gone']}>{say.gone(gone.map(({ envelope, state }) => `${envelope}（${say.states[state]}）`).join('、'))}</p>}
    </Screen>
  )
}
