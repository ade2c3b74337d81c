import { bridgeOver, hand } from '#renderer/host.ts'
import { printAllOnRecord } from '#renderer/session/printing.ts'
import { shownNow } from '#renderer/session/session.ts'
import { wardPack } from '#renderer/session/ward-pack.ts'
import { wardPeople } from '#domain/view/ward-people.ts'
import type { Job } from './job.ts'
import { opening, say, settleMs } from './ward-acts.ts'

/** The pack of the whole ward, as F11 and Ctrl+Enter make it: every chart read, every sheet recorded, drawn and handed to the printer; the dialog alone is left out. */
export async function pack(job: Job): Promise<void> {
  const { run } = await opening(job)
  const ward = await run()
  await ward.compared
  const bridge = bridgeOver(window.tomoshibi)
  const status = await bridge.call('station:status')
  if (!status.ok || status.value.card === null) throw new Error('The station has no card')
  const { realm, card } = status.value
  const { here } = wardPeople(ward.view())
  let pages = 0
  window.print = () => {
    pages = document.querySelectorAll('body > [aria-hidden="true"] section, body > [aria-hidden="true"] article').length
  }
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 10)
  const from = performance.now()
  const place = { hospital: card.profile.hospital, ward: card.profile.ward }
  const made = await wardPack({ ward, standing: job.standing, place, beds: card.profile.beds, now: shownNow(hand), realm }, here, null, () => undefined, () => false)
  if (!made.ok) throw new Error(made.error.code)
  const read = performance.now()
  const isOnRecord = await printAllOnRecord({ bridge, hand, station: { realm, letters: card.profile.letters, opened: 1, of: 2 }, work: { open: { ward }, standing: job.standing } }, made.value)
  const end = performance.now()
  clearInterval(beat)
  say('pack', { ms: end - from, readMs: read - from, patients: here.length, sheets: made.value.length, pages, longestMs: longest, isOnRecord })
  await ward.settle(settleMs)
  window.bench.end()
}
