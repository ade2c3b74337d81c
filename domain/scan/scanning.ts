import { z } from 'zod'
import { ReaderLayout } from './key-text.ts'
import { ScanRule } from './rule.ts'

/** What the hospital decides about its readers and bars; part of its plan. */
export const Scanning = z.object({ layout: ReaderLayout, rules: z.array(ScanRule).max(10) })
export type Scanning = z.infer<typeof Scanning>

export const plainScanning: Scanning = { layout: 'us', rules: [] }
