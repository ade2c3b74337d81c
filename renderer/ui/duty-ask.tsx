import type { Profession } from '#domain/log/person.ts'
import type { DutyReason } from '#domain/record/duty-reason.ts'
import type { DutySaid } from '#domain/record/usual-duty.ts'
import { mostLine } from '#domain/text.ts'
import { Choice } from './choice.tsx'
import { dutyWords } from './duty-words.ts'
import { Field } from './field.tsx'
import { useWords } from './language.tsx'
import { professionWords } from './profession-words.ts'

const reasons = ['asked', 'nobody-else', 'relief', 'other', 'later'] as const satisfies readonly DutyReason[]

/** Asks why somebody writes what their profession usually does not. Whoever is in a hurry leaves it as it stands, and saves. */
export function DutyAsk({ profession, said, onSaid, mayWait = true }: { readonly profession: Profession; readonly said: DutySaid; readonly onSaid: (said: DutySaid) => void; /** False where the reason is given afterwards. */ readonly mayWait?: boolean }) {
  const say = useWords(dutyWords)
  const sayProfession = useWords(professionWords)
  return (
    <div>
      <Choice
        label={mayWait ? say.ask(sayProfession[profession]) : say.askLater(sayProfession[profession])} value={mayWait || said.reason !== 'later' ? said.reason : null} onChange={(reason) => onSaid({ ...said, reason })}
        options={reasons.filter((reason) => mayWait || reason !== 'later').map((reason) => ({ value: reason, label: say.reasons[reason] }))}
      />
      {said.reason === 'other' && <Field label={say.words} most={mostLine} value={said.words} onChange={(words) => onSaid({ ...said, words })} />}
    </div>
  )
}
