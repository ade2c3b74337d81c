import type { Bridge, Fault, Output } from '#domain/bridge.ts'
import { ok, type Result } from '#domain/result.ts'

export type PublicEvents = Output<'journal:public'>['events']

/** The public events of a journal, newest first, a page at a time and no further than it is asked. `first`: a smaller first page, which is there sooner. Ends after a fault. */
export async function* publicPages(bridge: Bridge, journal: 'station' | 'incident', most: number, first = most): AsyncGenerator<Result<PublicEvents, Fault>, void, undefined> {
  for (let before: number | null = null; ; ) {
    const page: Result<Output<'journal:public'>, Fault> = await bridge.call('journal:public', { journal, before, most: before === null ? first : most })
    if (!page.ok) {
      yield page
      return
    }
    yield ok(page.value.events)
    if (!page.value.more) return
    before = page.value.events.at(-1)?.seq ?? null
  }
}
