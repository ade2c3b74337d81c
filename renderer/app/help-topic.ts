import type { HelpTopic } from '../features/help/topics.ts'
import type { Place } from '../session/session.ts'

/** Which help each place has. A new place does not compile without one. */
export const helpTopics = {
  home: 'ward', more: 'ward', census: 'ward',
  'set-up': 'set-up', 'desk-set-up': 'desk', open: 'open',
  register: 'register', 'register-known': 'register', newborn: 'register', insurance: 'register', 'mass-intake': 'register', completion: 'register',
  find: 'find',
  chart: 'chart', photos: 'chart', documents: 'reference',
  forms: 'forms', form: 'forms', 'own-fields': 'forms',
  identity: 'identity',
  transfusion: 'blood', exam: 'exams', fluid: 'fluids',
  order: 'orders', round: 'orders', medicine: 'medicine', controlled: 'medicine', 'vital-round': 'vital-round',
  keys: 'people', person: 'people', items: 'items', clock: 'clock',
  send: 'transfer', receive: 'transfer',
  chronology: 'chronology', print: 'print', 'print-chart': 'print', paper: 'bands', 'hand-copy': 'bands', bands: 'bands', 'blank-numbers': 'bands',
  export: 'export', continuity: 'continuity', audit: 'audit', conformance: 'audit', plan: 'plan', maintenance: 'maintenance', reference: 'reference',
  'stand-down': 'stand-down', erase: 'erase', 'drill-end': 'ward', 'seal-check': 'sealed', inventory: 'sealed', drill: 'sealed',
} as const satisfies Record<Place['at'], HelpTopic>

/** Beside a chart the sheet in front has its own. */
export function helpTopicOf(place: Place): HelpTopic {
  if (place.at !== 'chart') return helpTopics[place.at]
  return tabTopics.get(place.tab ?? '') ?? 'chart'
}

const tabTopics: ReadonlyMap<string, HelpTopic> = new Map<string, HelpTopic>([['orders', 'orders'], ['medicine', 'medicine'], ['blood', 'blood'], ['exams', 'exams'], ['fluids', 'fluids']])
