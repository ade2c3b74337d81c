import { howIdentifiedWords, insuranceWords, isolationWords, mobilityWords, photoWords, sexWords, stayWords, waiverWords } from '#domain/export/words.ts'
import type { Entry } from '#domain/log/entry.ts'
import { shownKana, shownName } from '#domain/patient/naming.ts'
import { shownBirth, type Words } from '#domain/patient/wareki.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { FactKind } from '#domain/view/facts.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { factWords } from './fact-words.ts'
import css from './timeline.module.css'

/** What a record of identity, stay or the like says: a heading in bold, and what was written under it. */
export function FactText({ entry }: { readonly entry: Entry<SaidFact> }) {
  const { heading, lines } = useFactSaid(entry)
  return (
    <>
      <b><Written>{heading}</Written></b>
      {lines.length > 0 && <span className={css['text']}><Written>{lines.join('　')}</Written></span>}
    </>
  )
}

/** Blood type, last dose and the match with the hospital's patient say themselves field by field (care-text.tsx). */
type SaidFact = Exclude<FactKind, 'last-dose-confirmed' | 'blood-type-stated' | 'match-decided'>

function useFactSaid(entry: Entry<SaidFact>): { readonly heading: string; readonly lines: readonly string[] } {
  const say = useWords(factWords)
  const language = useLanguage()
  const of = (words: Words): string => words[language]
  const some = (...lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '')
  switch (entry.kind) {
    case 'patient-described': {
      const { sex, birth, features } = entry.body
      return { heading: say.described, lines: some(of(sexWords[sex]), of(shownBirth(birth, tokyoDateOf(entry.at))), features) }
    }
    case 'identity-claimed': {
      const { naming, sex, birth, hospitalId, how, note } = entry.body
      return {
        heading: say.claimed(shownName(naming)),
        lines: some(shownKana(naming), of(sexWords[sex]), of(shownBirth(birth, tokyoDateOf(entry.at))), hospitalId === null ? '' : say.hospitalId(hospitalId), say.how(of(howIdentifiedWords[how])), note),
      }
    }
    case 'identity-verified':
      return { heading: say.verified(entry.body.second.name), lines: [say.how(of(howIdentifiedWords[entry.body.how]))] }
    case 'patient-linked': {
      const { to, reason } = entry.body
      return { heading: to.kind === 'hospital' ? say.linkedHospital(to.hospitalId) : say.linkedHere, lines: some(reason) }
    }
    case 'photo-taken':
      return { heading: say.photo(of(photoWords[entry.body.of])), lines: some(entry.body.caption) }
    case 'insurance-stated': {
      const { kind, insurer, symbol, number, branch, workplace, address, phone, waivers } = entry.body
      const card = [insurer, symbol, number, branch].filter((part) => part.trim() !== '').join(':')
      return {
        heading: say.insurance(of(insuranceWords[kind])),
        lines: some(workplace, address, phone, card, waivers.length === 0 ? '' : say.waivers(waivers.map((why) => of(waiverWords[why])).join(language === 'ja' ? '・' : ', '))),
      }
    }
    case 'stay-changed': {
      const { change, to, mobility, handedOver, note } = entry.body
      return { heading: of(stayWords[change]), lines: some(to, mobility === null ? '' : of(mobilityWords[mobility]), handedOver === '' ? '' : say.handedOver(handedOver), note) }
    }
    case 'care-needs-stated': {
      const { mobility, isolation, note } = entry.body
      const isolated = isolation === null ? '' : isolation.length === 0 ? say.noIsolation : isolation.map((one) => of(isolationWords[one])).join('・')
      return { heading: say.needs, lines: some(mobility === null ? '' : of(mobilityWords[mobility]), isolated, note) }
    }
    case 'death-confirmed':
      return { heading: say.death(entry.body.doctor), lines: some(entry.body.cause, entry.body.note) }
    case 'patient-sent':
      return { heading: say.sent(entry.body.to, entry.body.entries), lines: [] }
  }
}
