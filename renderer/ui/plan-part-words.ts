import type { ConfigurationPart } from '#domain/log/public-event.ts'

/** The parts of what the hospital decided, as they are named where they are changed and in the audit. */
export const planPartWords = {
  criteria: { ja: '非常時と判断する基準', en: 'Criteria of an emergency' },
  declarers: { ja: '判断する人', en: 'Who decides' },
  'return-steps': { ja: '正常に戻す手順', en: 'Steps of return' },
  contacts: { ja: '連絡先', en: 'Contacts' },
  staff: { ja: '職員名簿', en: 'Staff list' },
  intervals: { ja: '点検と施錠の間隔', en: 'Seal check and idle lock' },
  scanning: { ja: 'バーコード', en: 'Barcodes' },
  phrases: { ja: '定型文', en: 'Phrases' },
  'identifier-system': { ja: '患者番号の体系（OID）', en: 'Patient numbers (OID)' },
  profile: { ja: '病院・病棟・ベッド', en: 'Hospital, ward, beds' },
} as const satisfies Record<ConfigurationPart, { ja: string; en: string }>
