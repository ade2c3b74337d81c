import { useState } from 'react'
import { learnRule, type Sample } from '#domain/scan/learn.ts'
import { ReaderLayout } from '#domain/scan/key-text.ts'
import { readByRule, type ScanRule } from '#domain/scan/rule.ts'
import { readScan, type ScanFault, type Scanned } from '#domain/scan/scanned.ts'
import type { Scanning } from '#domain/scan/scanning.ts'
import type { Result } from '#domain/result.ts'
import { mostName } from '#domain/text.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { scanKindWords } from '#renderer/ui/scan-kind-words.ts'
import { useScans } from '#renderer/ui/scans.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { scanWords } from './scan-words.ts'
import css from './edit.module.css'

const mostSamples = 3
const mostRules = 10

type ScanningProps = { readonly scanning: Scanning; readonly onScanning: (scanning: Scanning) => void }

/** Readers and bars: the rules there are, a new one from samples, and a place to try them. Samples are kept nowhere. */
export function ScanningFields({ scanning, onScanning, begun = [] }: ScanningProps & { readonly begun?: readonly Sample[] }) {
  const say = useWords(scanWords)
  const [samples, setSamples] = useState<readonly Sample[] | null>(begun.length === 0 ? null : begun)
  const [tried, setTried] = useState<Result<Scanned, ScanFault> | null>(null)
  useScans(({ read, text }) => {
    if (samples === null) setTried(readScan(text, { realm: 'real', rules: scanning.rules, whose: () => null, thisYear: 2000 }))
    else if (samples.length < mostSamples) setSamples([...samples, { read, printed: '' }])
    return true
  })
  return (
    <div className={css['stack']}>
      <Choice
        label={say.layout} value={scanning.layout} onChange={(layout) => onScanning({ ...scanning, layout })} look="joined"
        options={ReaderLayout.options.map((value) => ({ value, label: say.layouts[value] }))}
      />
      <Section title={say.rules}><Rules scanning={scanning} onScanning={onScanning} /></Section>
      {samples === null ? (
        <>
          <div><Button onPress={() => setSamples([])} offBecause={scanning.rules.length >= mostRules ? say.full : null}>{say.learn}</Button></div>
          {scanning.rules.length > 0 && <Section title={say.test}>{tried === null ? <p>{say.testNow}</p> : <Tried tried={tried} />}</Section>}
        </>
      ) : (
        <Learn samples={samples} onSamples={setSamples} onRule={(layout, rule) => {
          onScanning({ layout, rules: [...scanning.rules, rule] })
          setSamples(null)
        }} />
      )}
    </div>
  )
}

function Rules({ scanning, onScanning }: ScanningProps) {
  const say = useWords(scanWords)
  if (scanning.rules.length === 0) return <p>{say.noRules}</p>
  return (
    <ul className={css['faults']}>
      {scanning.rules.map((rule, index) => (
        <li key={JSON.stringify(rule)} className={css['rule']}>
          <span><b>{say.whats[rule.what]}</b>　<Written>{ruleWords(rule, say)}</Written></span>
          <Button size="small" label={say.remove(index + 1)} onPress={() => onScanning({ ...scanning, rules: scanning.rules.filter((_, at) => at !== index) })}>{say.removeShort}</Button>
        </li>
      ))}
    </ul>
  )
}

function Learn({ samples, onSamples, onRule }: {
  readonly samples: readonly Sample[]
  readonly onSamples: (samples: readonly Sample[] | null) => void
  readonly onRule: (layout: ReaderLayout, rule: ScanRule) => void
}) {
  const say = useWords(scanWords)
  const [what, setWhat] = useState<ScanRule['what']>('patient')
  const [chosen, setChosen] = useState<string | null>(null)
  const learnt = learnRule(what, samples)
  const rules = learnt.ok ? learnt.value.rules : []
  const rule = rules.length === 1 ? rules[0] : rules.find((one) => JSON.stringify(one) === chosen)
  return (
    <Section title={say.learn} note={say.learnNote} end={<Button size="small" onPress={() => onSamples(null)}>{say.again}</Button>}>
      <div className={css['stack']}>
        <Choice label={say.what} value={what} onChange={setWhat} options={(['patient', 'triage-tag'] as const).map((value) => ({ value, label: say.whats[value] }))} />
        {samples.map(({ read, printed }, index) => (
          <div key={index} className={css['pair']}>
            <p><small>{say.read(index + 1)}</small><br /><b><Written>{learnt.ok ? read[learnt.value.layout] : read.us}</Written></b></p>
            <Field label={say.printed(index + 1)} most={mostName} autoFocus={index === samples.length - 1} value={printed} onChange={(typed) => onSamples(samples.map((one, at) => (at === index ? { ...one, printed: typed } : one)))} />
          </div>
        ))}
        {!learnt.ok && <Banner look={learnt.error.code === 'printed-not-in-bar' || learnt.error.code === 'samples-differ' ? 'warn' : 'info'}>{samples.length === 0 ? say.scanNow : say.faults[learnt.error.code]}</Banner>}
        {rules.length > 1 && (
          <>
            {samples.length < mostSamples && <p>{say.scanMore}</p>}
            <Choice
              label={say.which} hint={say.fits(rules.length)} look="list" value={rule === undefined ? null : JSON.stringify(rule)} onChange={setChosen}
              options={rules.map((one) => ({ value: JSON.stringify(one), label: <Written>{ruleWords(one, say)}</Written>, note: say.gives(numberIn(one, samples, learnt.ok ? learnt.value.layout : 'us')) }))}
            />
          </>
        )}
        {rules.length === 1 && rule !== undefined && <Banner look="ok" isAnnounced={false}>{`${ruleWords(rule, say)}。${say.gives(numberIn(rule, samples, learnt.ok ? learnt.value.layout : 'us'))}`}</Banner>}
        {learnt.ok && <div><Button onPress={() => rule !== undefined && onRule(learnt.value.layout, rule)} offBecause={rule === undefined ? say.choose : null}>{say.add}</Button></div>}
      </div>
    </Section>
  )
}

function numberIn(rule: ScanRule, [first]: readonly Sample[], layout: ReaderLayout): string {
  const read = readByRule(rule, first?.read[layout] ?? '')
  return read.ok ? read.value : ''
}

function ruleWords(rule: ScanRule, say: Spoken<typeof scanWords>): string {
  return [
    ...(rule.before === '' ? [] : [say.before(rule.before)]),
    say.length(rule.least, rule.most),
    ...(rule.after === '' ? [] : [say.after(rule.after)]),
    ...(rule.symbols === 'digits' ? [] : [say.letters]),
    `${say.check[rule.check]}${rule.check === 'none' || rule.isCheckPrinted ? '' : say.inBar}`,
  ].join(say.and)
}

function Tried({ tried }: { readonly tried: Result<Scanned, ScanFault> }) {
  const say = useWords(scanWords)
  const kinds = useWords(scanKindWords)
  if (tried.ok) return <Banner look="ok"><Written>{say.known(kinds[tried.value.kind], 'number' in tried.value ? tried.value.number : '')}</Written></Banner>
  const { error } = tried
  return <Banner look="warn">{error.code === 'check-symbol' ? say.wrongCheck(kinds[error.of]) : error.code === 'two-meanings' ? say.twoMeanings : say.unread}</Banner>
}
