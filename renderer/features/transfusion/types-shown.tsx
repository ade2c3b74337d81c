import { compareTypes } from '#domain/transfusion/abo.ts'
import type { BloodTypeNow } from '#domain/transfusion/blood-type.ts'
import { shownBloodType, type BloodProduct, type BloodType } from '#domain/transfusion/transfusion.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { OutOfRange } from '#renderer/ui/state-word.tsx'
import { words } from './words.ts'
import css from './transfusion.module.css'

/** The type of the patient and that of the bag side by side, also beside the button that confirms. */
export function TypesShown({ product, patient, bag, isBeside = false }: { readonly product: BloodProduct | null; readonly patient: BloodTypeNow; readonly bag: BloodType | null; /** Beside a button there is little room. */ readonly isBeside?: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  const isBad = product !== null && compareTypes(product, bag, patient.type) === 'mismatch'
  const shown = (type: BloodType | null): string => (type === null ? say.start.notKnown : shownBloodType(type)[language])
  return (
    <div className={classNames(css['types'], isBeside && css['beside'], isBad && css['bad'])}>
      <span>{say.start.patientType} <b>{shown(patient.type)}</b> <span className={css['quiet']}>{say.panel.is[patient.is]}</span></span>
      <span>{say.start.bagOf} {isBad ? <OutOfRange is="dangerous">{shown(bag)}</OutOfRange> : <b>{shown(bag)}</b>}</span>
    </div>
  )
}
