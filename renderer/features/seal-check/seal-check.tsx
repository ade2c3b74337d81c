import { useState } from 'react'
import type { EnvelopeFound } from '#domain/inventory/inventory.ts'
import { readKeeper } from '#domain/inventory/inventory.ts'
import type { MachineCheck } from '#domain/inventory/machine-check.ts'
import type { SealCheck } from '#domain/inventory/seal-check.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { KeeperFields, nobodyTyped } from '#renderer/ui/keeper-fields.tsx'
import { keeperWords } from '#renderer/ui/keeper-words.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { MachineLines } from './machine-lines.tsx'
import { words } from './words.ts'
import css from './seal-check.module.css'

const found = ['intact', 'damaged', 'not-there'] as const satisfies readonly EnvelopeFound[]
const printers = ['printed', 'failed', 'none'] as const satisfies readonly SealCheck['printer'][]
const clocks = ['right', 'wrong'] as const satisfies readonly SealCheck['clock'][]

/** A person looks at every envelope, prints a page and holds a watch beside the clock; the machine adds what it keeps. */
export function SealCheckScreen({ envelopes, machine, isSaving, onTestPrint, onRecord, onBack }: {
  readonly envelopes: readonly { readonly number: number; readonly place: string }[]
  /** Null while the machine is still looking. */
  readonly machine: readonly MachineCheck[] | null
  readonly isSaving: boolean
  readonly onTestPrint: () => void
  readonly onRecord: (check: SealCheck) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const keeperSay = useWords(keeperWords)
  const [who, setWho] = useState(nobodyTyped)
  const [seen, setSeen] = useState<Readonly<Record<number, EnvelopeFound>>>({})
  const [printer, setPrinter] = useState<SealCheck['printer'] | null>(null)
  const [clock, setClock] = useState<SealCheck['clock'] | null>(null)
  const by = readKeeper(who.name, who.staffNumber)
  const left = envelopes.filter(({ number }) => seen[number] === undefined).length
  const missing = by === null ? keeperSay.missing : left > 0 ? say.missing.envelopes(left) : printer === null ? say.missing.printer : clock === null ? say.missing.clock : isSaving ? say.missing.saving : null
  const record = (): void => {
    if (missing !== null || by === null || printer === null || clock === null) return
    onRecord({ by, envelopes: envelopes.flatMap(({ number }) => (seen[number] === undefined ? [] : [{ envelope: number, found: seen[number] }])), printer, clock })
  }
  return (
    <Screen
      label={say.label}
      pace="spacious"
      keys={{ onSave: record, onBack }}
      foot={
        <>
          <Button keys={['Esc']} onPress={onBack}>{say.back}</Button>
          <FootNote>{say.note}</FootNote>
          <FootEnd><Button look="primary" keys={['Ctrl', 'Enter']} onPress={record} offBecause={missing}>{say.record}</Button></FootEnd>
        </>
      }
    >
      <div className={css['columns']}>
        <div className={css['column']}>
          <Section title={say.who}><KeeperFields autoFocus typed={who} onTyped={setWho} /></Section>
          <Section title={say.envelopes} note={say.envelopesNote}>
            <div className={css['lines']}>
              {envelopes.map(({ number, place }) => (
                <div key={number} className={css['line']}>
                  <Choice label={say.envelope(number)} look="joined" value={seen[number] ?? null} onChange={(is) => setSeen((before) => ({ ...before, [number]: is }))} options={found.map((is) => ({ value: is, label: say.found[is] }))} />
                  <span className={css['place']}>{place === '' ? say.noPlace : <Written>{place}</Written>}</span>
                </div>
              ))}
            </div>
          </Section>
          <Section title={say.machine}>
            <div className={css['lines']}>
              <div className={css['line']}>
                <Choice label={say.printer} look="joined" value={printer} onChange={setPrinter} options={printers.map((is) => ({ value: is, label: say.printers[is] }))} />
                <Button size="small" onPress={onTestPrint}>{say.testPrint}</Button>
              </div>
              <div className={css['line']}><Choice label={say.clock} look="joined" value={clock} onChange={setClock} options={clocks.map((is) => ({ value: is, label: say.clocks[is] }))} /></div>
            </div>
          </Section>
        </div>
        <div className={css['column']}>
          <Section title={say.keeps} note={say.keepsNote}>{machine === null ? <p>{say.looking}</p> : <MachineLines machine={machine} />}</Section>
        </div>
      </div>
    </Screen>
  )
}
