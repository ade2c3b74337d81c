import type { Page } from '@playwright/test'

/** One row of the working copy harmed from inside, as no journal would do it; the station then ends cleanly. */
export type RowFault = { readonly name: string; readonly apply: (page: Page) => Promise<void> }

type Row = { readonly patient: string; readonly chunk: number; readonly cipher: Uint8Array }

/** Runs in the page: changes the rows of `charts` in every database of the origin. */
function onCharts(page: Page, change: 'delete' | 'swap' | 'roll-back'): Promise<number> {
  return page.evaluate(async (how) => {
    const ready = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error(request.error?.name))
    })
    let changed = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await ready(indexedDB.open(name))
      if (!db.objectStoreNames.contains('charts')) continue
      const store = db.transaction('charts', 'readwrite').objectStore('charts')
      const rows = (await ready(store.getAll())) as Row[] // written by renderer/store
      const [first] = rows
      const other = rows.find((row) => row.patient !== first?.patient)
      const before = rows.find((row) => row.patient === first?.patient && row.chunk !== first?.chunk)
      if (first === undefined || other === undefined) continue
      if (how === 'delete') await ready(store.delete([first.patient, first.chunk]))
      if (how === 'swap') {
        await ready(store.put({ ...first, cipher: other.cipher }))
        await ready(store.put({ ...other, cipher: first.cipher }))
      }
      // An older value of a chunk holds fewer entries: the later chunk is taken away, as a restored file would have it.
      if (how === 'roll-back' && before !== undefined) await ready(store.delete([before.patient, before.chunk]))
      changed += 1
      db.close()
    }
    return changed
  }, change)
}

const fault = (name: string, change: 'delete' | 'swap' | 'roll-back'): RowFault => ({
  name,
  apply: async (page) => {
    if ((await onCharts(page, change)) === 0) throw new Error('There was no row to harm')
  },
})

export const rowFaults: readonly RowFault[] = [fault('charts: a row deleted', 'delete'), fault('charts: two rows swapped', 'swap'), fault('charts: an older state, its later chunk not there yet', 'roll-back')]
