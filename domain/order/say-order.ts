import { shownMedicine } from '../export/care-cells.ts'
import { shownMoment } from '../export/words.ts'
import { shownRate } from '../medicine/units.ts'
import type { Words } from '../patient/wareki.ts'
import { orderCategoryWords, orderTermWords, type Order } from './order.ts'

/** An order in one line: 「セフトリアキソン 1 g 点滴（末梢）」, 「食種 全粥」. */
export function shownOrder({ category, text, medicine }: Order): Words {
  if (medicine !== null) return shownMedicine(medicine)
  return { ja: `${orderCategoryWords[category].ja}　${text}`, en: `${orderCategoryWords[category].en}: ${text}` }
}

/** What else it says, in the order of the sheet; nothing of what stands in its line. */
export function orderDetails({ term, text, medicine, condition, from, until, times }: Order): readonly Words[] {
  const same = (words: string): Words => ({ ja: words, en: words })
  const said = (words: string): readonly Words[] => (words.trim() === '' ? [] : [same(words)])
  return [
    orderTermWords[term],
    ...(medicine === null || medicine.rate === null ? [] : [shownRate(medicine.rate)]),
    ...said(medicine?.mixedWith ?? ''),
    ...(medicine === null ? [] : said(text)),
    ...said(condition),
    ...said(times.join('・')),
    ...(from === null ? [] : [{ ja: `${shownMoment(from)} から`, en: `from ${shownMoment(from)}` }]),
    ...(until === null ? [] : [{ ja: `${shownMoment(until)} まで`, en: `until ${shownMoment(until)}` }]),
  ]
}
