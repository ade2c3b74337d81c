import type { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'

/** The words over everything of a drill or demonstration that a person may hold in hand; null for real care. */
export const realmMark = { real: null, drill: '訓練 DRILL', demo: '見本 DEMO' } as const satisfies Record<Realm, string | null>

export type RealmFault = { readonly code: 'other-realm'; readonly here: Realm; readonly there: Realm }

/**
 * May a station of one realm take in what was written in another? Never, in no direction: a drill patient in
 * a real list is treated, a real one in a demonstration is shown around. Rule EXP-3.
 */
export function admitRealm(here: Realm, there: Realm): Result<null, RealmFault> {
  return here === there ? ok(null) : err({ code: 'other-realm', here, there })
}
