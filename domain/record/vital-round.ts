import { emptyVitalForm, vitalEntry, type VitalEntry, type VitalForm, type VitalIssue } from './vital-entry.ts'
import { err, type Result } from '../result.ts'

/**
 * Vital signs of one patient after the other, as on the paper one carries from bed to bed: five boxes, digits and Enter. The box
 * of the temperature has its point printed in it, as the paper has (□□.□), and the pressure is one box: 12476 is 124/76, because
 * no diastolic is above its systolic. Nothing is guessed: what stands in the box is what will be saved, and is read beside it.
 */
export type RoundForm = { readonly temperature: string; readonly pulse: string; readonly respirations: string; readonly pressure: string; readonly spo2: string }

export const roundFields = ['temperature', 'pulse', 'respirations', 'pressure', 'spo2'] as const satisfies readonly (keyof RoundForm)[]
export type RoundField = (typeof roundFields)[number]

export const emptyRound: RoundForm = { temperature: '', pulse: '', respirations: '', pressure: '', spo2: '' }

/** What stands in the box of the temperature after this was typed: three digits have the point before the third. */
export function temperatureTyped(typed: string): string {
  const text = typed.normalize('NFKC').replace('。', '.')
  if (/^\d{3}$/.test(text)) return `${text.slice(0, 2)}.${text.slice(2)}`
  return /^\d{2}\.$/.test(text) ? text.slice(0, 2) : text // the last digit was taken back: its point goes with it
}

/** Both pressures of one box: `124/76`, or its digits alone. One number is a systolic that was felt, without a diastolic. Null: neither. */
export function readPressureBox(typed: string): { readonly systolic: string; readonly diastolic: string } | null {
  const text = typed.normalize('NFKC').trim()
  const found = /^(\d{2,3})[/\-ー\s](\d{2,3})$/.exec(text) ?? /^(\d{3})(\d{2,3})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  if (found !== null) return { systolic: found[1] ?? '', diastolic: found[2] ?? '' }
  return /^\d{0,3}$/.test(text) ? { systolic: text, diastolic: '' } : null
}

/** The form of the chart that says the same; a pressure that cannot be read is left in it to be refused there. */
export function vitalFormOf({ temperature, pulse, respirations, pressure, spo2 }: RoundForm): VitalForm {
  const { systolic, diastolic } = readPressureBox(pressure) ?? { systolic: pressure, diastolic: '' }
  return { ...emptyVitalForm, temperatureC: temperature, pulsePerMin: pulse, respirationsPerMin: respirations, systolicMmHg: systolic, diastolicMmHg: diastolic, spo2Percent: spo2 }
}

export type RoundEntry = VitalEntry & { /** Boxes that hold something unlikely: asked before the row is left. */ readonly askedAt: readonly RoundField[] }

/** One row, or the boxes that cannot be meant. Rules OBS-17 to OBS-19. */
export function roundEntry(form: RoundForm): Result<RoundEntry, readonly RoundField[]> {
  const read = vitalEntry(vitalFormOf(form))
  if (!read.ok) return err([...new Set(read.error.map(boxOf))])
  return { ok: true, value: { ...read.value, askedAt: [...new Set(read.value.asks.map((field) => boxOf({ field })))] } }
}

function boxOf({ field }: Pick<VitalIssue, 'field'>): RoundField {
  switch (field) {
    case 'pulsePerMin':
      return 'pulse'
    case 'respirationsPerMin':
      return 'respirations'
    case 'systolicMmHg':
    case 'diastolicMmHg':
      return 'pressure'
    case 'spo2Percent':
      return 'spo2'
    case 'temperatureC':
    case 'oxygenLPerMin':
    case 'jcs':
    case 'remark':
      return 'temperature'
  }
}
