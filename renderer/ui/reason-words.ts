import type { IncidentReason } from '#domain/incident/reason.ts'

export type ReasonCode = IncidentReason

/** Why the glass was broken: chosen on the opening screens, said in the incident banner. */
export const reasonWords = {
  earthquake: { ja: '地震', en: 'Earthquake' },
  'fire-or-flood': { ja: '火災・水害', en: 'Fire or flood' },
  blackout: { ja: '停電', en: 'Power failure' },
  'cyber-attack': { ja: 'サイバー攻撃', en: 'Cyber-attack' },
  'system-failure': { ja: 'システム障害', en: 'System failure' },
  'mass-casualty': { ja: '多数傷病者', en: 'Mass casualties' },
  other: { ja: 'その他の非常時', en: 'Other emergency' },
} as const satisfies Record<ReasonCode, { ja: string; en: string }>
