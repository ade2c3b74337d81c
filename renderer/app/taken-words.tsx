import { useState } from 'react'
import { corrected } from '#domain/incident/clock.ts'
import { tokyoParts } from '#domain/time.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../ui/language.tsx'
import { Written } from '../ui/written.tsx'
import { wordsFor } from './desk.ts'
import { formName } from './form-name.ts'
import { howWords } from './how-words.ts'
import { useClockOffset } from './use-now.ts'
import { useAtWork } from './ward-context.ts'

/** Tells an owner who took their half-written form over, until they have read it. */
export function TakenWords() {
  const say = useWords(howWords)
  const { open, person, desk } = useAtWork()
  const offsetMs = useClockOffset()
  const [, setRead] = useState(0)
  return wordsFor(desk, person.staffNumber).map(({ id, values }) => (
    <Banner
      key={id}
      action={
        <Button
          size="small"
          onPress={() => {
            desk.delete(id)
            void open.ward.drafts.drop(id)
            setRead((count) => count + 1)
          }}
        >
          {say.read}
        </Button>
      }
    >
      <Written>{say.wasTaken(formName(values.form, say.forms), values.by, tokyoParts(corrected(values.at, offsetMs)).hhmm)}</Written>
    </Banner>
  ))
}
