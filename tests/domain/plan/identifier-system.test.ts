import { describe, expect, it } from 'vitest'
import { HospitalPlan, plainPlan } from '#domain/plan/hospital-plan.ts'
import { readIdentifierSystem } from '#domain/plan/identifier-system.ts'

describe('the system of the hospital’s patient numbers', () => {
  it.each(['1.2.392.100495.20.3.51.11312345670', '1.2.392.200119.6.102.11234567', '2.16.840.1.113883.3.99', '1.3.6.1.4.1.99999.1', 'https://hospital.example.jp/fhir/id', 'http://localhost:8080/id'])('[FHIR-17] %s is one, and is kept in a plan as it is', (system) => {
    expect(readIdentifierSystem(system)).toEqual({ ok: true, value: system })
    expect(HospitalPlan.parse(JSON.parse(JSON.stringify({ ...plainPlan, identifierSystem: system }))).identifierSystem).toBe(system)
  })

  it('[FHIR-17] full width, spaces around it and urn:oid: are forgiven; nothing is none', () => {
    expect(readIdentifierSystem(' urn:oid:１.２.392.1 ')).toEqual({ ok: true, value: '1.2.392.1' })
    expect(readIdentifierSystem('　')).toEqual({ ok: true, value: null })
  })

  it.each(['架空病院', '12345', '1.2', '1.2.', '1..2.3', '1.02.3', '3.1.2', '1.40.1', '1.2.392.x', 'ftp://a/b', 'https://', 'https://user:word@a.jp/', 'https://a.jp/ b', 'https://a.jp/?q=1', 'javascript:alert(1)', `1.2.${'9'.repeat(200)}`])('[FHIR-17] %s is none', (typed) => {
    expect(readIdentifierSystem(typed)).toEqual({ ok: false, error: 'no-system' })
    expect(HospitalPlan.safeParse({ ...plainPlan, identifierSystem: typed }).success).toBe(false)
  })

  it.each(['', '.1', '.1.1312345670', '.1131234567', '.113123456701', '.21312345670'])('[FHIR-17] Japan’s patient numbers without a whole institution code are refused: …51%s', (end) => {
    expect(readIdentifierSystem(`1.2.392.100495.20.3.51${end}`)).toEqual({ ok: false, error: 'institution-code' })
  })

  it('[FHIR-17] a plan from before it was asked reads as one without', () => {
    const { identifierSystem: _, ...before } = plainPlan
    expect(HospitalPlan.parse(before)).toEqual(plainPlan)
  })
})
