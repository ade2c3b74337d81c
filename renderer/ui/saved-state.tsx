import { Check, HardDrive, OctagonAlert, PencilLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { tokyoParts, type Instant } from '#domain/time.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useWords } from './language.tsx'
import css from './saved-state.module.css'

/** What the journal has promised about what is on the screen. `saved` only after its fsync was acknowledged. */
export type Saved =
  | { readonly kind: 'nothing-yet' }
  /** `isDraftKept`: the typing itself survives a power cut (drafts are at most 2 s behind). */
  | { readonly kind: 'unsaved'; readonly isDraftKept: boolean }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'cannot-save' }

/** 未保存 → 保存しています… (only once it takes 300 ms) → 保存済み 時刻 → 保存できません (stays). */
export function SavedState({ saved }: { readonly saved: Saved }) {
  const say = useWords(words)
  const isSlow = useAfter(saved.kind === 'saving', 300)
  return (
    <span className={css['place']} role={saved.kind === 'cannot-save' ? 'alert' : 'status'}>
      {saved.kind === 'unsaved' && <span className={css['quiet']}><Icon of={PencilLine} />{saved.isDraftKept ? say.unsavedKept : say.unsaved}</span>}
      {saved.kind === 'saving' && isSlow && <span className={css['quiet']}><Icon of={HardDrive} />{say.saving}</span>}
      {saved.kind === 'saved' && <span className={classNames(css['done'])}><Icon of={Check} />{say.saved(tokyoParts(saved.at).hhmmss)}</span>}
      {saved.kind === 'cannot-save' && <span className={css['fail']}><Icon of={OctagonAlert} />{say.cannotSave}</span>}
    </span>
  )
}

function useAfter(isOn: boolean, ms: number): boolean {
  const [isPast, setPast] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setPast(true), ms)
    return () => {
      clearTimeout(timer)
      setPast(false)
    }
  }, [isOn, ms])
  return isOn && isPast
}

const words = {
  unsaved: { ja: '未保存', en: 'Not saved yet' },
  unsavedKept: { ja: '未保存（下書きは退避済み）', en: 'Not saved yet (draft kept)' },
  saving: { ja: '保存しています…', en: 'Saving…' },
  saved: { ja: (time: string) => `保存済み ${time}`, en: (time: string) => `Saved ${time}` },
  cannotSave: { ja: '保存できません。書いた内容は画面に残っています', en: 'Cannot save. What you wrote is still on the screen' },
} as const
