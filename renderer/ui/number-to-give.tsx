import { ScanBarcode } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Blanks } from '#domain/number/blank.ts'
import type { WardNumber } from '#domain/number/ward-number.ts'
import { BlankField } from './blank-field.tsx'
import { blankWords } from './blank-words.ts'
import { Button } from './button.tsx'
import { useWords } from './language.tsx'
import { NumberPlate } from './number-plate.tsx'
import type { useBlank } from './use-blank.ts'

/** The number somebody will have: the next one, or that of the band they wear already. `number`: null where there is none yet. */
export function NumberToGive({ label, number, end = null, blank, typed, onTyped, blanks, isAsked }: {
  readonly label: string
  readonly number: WardNumber | null
  readonly end?: ReactNode
  readonly blank: ReturnType<typeof useBlank>
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly blanks: Blanks
  readonly isAsked: boolean
}) {
  const say = useWords(blankWords)
  const automatic = (): void => {
    blank.close()
    onTyped('')
  }
  return (
    <>
      <NumberPlate label={blank.isOpen ? say.plate : label} number={blank.isMissing ? '—' : (number ?? '—')} end={end} />
      {blank.isOpen
        ? <BlankField typed={typed} onTyped={onTyped} blanks={blanks} isAsked={isAsked} onAutomatic={automatic} />
        : <div><Button size="small" icon={ScanBarcode} onPress={blank.open}>{say.use}</Button></div>}
    </>
  )
}
