import { labelGrids, labelsOn } from '#domain/print/label-grid.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { readCount, readShift, type LabelSettings } from './label-settings.ts'
import { words } from './words.ts'
import css from './paper.module.css'

/** Which sheet of labels lies in the printer, where its first free label is, and how far the printer prints beside the mark. */
export function LabelFields({ settings, onSettings, hasStart = true }: { readonly settings: LabelSettings; readonly onSettings: (settings: LabelSettings) => void; readonly hasStart?: boolean }) {
  const say = useWords(words).labels
  const most = labelsOn(labelGrids[settings.grid])
  const isOff = (typed: string): boolean => readShift(typed) === null
  return (
    <>
      <Choice label={say.grid} options={[{ value: '24', label: say.grids['24'] }, { value: '65', label: say.grids['65'] }]} value={settings.grid} onChange={(grid) => onSettings({ ...settings, grid, start: '1' })} />
      <div className={css['fields']}>
        {hasStart && <Field label={say.start} kind="digits" width={4} help={say.startHelp} value={settings.start} onChange={(start) => onSettings({ ...settings, start })} says={readCount(settings.start, most) === null ? { kind: 'bad', words: say.copiesBad(most) } : null} />}
        <Field label={`${say.shift} ${say.right}`} width={5} value={settings.xMm} onChange={(xMm) => onSettings({ ...settings, xMm })} says={isOff(settings.xMm) ? { kind: 'bad', words: say.shiftBad } : null} />
        <Field label={`${say.shift} ${say.down}`} width={5} value={settings.yMm} onChange={(yMm) => onSettings({ ...settings, yMm })} says={isOff(settings.yMm) ? { kind: 'bad', words: say.shiftBad } : null} />
      </div>
    </>
  )
}
