import { admission } from './definitions/admission.ts'
import { care } from './definitions/care.ts'
import { consent } from './definitions/consent.ts'
import { deathDetails } from './definitions/death-details.ts'
import { dar } from './definitions/dar.ts'
import { device } from './definitions/device.ts'
import { diet } from './definitions/diet.ts'
import { fallRisk } from './definitions/fall-risk.ts'
import { imaging } from './definitions/imaging.ts'
import { observations } from './definitions/observations.ts'
import { soap } from './definitions/soap.ts'
import { summary } from './definitions/summary.ts'
import { visit } from './definitions/visit.ts'
import type { FormDefinition } from './definition.ts'

/** Every form there is, in the order a ward reaches for them. Stored by their ids: added, never renamed. */
export const forms: readonly FormDefinition[] = [observations, soap, dar, care, device, diet, admission, fallRisk, visit, imaging, consent, summary, deathDetails]

export function formOf(id: string): FormDefinition | null {
  return forms.find((form) => form.id === id) ?? null
}
