import { StaffNumber } from '#domain/ids.ts'
import { SheetSerial } from '#domain/print/serial.ts'
import { Instant } from '#domain/time.ts'
import type { Printed } from '#renderer/print/sheet.ts'

/** What the foot of every sample sheet says. */
export const printed: Printed = {
  at: Instant.parse('2026-11-15T14:44:02.000Z'), by: { staffNumber: StaffNumber.parse('N1108'), name: '山田 花子', profession: 'nurse' },
  letters: 'AF', opened: 1, of: 3, head: '9 3JV8R-0WPN6', serial: SheetSerial.parse('AF-000003'), realm: 'real',
}
export const longPlaced = { hospital: '独立行政法人地域医療機能推進機構 潮見ヶ浜総合医療センター附属 髙﨑𠮷記念病院', ward: '東館8階 集中治療室・高度治療室(ICU・HCU)' } as const
