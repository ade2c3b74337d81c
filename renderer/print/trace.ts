import { shownForm, type SheetForm } from '#domain/print/form.ts'
import { serialOfPage } from '#domain/print/serial.ts'
import { tokyoParts } from '#domain/time.ts'
import { weekdayOf } from '../ui/moment.ts'
import { professionWords } from '../ui/profession-words.ts'
import { widthMm } from './measure.ts'
import type { Printed } from './sheet.ts'

/** Width of the lines in mm, at 7 pt. */
export const traceMm = 47

/** What the foot of a sheet says, in short lines: for paper without room for a foot. A name that is too long leaves the staff number. */
export function traceLines(form: SheetForm, printed: Printed, page: number, of: number): readonly string[] {
  const { date, hhmmss } = tokyoParts(printed.at)
  const [seq, symbols] = printed.head?.split(' ') ?? []
  const by = printed.by === null ? '—' : `${printed.by.name}(${professionWords[printed.by.profession].ja} ${printed.by.staffNumber})`
  return [
    `印刷 ${date}(${weekdayOf(date)}) ${hhmmss}`,
    `印刷者 ${widthMm(`印刷者 ${by}`, 7) <= traceMm ? by : (printed.by?.staffNumber ?? '—')}`,
    `端末 ${printed.letters} 封筒開封 ${printed.opened}/${printed.of} ${page}/${of}頁`,
    `用紙 ${printed.serial === null ? '________' : serialOfPage(printed.serial, page)} 様式 ${shownForm(form)}`,
    symbols === undefined ? 'この印刷は端末に記録されていない' : `連鎖先頭 ${symbols}(#${seq})`,
  ]
}

/** How a drill and the demonstration name themselves on bands and labels. */
export const realmWords = { real: '', drill: '訓練', demo: '見本' } as const

/** The same where there is room to be loud. */
export const loudWords = { real: '', drill: '訓練 TRAINING', demo: '見本 SAMPLE' } as const
