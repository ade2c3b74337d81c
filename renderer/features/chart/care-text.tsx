import type { CareKind } from '#domain/export/care-cells.ts'
import { sayCare } from '#domain/export/say-care.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { kinds } from '#domain/log/kinds.ts'
import { useLanguage } from '#renderer/ui/language.tsx'
import { Written } from '#renderer/ui/written.tsx'
import css from './timeline.module.css'

/** Where in the journal a record stands: what people call it by, on the screen and on paper. Null: it is not in this chart. */
export type PlaceOf = (id: EntryId) => number | null

/** A record of care: what it is in bold, with its first field, then the other fields as they stand in the export. */
export function CareText({ entry, placeOf }: { readonly entry: Entry<CareKind>; readonly placeOf: PlaceOf }) {
  const language = useLanguage()
  const [first, ...rest] = sayCare(entry, placeOf)
  return (
    <>
      <b>{kinds[entry.kind].label[language]}</b>{first !== undefined && <> <Written>{first.text[language]}</Written></>}
      {rest.length > 0 && <span className={css['text']}><Written>{rest.map(({ label, text }) => `${label[language]} ${text[language]}`).join('　')}</Written></span>}
    </>
  )
}
