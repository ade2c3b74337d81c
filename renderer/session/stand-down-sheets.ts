import { whoOf } from '#domain/identity/identity.ts'
import { effectWords, personalDataWords, reasonWords, reportedToWords } from '#domain/export/words.ts'
import type { IncidentEffect } from '#domain/incident/reason.ts'
import type { IncidentReport, ReportedTo } from '#domain/incident/report.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import { shownAge, shownBirth } from '#domain/patient/wareki.ts'
import type { HandOver as Recorded } from '#domain/record/hand-over.ts'
import { shownVital, vitalFields, vitalNames } from '#domain/record/vital-fields.ts'
import type { CalendarDate } from '#domain/time.ts'
import { latestVital } from '#domain/view/latest-vitals.ts'
import { bedNow } from '#domain/view/presence.ts'
import { allergyOf, type PatientRow } from '#domain/view/ward.ts'
import type { HandOver, PatientBox } from '../print/ward-sheets.ts'
import { reportedTo } from '../print/station-sheets.ts'
import { patientWords } from '../ui/patient-words.ts'

/** What the box at the head of a patient's sheet says; paper speaks Japanese, whatever the screen speaks. */
export function patientBox(row: PatientRow, today: CalendarDate): PatientBox | null {
  const who = whoOf(row)
  if (who === null) return null
  const allergy = allergyOf(row)
  const statement = allergy.said?.statement
  return {
    id: row.id, number: who.number, name: shownName(who.naming), kana: shownKana(who.naming),
    birth: shownBirth(who.birth, today).ja, age: shownAge(who.birth, today).ja, sex: patientWords.sex[who.sex].ja, bed: bedNow(row) ?? patientWords.noBed.ja,
    allergies: { state: allergy.state, text: statement?.state === 'present' ? statement.substances.map(({ substance, reaction }) => (reaction === '' ? substance : `${substance}（${reaction}）`)).join('、') : '' },
  }
}

/** One patient's page. What nobody signed for yet prints with empty lines for the pen. */
export function handOverOf(row: PatientRow, recorded: Recorded | null, unresolved: readonly string[], today: CalendarDate): HandOver | null {
  const patient = patientBox(row, today)
  if (patient === null) return null
  const vitals = vitalNames.map((name) => {
    const latest = latestVital(row.vitals, name)
    return { sign: name === 'jcs' ? '意識 JCS' : vitalFields[name].ja, value: latest.state === 'taken' ? shownVital(name, latest.value).ja : latest.state === 'in-chart' ? 'カルテ参照' : '', at: latest.state === 'taken' ? latest.at : null }
  })
  return {
    patient, vitals, unresolved: [...unresolved, ...(recorded === null || recorded.note === '' ? [] : [recorded.note])],
    lastDose: recorded?.lastDose ?? '', nextDue: recorded?.nextDue ?? '', pumps: recorded === null || recorded.pumps === '' ? [] : [recorded.pumps],
    takeOver: { by: recorded?.takenOverBy ?? '', at: recorded?.takenOverAt ?? null, where: '' },
  }
}

/** Those it must be told to stand on the sheet also when nobody was told yet. */
export function reportLines(report: IncidentReport | null): { readonly to: string; readonly at: IncidentReport['reports'][number]['at'] | null; readonly by: string; readonly note: string }[] {
  const told = (report?.reports ?? []).map(({ to, at, by, note }) => ({ to: sheetName(to), at, by, note }))
  return [...reportedTo.filter((name) => !told.some(({ to }) => to === name)).map((to) => ({ to, at: null, by: '', note: '' })), ...told]
}

const sheetName = (to: ReportedTo): string => reportedToWords[to].ja

export const effectsOnPaper = (effects: readonly IncidentEffect[]): readonly string[] => effects.map((effect) => effectWords[effect].ja)
export const riskOnPaper = (report: IncidentReport): string => personalDataWords[report.personalData].ja
export const eventOnPaper = (reason: keyof typeof reasonWords): string => reasonWords[reason].ja

export const findingOnPaper = { 'opened-not-used': '破られたのに、アカウントが使われていない', 'used-not-opened': 'アカウントが使われたのに、開封の記録がない' } as const
