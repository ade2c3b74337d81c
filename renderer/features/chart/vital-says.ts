import { vitalFields, vitalNames, type VitalName } from '#domain/record/vital-fields.ts'
import type { VitalForm, VitalReadings } from '#domain/record/vital-entry.ts'
import type { FieldSays } from '#renderer/ui/field.tsx'
import type { Spoken } from '#renderer/ui/language.tsx'
import type { words } from './words.ts'

type Say = Spoken<typeof words>['vital']

/** What is said about one field, or null when there is nothing to say. */
export function vitalSays(name: VitalName, form: VitalForm, readings: VitalReadings, say: Say): FieldSays | null {
  const reading = readings[name]
  if (reading.verdict === 'fine') return null
  if (reading.verdict === 'bad') return { kind: 'bad', words: badWords(name, reading.code, say) }
  const shown = form[name].normalize('NFKC').trim()
  if (name === 'jcs') return null
  const [least, most] = vitalFields[name].likely
  const value = Number(reading.value)
  if (value >= least && value <= most) return { kind: 'ask', words: say.ask.equal }
  return { kind: 'ask', words: (value < least ? say.ask.low : say.ask.high)(say.name[name], shown) }
}

/** The one that matters most: what keeps it from being saved, then what is asked; in the order of the fields. */
export function worstSaid(said: Readonly<Record<VitalName, FieldSays | null>>): FieldSays | null {
  const all = vitalNames.flatMap((name) => said[name] ?? [])
  return all.find(({ kind }) => kind === 'bad') ?? all[0] ?? null
}

function badWords(name: VitalName, code: keyof Say['bad'], say: Say): string {
  switch (code) {
    case 'not-a-number':
      return say.bad[code](say.name[name])
    case 'too-fine':
      return say.bad[code](say.name[name], name === 'jcs' ? 0 : vitalFields[name].decimals)
    case 'out-of-range': {
      const [least, most] = name === 'jcs' ? [0, 300] : vitalFields[name].possible
      return say.bad[code](say.name[name], least, most)
    }
    case 'not-a-grade':
    case 'diastolic-above-systolic':
    case 'nothing-taken':
      return say.bad[code]
  }
}
