import type { Bundle, DocumentReference, Patient, Resource } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { kindNames, kinds } from '#domain/log/kinds.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { MinisignKey } from '#domain/access/keys.ts'
import { readManifest } from '#domain/export/manifest.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import { readIdentifierSystem } from '#domain/plan/identifier-system.ts'
import type { Realm } from '#domain/realm.ts'
import { asWritten } from '#domain/transfer/unwrap.ts'
import { aDoctor, anEntry, anInstant, aNumber, aPatient, entryId, letters, noVitalSigns, patientId } from '#tests/builders.ts'
import { plainCare } from '#tests/care-bodies.ts'
import { anInput, filesOf, hostile, made } from '#tests/export/fixture.ts'
import { bundlesOf, fhirFilesOf, only, resourcesIn } from './bundles.ts'
import { allStruck, eachKind } from './each-kind.ts'
import { faultsOf } from './validators.ts'

const instance = 'http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier'

async function of(...entries: readonly Entry[]): Promise<readonly Resource[]> {
  const bundles = await bundlesOf(anInput(entries))
  for (const bundle of bundles.values()) expect(faultsOf(bundle)).toEqual([])
  return resourcesIn(...bundles.values())
}

const everything = async (entries = eachKind()): Promise<ReadonlyMap<string, Bundle>> => bundlesOf(anInput(entries))
const patientOf = (resources: readonly Resource[], number = aNumber()): Patient | undefined => only(resources, 'Patient').find(({ identifier }) => identifier?.some(({ value }) => value === number))

describe('the bundles', () => {
  it('[FHIR-1] are transactions in which everything is created only once and every reference leads somewhere', async () => {
    const bundles = await everything()
    expect([...bundles.keys()]).toEqual(['fhir/shared.bundle.json', 'fhir/D-AF-00123-4.bundle.json', 'fhir/D-AF-00124-2.bundle.json', 'fhir/D-AF-00125-0.bundle.json'])
    for (const bundle of bundles.values()) {
      expect(bundle.type).toBe('transaction')
      const entries = bundle.entry ?? []
      const urls = new Set(entries.map(({ fullUrl }) => fullUrl))
      expect(urls.size).toBe(entries.length)
      for (const { fullUrl = '', request, resource } of entries) {
        const uuid = fullUrl.replace('urn:uuid:', '')
        const by = resource?.resourceType === 'Provenance' ? '_tag' : 'identifier'
        expect(request).toEqual({ method: 'POST', url: resource?.resourceType, ifNoneExist: `${by}=${instance}|${uuid}` })
        expect(JSON.stringify(by === '_tag' ? resource?.meta?.tag : (resource as { readonly identifier?: unknown }).identifier)).toContain(uuid)
        for (const [, reference = ''] of JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)) expect(reference.startsWith('#') || urls.has(reference), `${resource?.resourceType} ${reference}`).toBe(true)
      }
    }
  })

  it('[FHIR-3] hold at least one resource of every record of care, and its Provenance with the hash of its frame', async () => {
    const input = anInput(allStruck(eachKind()))
    const resources = resourcesIn(...(await bundlesOf(input)).values())
    const [uuids, provenances] = [new Set(resources.map((one) => uuidOf(one))), only(resources, 'Provenance')]
    const care = input.entries.filter(({ entry }) => (entry.patient !== null && kinds[entry.kind].retention !== 'audit-5-years') || entry.kind === 'controlled-moved' || entry.kind === 'outside-usual')
    expect(new Set(care.map(({ entry }) => entry.kind)).size).toBeGreaterThan(35)
    for (const { seq, head, entry } of care) {
      const own = provenances.filter(({ entity }) => entity?.some(({ role, what }) => role === 'source' && what.identifier?.value === `urn:uuid:${entry.id}`))
      expect(own, `${entry.kind} ${seq}`).toHaveLength(1)
      expect(own[0]?.entity?.map(({ what }) => what.identifier?.value)).toContain(`urn:sha256:${head}`)
      expect(own[0]?.target.length).toBeGreaterThan(0)
      for (const { reference = '' } of own[0]?.target ?? []) expect(uuids.has(reference.replace('urn:uuid:', '')), `${entry.kind} ${reference}`).toBe(true)
      expect(own[0]?.recorded).toBe(tokyo(asWritten(entry).entry.recordedAt))
    }
  })

  it('[FHIR-3] know every kind of record there is', () => {
    const there = new Set(eachKind().map(({ kind }) => kind))
    expect(kindNames.filter((kind) => !there.has(kind))).toEqual([])
  })

  it('[FHIR-3] name the author, whoever typed for them, who approved it and the station', async () => {
    const note = anEntry('note', { onBehalfOf: aDoctor() })
    const resources = await of(aPatient(), note, anEntry('proxy-approved', { by: aDoctor(), body: { approved: note.id } }))
    const own = only(resources, 'Provenance').find(({ entity }) => entity?.[0]?.what.identifier?.value === `urn:uuid:${note.id}`)
    expect(own?.agent.map(({ type, who, onBehalfOf }) => [type?.coding?.[0]?.code, who.display, onBehalfOf?.display])).toEqual([['author', '試験 医師', undefined], ['enterer', '試験 看護', '試験 医師'], ['attester', '試験 医師', undefined], ['assembler', '灯 Tomoshibi AF', undefined]])
    expect(only(resources, 'DocumentReference').find((one) => uuidOf(one) === note.id)?.author?.[0]?.display).toBe('試験 医師')
  })

  it('[FHIR-3] keep what a record says that no field of FHIR has a place for', async () => {
    const text = JSON.stringify(await of(aPatient(), anEntry('medicine-given', { body: { ...plainCare['medicine-given'], controlled: { slip: '票77', discarded: 0.5 }, before: 'NRS 8', mixedWith: '側管' } }), anEntry('hand-over-signed')))
    for (const said of ['票77', '0.5', 'NRS 8', '側管']) expect(text).toContain(said)
  })

  it('[FHIR-14] have the same UUIDs in every export, and never one for two things', async () => {
    const [one, other] = [await everything(), await everything()]
    expect(resourcesIn(...one.values()).length).toBeGreaterThan(150)
    const entries = eachKind()
    const [first, again] = [await bundlesOf(anInput(entries)), await bundlesOf(anInput([...entries, anEntry('note')], { exportNo: 4 }))]
    for (const [name, bundle] of first) {
      const later = new Set(again.get(name)?.entry?.map(({ fullUrl }) => fullUrl))
      for (const { fullUrl } of bundle.entry ?? []) expect(later.has(fullUrl)).toBe(true)
    }
    expect([...other.keys()]).toEqual([...one.keys()])
  })

  it('[FHIR-12] are counted in the manifest, by type and by entry', async () => {
    const input = anInput(eachKind())
    const { built } = await made(input)
    const read = readManifest(JSON.stringify(built.manifest))
    const bundles = await bundlesOf(input)
    const types: Record<string, number> = {}
    const seen = new Set<string>()
    for (const { fullUrl = '', resource } of [...bundles.values()].flatMap(({ entry = [] }) => entry)) {
      if (seen.has(fullUrl) || resource === undefined) continue
      seen.add(fullUrl)
      types[resource.resourceType] = (types[resource.resourceType] ?? 0) + 1
    }
    expect(read.ok && read.value.counts.resources).toEqual(types)
    for (const [name, { entry = [] }] of bundles) expect(built.manifest.files.find((file) => file.name === name)?.records).toBe(entry.length)
  })

  it('[FHIR-12] an export of before they were counted is read too', async () => {
    const { built } = await made(anInput([]))
    const { resources: _, ...counts } = built.manifest.counts
    expect(readManifest(JSON.stringify({ ...built.manifest, counts }))).toMatchObject({ ok: true, value: { counts: { resources: {} } } })
  })

  it('[FHIR-11] hold no trace: those stand apart, of the journal and of the machine', async () => {
    const input = anInput(eachKind())
    const files = await fhirFilesOf(input)
    const traces = (files.get('fhir/AuditEvent.ndjson') ?? '').trim().split('\n').map((line) => JSON.parse(line) as Extract<Resource, { resourceType: 'AuditEvent' }>)
    expect(traces.map(({ subtype }) => subtype?.[0]?.code)).toEqual(expect.arrayContaining(['chart-opened', 'sheet-printed', 'incident-told', 'export-made', 'stopped', 'clock-jumped']))
    expect(traces.find(({ subtype }) => subtype?.[0]?.code === 'chart-opened')).toMatchObject({ action: 'R', agent: [{ who: { display: '試験 看護' }, requestor: true }], entity: [{ what: { identifier: { value: aNumber() } } }] })
    expect(only(resourcesIn(...(await bundlesOf(input)).values()), 'AuditEvent')).toEqual([])
  })

  it('[FHIR-13] say of a drill that it is test data, in every resource', async () => {
    const number = wardNumber('drill', letters(), 1)
    const bundles = await bundlesOf(anInput([aPatient({ number }), anEntry('vital-signs'), anEntry('note')], { realm: 'drill' }))
    for (const one of resourcesIn(...bundles.values())) expect(one.meta?.security?.map(({ code }) => code)).toEqual(['HTEST'])
    for (const one of resourcesIn(...(await everything()).values())) expect(one.meta?.security).toBeUndefined()
  })

  it('[FHIR-6] hold nothing empty, no era and no private-use character, whatever was typed', async () => {
    const input = anInput([aPatient({ birth: { kind: 'day', on: '1950-03-04' as never } }), anEntry('identity-claimed', { body: { ...anEntry('identity-claimed').body, birth: { kind: 'day', on: '1950-03-04' as never } } }), ...hostile.map((text) => anEntry('note', { body: { text } })), anEntry('note', { body: { text: '外字 \uE000 と \u{F0001}' } }), anEntry('insurance-stated', { body: { ...anEntry('insurance-stated').body, workplace: ' ', phone: ' ' } })])
    const files = await fhirFilesOf(input)
    for (const [name, text] of files) {
      expect(text, name).not.toMatch(/[\uE000-\uF8FF]/)
      expect(text, name).not.toMatch(/昭和|平成|令和/)
      if (name.endsWith('.bundle.json')) expect(emptyIn(JSON.parse(text))).toBe(false)
    }
    for (const bundle of (await bundlesOf(input)).values()) expect(faultsOf(bundle)).toEqual([])
    expect(notesIn(resourcesIn(...(await bundlesOf(input)).values()))).toEqual(expect.arrayContaining(['外字 〓 と 〓', ...hostile]))
    expect((files.get('fhir/replaced-characters.ndjson') ?? '').trim().split('\n').map((line) => (JSON.parse(line) as { readonly characters: readonly string[] }).characters)).toEqual([['U+E000', 'U+F0001']])
  })

  it('[FHIR-6] bear Japan’s offset and the time people were shown, not that of a clock that was off', async () => {
    const resources = await of(anEntry('incident-told', { body: { ...anEntry('incident-told').body, clockOffsetMs: 9 * 3_600_000 } }), aPatient(), anEntry('vital-signs', { at: anInstant('2026-11-20T07:24:00.000Z') }))
    expect(only(resources, 'Observation')[0]?.effectiveDateTime).toBe('2026-11-21T01:24:00.000+09:00')
    const plain = await of(aPatient(), anEntry('vital-signs'))
    expect(only(plain, 'Observation')[0]?.effectiveDateTime).toBe('2026-11-20T16:24:00.000+09:00')
    for (const [, time = ''] of JSON.stringify(plain).matchAll(/"(?:start|end|recorded|issued|date|authoredOn|effectiveDateTime)":"([^"]+)"/g)) expect(time).toMatch(/\+09:00$/)
  })
})

describe('a patient', () => {
  it('[FHIR-5] is named in kanji and kana, by the ward number for the time being', async () => {
    const patient = patientOf(await of(aPatient({ naming: { kind: 'known', family: '髙橋', given: '花子', familyKana: 'たかはし', givenKana: 'ﾊﾅｺ' }, birth: { kind: 'month', month: '1950-03' } })))
    expect(patient?.name).toEqual([
      { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode: 'IDE' }], use: 'usual', text: '髙橋 花子', family: '髙橋', given: ['花子'] },
      { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode: 'SYL' }], use: 'usual', text: 'タカハシ ハナコ', family: 'タカハシ', given: ['ハナコ'] },
    ])
    expect(patient).toMatchObject({ birthDate: '1950-03', gender: 'female', identifier: [{ system: instance, value: patientId(1) }, { use: 'temp', value: aNumber() }] })
  })

  it('[FHIR-5] whom nobody knows has a text, gender unknown and no birth date', async () => {
    const patient = patientOf(await of(aPatient({ naming: { kind: 'unknown', alias: ['サクラ', 'ツバメ'] }, sex: 'male', birth: { kind: 'estimated-age', years: 40 } })))
    expect(patient?.name).toEqual([{ use: 'temp', text: '不明（男性・推定40歳 about 40 y）' }, { use: 'temp', text: '◇ サクラ ツバメ' }])
    expect(patient).toMatchObject({ gender: 'unknown', _birthDate: { extension: [{ valueCode: 'unknown' }] } })
    expect(patient).not.toHaveProperty('birthDate')
  })

  it('[FHIR-5] bears the hospital’s number once it was verified or linked, and not when it was only said', async () => {
    const claim = anEntry('identity-claimed', { body: { ...anEntry('identity-claimed').body, hospitalId: '00099' } })
    const numbers = async (...entries: readonly Entry[]) => patientOf(await of(aPatient(), claim, ...entries))?.identifier?.filter(({ use }) => use === 'usual').map(({ value }) => value)
    expect(await numbers()).toEqual([])
    expect(await numbers(anEntry('identity-verified', { body: { ...anEntry('identity-verified').body, claim: claim.id } }))).toEqual(['00099'])
    const link = anEntry('patient-linked')
    expect(await numbers(link)).toEqual(['00012345'])
    expect(await numbers(link, anEntry('entry-struck', { body: { struck: link.id, reason: '別人' } }))).toEqual([])
  })

  describe('the system of the hospital’s patient numbers', () => {
    const asTyped = (typed: string) => {
      const read = readIdentifierSystem(typed)
      return read.ok ? read.value : null
    }
    const linked = [aPatient(), anEntry('patient-linked')]
    const told = async (typed: string, realm: Realm = 'real') => {
      const entries = realm === 'real' ? linked : [aPatient({ number: wardNumber(realm, letters(), 123) }), anEntry('patient-linked')]
      const bundles = await bundlesOf(anInput(entries, { realm, identifierSystem: asTyped(typed) }))
      for (const bundle of bundles.values()) expect(faultsOf(bundle)).toEqual([])
      const resources = resourcesIn(...bundles.values())
      return {
        number: only(resources, 'Patient')[0]?.identifier?.filter(({ use }) => use === 'usual').map(({ system, value }) => [system, value]),
        organization: only(resources, 'Organization')[0]?.identifier?.filter(({ system }) => system !== instance).map(({ system, value }) => [system, value]),
      }
    }
    const placeholder = 'https://tomoshibi.invalid/fhir/IdSystem/hospital-patient-number'

    it.each([
      ['JP Core’s OID of an institution', '1.2.392.100495.20.3.51.11312345670', 'urn:oid:1.2.392.100495.20.3.51.11312345670', [['http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no', '1312345670']]],
      ['an OID of another arc', 'urn:oid:２.16.840.1.113883.3.99', 'urn:oid:2.16.840.1.113883.3.99', []],
      ['a web address', ' https://hospital.example.jp/fhir/id/patient ', 'https://hospital.example.jp/fhir/id/patient', []],
      ['none', '', placeholder, []],
    ])('[FHIR-15] [FHIR-16] is %s', async (_, typed, system, organization) => {
      expect(await told(typed)).toEqual({ number: [[system, '00012345']], organization })
    })

    it('[FHIR-15] is never the hospital’s own in a drill or a demonstration', async () => {
      for (const realm of ['drill', 'demo'] as const) expect(await told('1.2.392.100495.20.3.51.11312345670', realm)).toEqual({ number: [[placeholder, '00012345']], organization: [] })
    })

    it('[FHIR-16] stands in the README, which says so of a placeholder, and changes nothing of the SS-MIX2 storage', async () => {
      const key = 'RWQ' as MinisignKey
      const [without, decided, drill] = await Promise.all([filesOf(anInput(linked), key), filesOf(anInput(linked, { identifierSystem: asTyped('1.2.392.100495.20.3.51.11312345670') }), key), filesOf(anInput([], { realm: 'drill', identifierSystem: asTyped('1.2.392.1') }), key)])
      expect([without, decided, drill].map((files) => [files.get('README-ja.txt')?.includes('仮の名前'), files.get('README-en.txt')?.includes('placeholder')])).toEqual([[true, true], [false, false], [true, true]])
      for (const name of ['README-ja.txt', 'README-en.txt']) {
        expect(without.get(name)).toContain(placeholder)
        expect(decided.get(name)).toContain('urn:oid:1.2.392.100495.20.3.51.11312345670')
        expect(drill.get(name)).not.toContain('1.2.392')
      }
      const storage = (files: ReadonlyMap<string, string>) => [...files].filter(([name]) => name.startsWith('ssmix2/'))
      expect(storage(without).length).toBeGreaterThan(0)
      expect(storage(decided)).toEqual(storage(without))
    })
  })

  it('[FHIR-5] is linked to another registration as "see also" only while somebody’s decision holds', async () => {
    const link = anEntry('patient-linked', { patient: patientId(2), body: { to: { kind: 'patient', patient: patientId(1) }, reason: '同じ人' } })
    const two = [aPatient(), aPatient({ number: aNumber(124) }, { patient: patientId(2) }), link]
    const links = async (...entries: readonly Entry[]) => patientOf(await of(...entries), aNumber(124))?.link
    expect(await links(...two)).toEqual([{ other: { reference: `urn:uuid:${patientId(1)}` }, type: 'seealso' }])
    expect(await links(...two, anEntry('entry-struck', { patient: patientId(2), body: { struck: link.id, reason: '別人' } }))).toBeUndefined()
  })

  it('[FHIR-5] whose registration is not in the journal is there too', async () => {
    const resources = await of(anEntry('note'))
    expect(only(resources, 'Patient')).toHaveLength(1)
    expect(only(resources, 'Patient')[0]).toMatchObject({ gender: 'unknown', name: [{ text: '不明（登録の記録なし）' }] })
  })
})

describe('a record', () => {
  it('[FHIR-4] that was struck is entered in error, one that was corrected is amended beside the older version', async () => {
    const [wrong, right] = [anEntry('note', { id: entryId(1), body: { text: '右' } }), anEntry('note', { id: entryId(2), body: { text: '左' } })]
    const [taken, retaken] = [anEntry('vital-signs', { id: entryId(3) }), anEntry('vital-signs', { id: entryId(4), body: noVitalSigns({ temperatureC: 37 }) })]
    const gone = anEntry('medicine-given', { id: entryId(5) })
    const line = (struck: Entry, replacement?: Entry) => anEntry('entry-struck', { body: { struck: struck.id, reason: '誤り', ...(replacement === undefined ? {} : { replacement: replacement.id }) } })
    const resources = await of(aPatient(), wrong, right, line(wrong, right), taken, retaken, line(taken, retaken), gone, line(gone))
    const notes = new Map(only(resources, 'DocumentReference').map((one) => [uuidOf(one), one]))
    expect(notes.get(wrong.id)).toMatchObject({ status: 'superseded' })
    expect(notes.get(right.id)).toMatchObject({ status: 'current', docStatus: 'amended', relatesTo: [{ code: 'replaces', target: { reference: `urn:uuid:${wrong.id}` } }] })
    expect(only(resources, 'Observation').map(({ status, valueQuantity }) => [valueQuantity?.value, status])).toEqual([[36.5, 'entered-in-error'], [37, 'amended']])
    expect(only(resources, 'MedicationAdministration')).toMatchObject([{ status: 'entered-in-error' }])
    expect(only(resources, 'Provenance').filter(({ activity }) => activity?.coding?.[0]?.code === 'NULLIFY').map(({ reason }) => reason?.[0]?.text)).toEqual(['誤り', '誤り', '誤り'])
  })

  it('[FHIR-4] of every strikable kind keeps a resource that says so', async () => {
    const struck = allStruck(eachKind())
    const resources = resourcesIn(...(await bundlesOf(anInput(struck))).values())
    const wrong = new Set(resources.flatMap((one) => (JSON.stringify(one).includes('entered-in-error') || JSON.stringify(one).includes('"superseded"') ? [uuidOf(one)] : [])))
    for (const { id, kind, patient } of struck.filter((entry) => kinds[entry.kind].strikable && entry.patient !== null)) {
      const own = only(resources, 'Provenance').find(({ entity }) => entity?.[0]?.what.identifier?.value === `urn:uuid:${id}`)
      expect(own?.target.some(({ reference = '' }) => wrong.has(reference.replace('urn:uuid:', ''))), `${kind} of ${patient}`).toBe(true)
    }
  })

  it('[FHIR-7] of vital signs is coded four times, with what was not taken said', async () => {
    const resources = await of(aPatient({ birth: { kind: 'day', on: '1950-03-04' as never } }), anEntry('vital-signs', { body: noVitalSigns({ temperatureC: 38.2, systolicMmHg: 118 }) }))
    const [temperature, pressure] = only(resources, 'Observation')
    expect(temperature?.code.coding?.map(({ system, code }) => `${system}|${code}`)).toEqual(['https://tomoshibi.invalid/fhir/CodeSystem/observation|temperatureC', 'http://medis.or.jp/CodeSystem/master-nursingObservationKeyCode|31001368', 'http://loinc.org|8310-5', 'http://medis.or.jp/CodeSystem/master-JLAC10-17digits|9P100000000000001'])
    expect(temperature?.valueQuantity).toEqual({ value: 38.2, unit: 'Cel', system: 'http://unitsofmeasure.org', code: 'Cel' })
    expect(pressure?.code.coding?.map(({ code }) => code)).toContain('85354-9')
    expect(pressure?.component).toMatchObject([{ valueQuantity: { value: 118, code: 'mm[Hg]' } }, { dataAbsentReason: { coding: [{ code: 'not-performed' }] } }])
    expect(only(resources, 'Observation')).toHaveLength(2)
  })

  it('[FHIR-7] has a NEWS2 only where no sign is missing and the patient is no child', async () => {
    const whole = noVitalSigns({ temperatureC: 38.2, pulsePerMin: 96, systolicMmHg: 118, diastolicMmHg: 64, respirationsPerMin: 20, spo2Percent: 95, oxygenLPerMin: 2, jcs: '0' })
    const scores = async (year: number) => only(await of(aPatient({ birth: { kind: 'year', year } }), anEntry('vital-signs', { body: whole })), 'Observation').flatMap(({ valueInteger }) => valueInteger ?? [])
    expect(await scores(1950)).toEqual([5])
    expect(await scores(2020)).toEqual([])
  })

  it('[FHIR-8] of a medicine is text, of an injection and a bag a contained Medication', async () => {
    const given = plainCare['medicine-given']
    const resources = await of(aPatient(), anEntry('medicine-given', { body: { ...given, asked: { without: 'protocol', words: '' } } }), anEntry('medicine-given', { body: { ...given, drug: '生食', amount: 4, unit: 'units', route: 'subcutaneous' } }), anEntry('transfusion-started'))
    const [tablet, injection, bag] = only(resources, 'MedicationAdministration')
    expect(tablet?.medicationCodeableConcept).toEqual({ text: 'アセトアミノフェン錠500mg' })
    expect(tablet?.dosage?.dose).toEqual({ value: 1, unit: 'tablet' })
    expect(injection).toMatchObject({ contained: [{ resourceType: 'Medication', id: 'medicine', code: { text: '生食' } }], medicationReference: { reference: '#medicine' }, dosage: { dose: { value: 4, unit: 'units' } } })
    expect(injection).not.toHaveProperty('medicationCodeableConcept')
    expect(injection?.dosage?.dose).not.toHaveProperty('code')
    expect(bag).toMatchObject({ contained: [{ batch: { lotNumber: '12-3456-7890', expirationDate: '2026-12-01' } }], performer: [{}, { actor: { display: '確認 看護' } }], status: 'in-progress' })
  })

  it('[FHIR-9] of allergies is unconfirmed, none or present, and "none" hides no earlier allergy', async () => {
    const states = async (...entries: readonly Entry[]) => only(await of(aPatient(), ...entries), 'AllergyIntolerance').map(({ code, clinicalStatus, verificationStatus }) => [code?.text?.slice(0, 7), clinicalStatus?.coding?.[0]?.code, verificationStatus?.coding?.[0]?.code])
    expect(await states()).toEqual([['アレルギー未確', 'active', 'unconfirmed']])
    expect(await states(anEntry('allergy-stated'))).toEqual([['アレルギーなし', 'active', 'confirmed']])
    const present = anEntry('allergy-stated', { body: { state: 'present', substances: [{ substance: 'そば', reaction: '蕁麻疹' }, { substance: 'ペニシリン', reaction: '' }], source: '家族' } })
    expect(await states(present, anEntry('allergy-stated', { at: anInstant('2026-11-20T08:00:00.000Z') }))).toEqual([['そば', 'active', 'confirmed'], ['ペニシリン', 'active', 'confirmed'], ['アレルギーなし', 'active', 'confirmed']])
  })

  it('[FHIR-10] of an order, an infusion, a bag and a stay is told as it stands at the end', async () => {
    const resources = await of(...eachKind())
    expect(only(resources, 'MedicationRequest').map(({ status }) => status)).toEqual(['active', 'completed'])
    expect(only(resources, 'ServiceRequest').map(({ status, code }) => [code?.text, status])).toEqual([['血算・生化学', 'active'], ['冷罨法', 'revoked']])
    const given = only(resources, 'MedicationAdministration')
    expect(given.find(({ dosage }) => dosage?.text?.includes('80 mL/h'))).toMatchObject({ status: 'completed', effectivePeriod: { start: '2026-11-20T16:24:00.000+09:00', end: '2026-11-20T17:24:00.000+09:00' } })
    expect(given.find(({ category }) => category?.text === '輸血 transfusion')).toMatchObject({ status: 'completed', dosage: { dose: { value: 280, code: 'mL' } } })
    expect(given.filter(({ status }) => status === 'not-done')).toHaveLength(2)
    expect(only(resources, 'Encounter')[0]).toMatchObject({ status: 'finished', class: { code: 'IMP' }, period: { end: '2026-11-20T16:30:00.000+09:00' }, hospitalization: { origin: { display: '灯診療所' }, destination: { display: '自宅' } } })
  })
})

function uuidOf(one: Resource): string {
  const identifiers = (one as { readonly identifier?: readonly { readonly system?: string; readonly value?: string }[] }).identifier ?? []
  return identifiers.find(({ system }) => system === instance)?.value ?? one.meta?.tag?.[0]?.code ?? ''
}

function tokyo(at: string): string {
  return `${new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`
}

function notesIn(resources: readonly Resource[]): readonly string[] {
  return only(resources, 'DocumentReference').map(({ content }: DocumentReference) => Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString('utf8'))
}

/** Is anything in it null, an empty text, list or element? */
function emptyIn(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object') return false
  const parts: readonly unknown[] = Object.values(value)
  return parts.length === 0 || parts.some(emptyIn)
}
