import { useState } from 'react'
import { formOf, forms } from '#domain/form/forms.ts'
import { emptyOwnField, type OwnFieldForm } from '#domain/form/hospital-fields.ts'
import { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { OwnFieldsScreen } from '../features/form/own-fields-screen.tsx'
import { goTo } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The hospital's own fields of forms; each change is one entry of the ward. */
export function OwnFieldsPlace() {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const [chosen, setChosen] = useState(forms[0]?.id ?? '')
  const [typed, setTyped] = useState<OwnFieldForm>(emptyOwnField)
  const [id, setId] = useState(() => EntryId.parse(hand.newId()))
  const form = formOf(chosen)
  if (form === null) return null
  const save = async (draft: Draft<'form-extended'>): Promise<void> => {
    if ((await saving.save(draft, standing)) === null) return
    setId(EntryId.parse(hand.newId()))
    // Ending a field leaves what is being written of another one.
    if (draft.body.fields.some(({ label }) => label === typed.label)) setTyped(emptyOwnField)
  }
  return (
    <OwnFieldsScreen
      key={form.id}
      form={form}
      onChoose={setChosen}
      versions={view.forms}
      typed={typed}
      onTyped={(next) => {
        setTyped(next)
        saving.typed(false)
      }}
      entry={id}
      saved={saving.saved}
      onSave={(draft) => void save(draft)}
      onBack={() => goTo({ at: 'more' })}
    />
  )
}
