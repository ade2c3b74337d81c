import { ok } from '#domain/result.ts'
import type { Handlers } from '#domain/bridge.ts'
import type { Handling } from './handling.ts'
import { verifyStation } from './verify.ts'

/** What an auditor asks of the machine. Nothing here needs a key, and nothing here is about a patient. */
export function auditHandlers({ station }: Handling): Pick<Handlers, 'audit:verify'> {
  const { disk, second, markPath, machine } = station.ports
  return {
    'audit:verify': async ({ printed }) => {
      const { journals, compared } = await verifyStation(disk, station.layout.data, { second, printed, exported: [], mark: { path: markPath, machine }, stationKey: null })
      return ok({
        findings: journals.flatMap(({ journal, report }) => report.findings.map((finding) => ({ ...finding, journal }))),
        compared: [...compared],
        entries: journals.reduce((sum, { report }) => sum + report.entries, 0),
        frames: journals.reduce((sum, { report }) => sum + report.frames, 0),
      })
    },
  }
}
