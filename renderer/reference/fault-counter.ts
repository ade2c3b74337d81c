import { mostListedFaults, type FaultCount, type ReferenceFault, type ReferenceFaultCode } from '#domain/reference/reference-fact.ts'

/** Counts faults without end in bounded memory and lists the first ones. Rule REF-7. */
export function faultCounter(): { readonly add: (fault: ReferenceFault) => void; readonly count: () => FaultCount } {
  const listed: ReferenceFault[] = []
  const byCode: Partial<Record<ReferenceFaultCode, number>> = {}
  let total = 0
  return {
    add: (fault) => {
      total += 1
      byCode[fault.code] = (byCode[fault.code] ?? 0) + 1
      if (listed.length < mostListedFaults) listed.push(fault)
    },
    count: () => ({ total, byCode: { ...byCode }, listed: [...listed] }),
  }
}
