import type { Page } from '@playwright/test'

/**
 * One change of rows, made through IndexedDB itself while the application is closed. `of`: a window that ends in
 * peace moves its recent rows into charts; one that has no time for it leaves them, and they are laid there first.
 */
export type RowFault = { readonly name: string; readonly act: RowAct; readonly of: 'folded' | 'unfolded' }
type RowAct = 'nothing' | 'delete-chart' | 'swap-charts' | 'older-chart' | 'copy-chart' | 'delete-tail' | 'change-tail' | 'delete-meta' | 'older-meta'

export const rowFaults: readonly RowFault[] = [
  { name: 'one chart row deleted', act: 'delete-chart', of: 'folded' },
  { name: 'two chart rows exchanged', act: 'swap-charts', of: 'folded' },
  { name: 'one chart row as it was before', act: 'older-chart', of: 'folded' },
  { name: 'one chart row also under another number', act: 'copy-chart', of: 'folded' },
  { name: 'one recent row deleted', act: 'delete-tail', of: 'unfolded' },
  { name: 'one bit of a recent row', act: 'change-tail', of: 'unfolded' },
  { name: 'the count deleted', act: 'delete-meta', of: 'folded' },
  { name: 'the count as it was before', act: 'older-meta', of: 'folded' },
]

/** All rows of the copy that hold entries, ciphers in base64: to be compared, or put back. */
export type Rows = {
  readonly charts: readonly { readonly patient: string; readonly chunk: number; readonly cipher: string }[]
  readonly tail: readonly { readonly seq: number; readonly id: string; readonly cipher: string }[]
  readonly meta: readonly { readonly name: string; readonly cipher: string }[]
}

export async function rowsNow(page: Page): Promise<Rows> {
  return (await page.evaluate(inTheCopy, { act: 'remember' as const, old: null })).rows
}

/** How many rows were changed: a fault that changed none is none. */
export async function changeRows(page: Page, act: RowAct, old: Rows | null = null): Promise<number> {
  return (await page.evaluate(inTheCopy, { act, old })).changed
}

/** Exactly these rows, and no others. */
export async function layRows(page: Page, rows: Rows): Promise<void> {
  await page.evaluate(inTheCopy, { act: 'lay' as const, old: rows })
}

/** Runs in the page, against the newest working copy; knows nothing outside itself. */
async function inTheCopy({ act, old }: { readonly act: RowAct | 'remember' | 'lay'; readonly old: Rows | null }): Promise<{ readonly changed: number; readonly rows: Rows }> {
  type Chart = { readonly patient: string; readonly chunk: number; readonly cipher: Uint8Array }
  type Recent = { readonly seq: number; readonly id: string; readonly cipher: Uint8Array }
  type Meta = { readonly name: string; readonly cipher: Uint8Array }
  const toText = (bytes: Uint8Array): string => btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
  const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0))
  const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'))
    })
  const names = (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.startsWith('tomoshibi-')).toSorted()
  const db = await answered(indexedDB.open(names.at(-1) ?? ''))
  const transaction = db.transaction(['charts', 'tail', 'meta'], 'readwrite', { durability: 'strict' })
  const complete = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused'))
  })
  const store = (name: string): IDBObjectStore => transaction.objectStore(name)
  const [charts, tail, meta] = (await Promise.all(['charts', 'tail', 'meta'].map((name) => answered(store(name).getAll())))) as [Chart[], Recent[], Meta[]] // what the application writes there
  const [first, second, recent] = [charts[3], charts[charts.length >> 1], tail[0]]
  let changed = 0
  let rows: Rows = { charts: [], tail: [], meta: [] }
  const put = (name: string, row: unknown): void => {
    store(name).put(row)
    changed += 1
  }
  const remove = (name: string, key: IDBValidKey): void => {
    store(name).delete(key)
    changed += 1
  }
  switch (act) {
    case 'nothing':
      break
    case 'lay':
      for (const [name, laid] of Object.entries(old ?? {})) {
        store(name).clear()
        for (const row of laid) put(name, { ...row, cipher: toBytes(row.cipher) })
      }
      break
    case 'remember':
      rows = {
        charts: charts.map((row) => ({ ...row, cipher: toText(row.cipher) })),
        tail: tail.map((row) => ({ ...row, cipher: toText(row.cipher) })),
        meta: meta.map((row) => ({ ...row, cipher: toText(row.cipher) })),
      }
      break
    case 'delete-chart':
      if (first !== undefined) remove('charts', [first.patient, first.chunk])
      break
    case 'swap-charts':
      if (first === undefined || second === undefined || first === second) break
      put('charts', { ...first, cipher: second.cipher })
      put('charts', { ...second, cipher: first.cipher })
      break
    case 'copy-chart':
      if (first !== undefined) put('charts', { ...first, chunk: first.chunk + 1 })
      break
    case 'older-chart': {
      const older = old?.charts.find(({ patient, chunk, cipher }) => charts.some((now) => now.patient === patient && now.chunk === chunk && toText(now.cipher) !== cipher))
      if (older !== undefined) put('charts', { ...older, cipher: toBytes(older.cipher) })
      break
    }
    case 'delete-tail':
      if (recent !== undefined) remove('tail', recent.seq)
      break
    case 'change-tail':
      if (recent !== undefined) put('tail', { ...recent, cipher: recent.cipher.map((byte, index) => (index === 20 ? byte ^ 1 : byte)) })
      break
    case 'delete-meta':
      if (meta[0] !== undefined) remove('meta', meta[0].name)
      break
    case 'older-meta': {
      const older = old?.meta[0]
      if (older !== undefined && meta[0] !== undefined && toText(meta[0].cipher) !== older.cipher) put('meta', { ...older, cipher: toBytes(older.cipher) })
      break
    }
  }
  await complete
  db.close()
  return { changed, rows }
}
