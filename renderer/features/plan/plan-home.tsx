import { IncidentReason } from '#domain/incident/reason.ts'
import type { ConfigurationPart } from '#domain/log/public-event.ts'
import type { HospitalPlan } from '#domain/plan/hospital-plan.ts'
import type { StationProfile } from '#domain/station.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useWords, type Spoken } from '#renderer/ui/language.tsx'
import { planPartWords } from '#renderer/ui/plan-part-words.ts'
import { FootEnd, Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { StateWord } from '#renderer/ui/state-word.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './plan.module.css'

const parts: readonly ConfigurationPart[] = ['criteria', 'declarers', 'return-steps', 'contacts', 'staff', 'intervals', 'scanning', 'phrases', 'identifier-system', 'profile']

/** Everything the hospital decides, with how much of it is decided, and the way out. */
export function PlanHome({ unsaved, plan, profile, isForOtherOfficer, first, onPart, onPassphrase, onLeave }: {
  readonly unsaved: readonly ConfigurationPart[]
  readonly plan: HospitalPlan
  readonly profile: StationProfile
  /** The recovery officer has another key than the one with which a forgotten passphrase could be replaced. */
  readonly isForOtherOfficer: boolean
  /** Where the focus begins: the part one comes back from. */
  readonly first: ConfigurationPart
  readonly onPart: (part: ConfigurationPart) => void
  readonly onPassphrase: () => void
  readonly onLeave: () => void
}) {
  const say = useWords(words).home
  const names = useWords(planPartWords)
  return (
    <Screen label={say.label} pace="spacious" keys={{ onBack: onLeave }} foot={<FootEnd><Button look="primary" keys={['Esc']} onPress={onLeave}>{say.leave}</Button></FootEnd>}>
      <div className={css['home']}>
        <div>
          <h2 className={css['title']}>{say.title}</h2>
          <p className={css['lead']}>{say.lead}</p>
        </div>
        <Section title={say.parts}>
          <ul className={css['parts']}>
            {parts.map((part) => (
              <li key={part}>
                <Button autoFocus={part === first} onPress={() => onPart(part)}>{names[part]}</Button>
                <span>{unsaved.includes(part) ? <StateWord is="warn">{say.unsaved}</StateWord> : part === 'profile' ? <Written>{stateOf(part, plan, profile, say)}</Written> : stateOf(part, plan, profile, say)}</span>
              </li>
            ))}
            <li>
              <Button onPress={onPassphrase}>{say.passphrase}</Button>
              <span>{isForOtherOfficer ? <StateWord is="warn">{say.passphraseStale}</StateWord> : say.passphraseState}</span>
            </li>
          </ul>
        </Section>
      </div>
    </Screen>
  )
}

function stateOf(part: ConfigurationPart, plan: HospitalPlan, { ward, beds }: StationProfile, say: Spoken<typeof words.home>): string {
  switch (part) {
    case 'criteria': {
      const written = IncidentReason.options.filter((reason) => (plan.criteria[reason] ?? '').trim() !== '').length
      return written === 0 ? say.nothing : say.criteria(written, IncidentReason.options.length)
    }
    case 'declarers':
      return plan.declarers.length === 0 ? say.nothing : say.people(plan.declarers.length)
    case 'return-steps':
      return plan.returnSteps.length === 0 ? say.nothing : say.items(plan.returnSteps.length)
    case 'contacts':
      return plan.contacts.length === 0 ? say.nothing : say.items(plan.contacts.length)
    case 'staff':
      return plan.staff.length === 0 ? say.nothing : say.people(plan.staff.length)
    case 'intervals':
      return say.intervals(plan.sealCheckDays, plan.idleLockMinutes)
    case 'scanning':
      return plan.scanning.rules.length === 0 ? say.nothing : say.items(plan.scanning.rules.length)
    case 'phrases':
      return plan.phrases.length === 0 ? say.samples : say.items(plan.phrases.length)
    case 'identifier-system':
      return plan.identifierSystem ?? say.noSystem
    case 'profile':
      return say.beds(ward, beds.length)
  }
}
