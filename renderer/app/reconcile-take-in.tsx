import { useMemo, useRef, useState } from 'react'
import { conflictsIn, takenIn, type Offered } from '#domain/desk/take-in.ts'
import { keyIdOf } from '#domain/export/minisig.ts'
import { sayEntry } from '#domain/export/say-entry.ts'
import { shownMoment } from '#domain/export/words.ts'
import type { StationId } from '#domain/ids.ts'
import { readEntry, type Entry } from '#domain/log/entry.ts'
import { kinds } from '#domain/log/kinds.ts'
import type { RecordsTakenIn } from '#domain/desk/taken-in.ts'
import type { Result } from '#domain/result.ts'
import { TakeInPanel, type TakeInForm, type TakeInRefused, type TakeInState } from '../features/reconcile/take-in-panel.tsx'
import { TakenIn } from '../features/reconcile/taken-in.tsx'
import { takeInWords, type TakeInFaultCode } from '../features/reconcile/take-in-words.ts'
import css from '../features/reconcile/reconcile.module.css'
import { copyText } from '../session/copy-text.ts'
import { giveExchange, offeredExchange } from '../session/exchange.ts'
import { mostExport, offeredExport, takeIn, type TakeInStep } from '../session/take-in.ts'
import { setTakingIn } from '../session/session.ts'
import { emptyCode } from '../ui/code-groups.ts'
import { useLanguage } from '../ui/language.tsx'
import { usePorts } from './ports.ts'
import type { DeskRecords } from './use-desk-records.ts'
import { useAtWork } from './ward-context.ts'

const emptyForm: TakeInForm = { way: 'export', file: null, isSigned: false, officer: '', code: emptyCode('sealed'), folder: null }
const ready: TakeInState = { is: 'ready', refused: null, done: null }

/** What comes to this desk, and what goes on to another. */
export function ReconcileTakeIn({ kept, wards }: { readonly kept: DeskRecords; readonly wards: readonly RecordsTakenIn[] }) {
  const { bridge, hand, vault } = usePorts()
  const { open, status, standing } = useAtWork()
  const language = useLanguage()
  const [form, setForm] = useState(emptyForm)
  const [state, setState] = useState(ready)
  const files = useRef<{ readonly main: File; readonly signature: File | null } | null>(null)
  const isStopped = useRef(false)
  const isCancelled = (): boolean => isStopped.current
  const progress = (step: TakeInStep, done: number, of: number): void => setState({ is: 'working', step, done, of })

  function choose(chosen: readonly File[]): void {
    const signature = chosen.find(({ name }) => name.endsWith('.minisig')) ?? null
    const main = chosen.find(({ name }) => name.endsWith('.age')) ?? chosen.find((file) => file !== signature)
    // The signature alone, chosen behind its file: it joins it.
    if (main === undefined && signature !== null && files.current !== null) files.current = { ...files.current, signature }
    else if (main !== undefined) files.current = { main, signature }
    const now = files.current
    setForm({ ...form, file: now === null ? null : now.main.name, isSigned: now !== null && now.signature !== null })
    setState(ready)
  }

  async function offered(): Promise<Result<Offered, TakeInRefused>> {
    const { main, signature } = files.current ?? { main: null, signature: null }
    if (main === null || main.size > mostExport) return { ok: false, error: { code: 'too-large' } }
    const bytes = new Uint8Array(await main.arrayBuffer())
    if (form.way === 'receive') return offeredExchange(vault, bytes, form.code.join('-'))
    const minisig = signature === null ? null : (await signature.slice(0, 4096).text())
    return shown(await offeredExport(vault, bytes, minisig, form.officer, { isCancelled, progress }))
  }

  async function take(): Promise<void> {
    if (files.current === null) return
    isStopped.current = false
    progress('opening', 0, 1)
    const file = await offered()
    setForm((before) => ({ ...before, officer: '', code: emptyCode('sealed') })) // a wrong key is typed anew; a right one must not stay in the page
    if (!file.ok) return setState({ is: 'ready', refused: file.error, done: null })
    setTakingIn(true)
    const taken = shown(await takeIn(bridge, open, hand, standing, file.value, kept.records, { progress, isCancelled, saved: kept.hold }).finally(() => setTakingIn(false)))
    kept.release()
    if (!taken.ok) return setState({ is: 'ready', refused: taken.error, done: null })
    const { letters, ward, added, already } = taken.value
    files.current = null
    setForm((before) => ({ ...before, file: null, isSigned: false }))
    setState({ is: 'ready', refused: null, done: { from: `${letters} ${ward}`, added, already } })
  }

  async function give(): Promise<void> {
    if (form.folder === null) return
    setState({ is: 'giving' })
    const given = await giveExchange({ bridge, hand, vault }, status, open, standing, kept.records, form.folder)
    if (given.ok) return setState({ is: 'given', ...given.value })
    const code: TakeInFaultCode = given.error.code === 'nothing-to-give' || given.error.code === 'too-large' ? given.error.code : 'not-written'
    setState({ is: 'ready', refused: { code }, done: null })
  }

  const counts = useMemo(() => {
    const byStation = new Map<StationId, number>()
    for (const { entry } of kept.records) if (entry.kind === 'entry-imported') byStation.set(entry.body.origin.station, (byStation.get(entry.body.origin.station) ?? 0) + 1)
    return byStation
  }, [kept.records])
  const conflicts = useMemo(() => conflictsIn(kept.records), [kept.records])
  const says = (entry: Entry | null): string => (entry === null ? takeInWords.unreadable[language] : [shownMoment(entry.at), entry.by.name, ...sayEntry({ entry, placeOf: () => null, forms: [] }).map(({ label, text }) => `${label?.[language] ?? ''} ${text}`.trim())].join('　'))
  return (
    <div className={css['two']}>
      <div className={css['scroll']}>
        <TakenIn
          wards={wards.map(({ from, exportNo, madeAt, signingKey, entries }) => ({ ...from, exportNo, madeAt, keyId: signingKey === null ? '' : keyIdOf(signingKey), here: counts.get(from.station) ?? 0, of: entries }))}
          conflicts={conflicts.map(({ of, here, there, from }) => {
            const read = readEntry(there)
            return { id: `${of} ${from.station}`, what: here === null ? takeInWords.unreadable[language] : kinds[here.kind].label[language], here: says(here), there: says(read.ok ? read.value : null), letters: from.letters }
          })}
          more={takenIn(kept.records).reduce((sum, { moreConflicts }) => sum + moreConflicts, 0)}
          onCopy={(text) => copyText(bridge, text)}
        />
      </div>
      <div className={css['scroll']}>
        <TakeInPanel
          form={form} state={state}
          onForm={(to) => {
            if (to.way !== form.way) {
              files.current = null
              setState(ready)
            }
            setForm(to)
          }}
          onFiles={choose} onTakeIn={() => void take()} onGive={() => void give()} onCodeOnPaper={() => setState(ready)}
          onStop={() => {
            isStopped.current = true
          }}
          onFolder={() => void bridge.call('export:choose').then((chosen) => chosen.ok && chosen.value.folder !== null && setForm((before) => ({ ...before, folder: chosen.value.folder })))}
        />
      </div>
    </div>
  )
}

/** Which realm it was changes no word of the sentence. */
function shown<Value>(made: Result<Value, TakeInRefused | { readonly code: 'other-realm'; readonly realm: string }>): Result<Value, TakeInRefused> {
  return made
}
