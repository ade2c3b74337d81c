import { realmLabel } from '#domain/realm.ts'
import type { CalendarDate } from '#domain/time.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage, useWords, type Spoken } from '../ui/language.tsx'
import { RowLine } from '../ui/patient-line.tsx'
import { scanKindWords } from '../ui/scan-kind-words.ts'
import { Toast } from '../ui/toast.tsx'
import type { ScanSaid } from './scan-act.ts'
import { scanWords } from './scan-words.ts'
import css from './scan-said.module.css'

export type ScanSaidProps = {
  readonly said: ScanSaid
  /** Of whom `other-patient` speaks. */
  readonly other: PatientRow | null
  readonly today: CalendarDate
  readonly onOpen: () => void
  readonly onRegister: (number: string | null) => void
  readonly onGone: () => void
}

/** What was read and what happened: a line that goes by itself where all is well, one that stays where somebody must decide. */
export function ScanSaidLine({ said, other, today, onOpen, onRegister, onGone }: ScanSaidProps) {
  const say = useWords(scanWords)
  const kinds = useWords(scanKindWords)
  const language = useLanguage()
  if (said.say === 'opened' || said.say === 'same-patient') return <Toast onGone={onGone}>{say[said.say](kinds[said.as], said.number)}</Toast>
  if (said.say === 'other-patient') {
    return (
      <Banner look="warn" action={<span className={css['acts']}><Button size="small" onPress={onGone}>{say.stay}</Button><Button size="small" look="primary" onPress={onOpen}>{say.open}</Button></span>}>
        {say['other-patient']}
        {other !== null && <RowLine row={other} today={today} />}
      </Banner>
    )
  }
  const mayRegister = said.say === 'not-on-ward' && said.mayRegister
  return (
    <Banner
      look="warn"
      action={
        <span className={css['acts']}>
          {mayRegister && <Button size="small" onPress={() => onRegister(said.as === 'hospital-patient' ? said.number : null)}>{say.register}</Button>}
          <Button size="small" onPress={onGone}>{say.close}</Button>
        </span>
      }
    >
      {sentence(said, say, kinds, (realm) => realmLabel[realm][language])}
    </Banner>
  )
}

type Sentenced = Exclude<ScanSaid, { say: 'opened' | 'same-patient' | 'other-patient' }>

function sentence(said: Sentenced, say: Spoken<typeof scanWords>, kinds: Spoken<typeof scanKindWords>, realmWord: (realm: keyof typeof realmLabel) => string): string {
  switch (said.say) {
    case 'not-on-ward':
      return say['not-on-ward'](kinds[said.as], said.number)
    case 'not-here':
      return say['not-here'](kinds[said.kind])
    case 'busy':
      return say.busy
    case 'other-realm':
      return say['other-realm'](realmWord(said.realm))
    case 'check-symbol':
      return say['check-symbol'](kinds[said.of])
    case 'two-meanings':
      return say['two-meanings'](said.kinds.map((kind) => kinds[kind]).join('・'))
    case 'unknown':
      return say.unknown(said.length === null ? '' : say.length(said.length))
  }
}
