import type { TriageMethod } from '#domain/triage/decision.ts'

/** How a category was found; said in the chart and where one is decided. */
export const triageMethodWords = {
  START: { ja: 'START法', en: 'START' },
  PAT: { ja: 'PAT法', en: 'PAT' },
  clinical: { ja: '診て判断', en: 'by eye' },
  tag: { ja: 'タッグのとおり', en: 'as tagged' },
} as const satisfies Record<TriageMethod, { readonly ja: string; readonly en: string }>
