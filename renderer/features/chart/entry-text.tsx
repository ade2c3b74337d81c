import type { Entry } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import { shownName } from '#domain/patient/naming.ts'
import { shownPressure, shownVital } from '#domain/record/vital-fields.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { dutyWords } from '#renderer/ui/duty-words.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { triageMethodWords } from '#renderer/ui/triage-method-words.ts'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { CareText, type PlaceOf } from './care-text.tsx'
import { FactText } from './fact-text.tsx'
import { factWords } from './fact-words.ts'
import { FormText } from './form-text.tsx'
import { words } from './words.ts'
import css from './timeline.module.css'

const ours = { origin: null, form: null } as const

/** What one record says, in words. Text that people wrote is isolated and keeps its lines. `row`: who wrote it; without one this station. */
export function EntryText({ entry, placeOf, row = ours }: { readonly entry: Entry; readonly placeOf: PlaceOf; readonly row?: Pick<ChartRow, 'origin' | 'form'> }) {
  const say = useWords(words).entry
  const sayDuty = useWords(dutyWords).reasons
  const sayFact = useWords(factWords)
  switch (entry.kind) {
    case 'patient-registered':
      return (
        <>
          <b>{say.registered(entry.body.number)}</b> <Written>{shownName(entry.body.naming)}</Written>
          {entry.body.bed !== null && <> <Written>{say.inBed(entry.body.bed)}</Written></>}
          {entry.body.features.trim() !== '' && <span className={css['text']}><Written>{say.features(entry.body.features)}</Written></span>}
          {entry.body.arrival !== null && <span className={css['text']}><Written>{say.arrival(entry.body.arrival)}</Written></span>}
        </>
      )
    case 'patient-moved':
      return <Written>{entry.body.bed === null ? say.outOfBed : say.moved(entry.body.bed)}</Written>
    case 'allergy-stated':
      return <b><Written>{allergyText(entry.body, say.allergy)}</Written></b>
    case 'triage-decided':
      return <TriageText decision={entry.body} />
    case 'vital-signs':
      return <VitalText signs={entry.body} />
    case 'note':
      return <span className={css['text']}><Written>{entry.body.text}</Written></span>
    case 'entry-struck':
      return <Written>{say.struck(entry.body.reason)}</Written>
    case 'proxy-approved':
      return say.approval
    case 'outside-usual':
      return <Written>{say.outside(sayDuty[entry.body.reason], entry.body.words)}</Written>
    case 'hand-over-signed':
      return (
        <>
          <b><Written>{say.handedOver(entry.body.takenOverBy)}</Written></b>
          <span className={css['text']}><Written>{say.handOver(entry.body)}</Written></span>
        </>
      )
    case 'form':
      return <FormText body={entry.body} row={row} />
    case 'patient-described':
    case 'identity-claimed':
    case 'identity-verified':
    case 'patient-linked':
    case 'photo-taken':
    case 'insurance-stated':
    case 'stay-changed':
    case 'care-needs-stated':
    case 'death-confirmed':
    case 'patient-sent':
      return <FactText entry={entry} />
    case 'order-given':
    case 'order-received':
    case 'order-done':
    case 'order-stopped':
    case 'medicine-given':
    case 'medicine-withheld':
    case 'infusion-changed':
    case 'effect-seen':
    case 'transfusion-started':
    case 'transfusion-watched':
    case 'transfusion-ended':
    case 'specimen-taken':
    case 'exam-reported':
    case 'critical-called':
    case 'fluid-measured':
    case 'last-dose-confirmed':
    case 'blood-type-stated':
    case 'match-decided':
      return <CareText entry={entry} placeOf={placeOf} />
    case 'entry-imported':
      return sayFact.unreadable
    case 'incident-told':
    case 'person-identified':
    case 'chart-opened':
    case 'countersigned':
    case 'draft-taken-over':
    case 'export-made':
    case 'continuity-made':
    case 'clock-confirmed':
    case 'chronology-line':
    case 'ward-line-struck':
    case 'stood-down':
    case 'incident-reported':
    case 'sheet-printed':
    case 'numbers-set-aside':
    case 'numbers-voided':
    case 'controlled-moved':
    case 'form-extended':
    case 'record-transcribed':
    case 'sheet-listed':
    case 'records-taken-in':
    case 'check-signed':
    case 'archive-labelled':
      return null // none of them stands in a patient's chart (domain/view/chart.ts)
  }
}

/** Suggestion and decision stand apart, and what made them different beside them. */
function TriageText({ decision }: { readonly decision: BodyOf<'triage-decided'> }) {
  const say = useWords(words).entry.triage
  const methods = useWords(triageMethodWords)
  const { method, suggested, decided, overrideReason, tagNumber, tagReplaced, place, organisation, note } = decision
  return (
    <>
      <span className={css['values']}>
        {suggested !== null && <span>{say.suggested} <TriageMark category={suggested} size="small" words="colour" /></span>}
        <span><b>{say.decided}</b> <TriageMark category={decided} size="small" words="full" /></span>
        <span>{methods[method]}</span>
        {tagNumber !== '' && <Written>{say.tag(tagNumber)}</Written>}
        {tagReplaced && <span>{say.newTag}</span>}
      </span>
      {overrideReason !== '' && <span className={css['text']}><Written>{say.because(overrideReason)}</Written></span>}
      {[place, organisation, note].some((text) => text.trim() !== '') && <span className={css['text']}><Written>{[place, organisation, note].filter((text) => text.trim() !== '').join('　')}</Written></span>}
    </>
  )
}

function VitalText({ signs }: { readonly signs: BodyOf<'vital-signs'> }) {
  const say = useWords(words).entry.vital
  const language = useLanguage()
  const pressure = shownPressure(signs)
  const parts = [
    signs.temperatureC === null ? null : `${say.T} ${shownVital('temperatureC', signs.temperatureC)[language]}`,
    signs.pulsePerMin === null ? null : `${say.P} ${shownVital('pulsePerMin', signs.pulsePerMin)[language]}`,
    pressure === null ? null : `${say.BP} ${pressure}`,
    signs.respirationsPerMin === null ? null : `${say.R} ${shownVital('respirationsPerMin', signs.respirationsPerMin)[language]}`,
    signs.spo2Percent === null ? null : `SpO₂ ${shownVital('spo2Percent', signs.spo2Percent)[language]}`,
    signs.oxygenLPerMin === null ? null : `${say.O2} ${shownVital('oxygenLPerMin', signs.oxygenLPerMin)[language]}`,
    signs.jcs === null ? null : shownVital('jcs', signs.jcs)[language],
  ].filter((part) => part !== null)
  return (
    <>
      <span className={css['values']}>{parts.map((part) => <span key={part}>{part}</span>)}</span>
      {signs.remark.trim() !== '' && <span className={css['text']}><Written>{signs.remark}</Written></span>}
    </>
  )
}

type AllergySay = { readonly unconfirmed: string; readonly none: (source: string) => string; readonly present: (all: string, source: string) => string; readonly source: (source: string) => string }

function allergyText(statement: BodyOf<'allergy-stated'>, say: AllergySay): string {
  if (statement.state === 'unconfirmed') return say.unconfirmed
  if (statement.state === 'none') return say.none(statement.source)
  const all = statement.substances.map(({ substance, reaction }) => (reaction.trim() === '' ? substance : `${substance}（${reaction}）`)).join('・')
  return say.present(all, statement.source.trim() === '' ? '' : say.source(statement.source))
}
