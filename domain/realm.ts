import { z } from 'zod'

/**
 * Real care, a drill, or the demonstration. Nothing crosses: the realm stands in the segment magic, the
 * segment header, the associated data of every cipher, the form of ward numbers and the export manifest.
 */
export const Realm = z.enum(['real', 'drill', 'demo'])
export type Realm = z.infer<typeof Realm>

export const realms: readonly Realm[] = Realm.options

/** How each realm is named wherever it must be said. */
export const realmLabel = {
  real: { ja: '本番', en: 'real' },
  drill: { ja: '訓練', en: 'drill' },
  demo: { ja: '見本', en: 'demo' },
} as const satisfies Record<Realm, { ja: string; en: string }>
