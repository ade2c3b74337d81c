import { describe, expect, it } from 'vitest'
import { isFrozen } from '#domain/incident/freeze.ts'
import { holdsRecord, opensByEnvelope, Phase, afterLifeEvent } from '#domain/incident/life.ts'
import { kindNames, kinds, type Kind } from '#domain/log/kinds.ts'

/** Who somebody is may be learnt as long as the record is open: reconciling is made of it. */
const ofIdentity: ReadonlySet<Kind> = new Set<Kind>(['identity-claimed', 'identity-verified', 'patient-linked', 'match-decided'])

describe('what is written when', () => {
  it('[LIFE-8] while the emergency is in force everything is written, afterwards nothing of care', () => {
    for (const kind of kindNames) {
      expect(isFrozen(kind, 'open'), kind).toBe(false)
      const isOfCare = kinds[kind].strikable && kinds[kind].about === 'patient' && !ofIdentity.has(kind)
      for (const phase of ['standing-down', 'reconciling'] as const) if (isOfCare) expect(isFrozen(kind, phase), kind).toBe(true)
    }
    for (const kind of ofIdentity) expect(isFrozen(kind, 'reconciling'), kind).toBe(false)
    for (const kind of ['hand-over-signed', 'incident-reported', 'stood-down', 'chart-opened', 'export-made', 'person-identified'] as const) expect(isFrozen(kind, 'standing-down'), kind).toBe(false)
    expect(isFrozen('patient-registered', 'standing-down')).toBe(true)
    // Who somebody is can be taken back as long as the record is open, and nothing else of a chart.
    for (const kind of kindNames) expect(isFrozen('entry-struck', 'reconciling', kind), kind).toBe(!ofIdentity.has(kind))
    for (const kind of ofIdentity) expect(isFrozen('entry-struck', 'standing-down', kind), kind).toBe(true)
    for (const kind of ['record-transcribed', 'sheet-listed', 'check-signed', 'ward-line-struck'] as const) expect(isFrozen(kind, 'reconciling'), kind).toBe(false)
  })

  it('[LIFE-2] from no state does an accounts’ end lead back to a state in which an envelope opens, but by sealing anew', () => {
    const reached = new Set<Phase>(['reconciling'])
    for (const phase of reached) for (const event of ['open', 'stand-down', 'resume', 'retire-accounts', 'close', 'start-drill', 'end-drill'] as const) {
      const next = afterLifeEvent(phase, event)
      if (next !== null) reached.add(next)
    }
    expect([...reached].filter(opensByEnvelope)).toEqual([])
  })

  it('[GLASS-2] a record is held in three states only', () => {
    expect(Phase.options.filter(holdsRecord)).toEqual(['open', 'standing-down', 'reconciling'])
  })
})
