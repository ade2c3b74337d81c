import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { ReaderLayout } from '#domain/scan/key-text.ts'
import { listenForScans, type WedgeScan } from './listen-for-scans.ts'

/** A scan in the layout this station's reader is set to. */
export type Scan = WedgeScan & { readonly text: string }

/** Answers whether the scan meant something here. */
export type TakeScan = (scan: Scan) => boolean

/** Whoever came last is asked first. */
const Takers = createContext<((take: TakeScan) => () => void) | null>(null)

/** Listens for readers in the whole window. `otherwise` is asked when no place on the screen took a scan. */
export function Scans({ layout, otherwise, children }: { readonly layout: ReaderLayout; readonly otherwise: TakeScan; readonly children: ReactNode }) {
  const latest = useLatest({ layout, otherwise })
  const [takers] = useState<{ all: readonly TakeScan[] }>(() => ({ all: [] }))
  const [add] = useState(() => (take: TakeScan) => {
    takers.all = [take, ...takers.all]
    return () => {
      takers.all = takers.all.filter((one) => one !== take)
    }
  })
  useEffect(() => listenForScans((heard) => {
    const scan = { ...heard, text: heard.read[latest.current.layout] }
    return takers.all.some((take) => take(scan)) || latest.current.otherwise(scan)
  }), [takers, latest])
  return <Takers value={add}>{children}</Takers>
}

/** Takes scans for as long as the place is on the screen. */
export function useScans(take: TakeScan): void {
  const add = useContext(Takers)
  const latest = useLatest(take)
  useEffect(() => add?.((scan) => latest.current(scan)), [add, latest])
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
