import { describe, expect, it } from 'vitest'
import { escaped } from '#domain/export/html.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Realm } from '#domain/realm.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { aDoctor, anEntry, anInstant, aPatient, entryId, patientId } from '#tests/builders.ts'
import { aWard, anInput, bytesOf, filesOf, hostile } from './fixture.ts'

const key = createStationKey().minisignKey
function files(entries: readonly Entry[] = aWard(), realm: Realm = 'real'): Promise<ReadonlyMap<string, string>> {
  return filesOf(anInput(entries, { realm }), key)
}

/** The page of the first patient. */
async function page(entries: readonly Entry[]): Promise<string> {
  return [...(await files(entries))].find(([name]) => name.startsWith('patients/'))?.[1] ?? ''
}

/** Text between tags, markup taken out: what a reader sees. */
const seen = (markup: string) => markup.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('a patient’s page', () => {
  it('[EXP-4] holds every record, who and when, the struck one under its line', async () => {
    const text = await page(aWard())
    expect(text).toMatch(/<s><span class="line"><bdi>右の患者の記録<\/bdi><\/span><\/s>/)
    expect(seen(text)).toMatch(/取消 struck №8 2026-11-20 16:24 試験 看護（看護師 N-1042） 理由 reason: 別の患者/)
    expect(seen(text)).toContain('体温 Temperature 36.5 ℃')
    for (const seq of [3, 5, 6, 7, 8]) expect(text).toContain(`<tr id="n${seq}">`)
  })

  it('[EXP-4] marks late and proxy entries', async () => {
    const late = anEntry('note', { recordedAt: anInstant('2026-11-20T08:24:00.000Z'), onBehalfOf: aDoctor() })
    expect(seen(await page([aPatient(), late]))).toMatch(/2026-11-20 16:24 遅延記載 late entry 記載 written 2026-11-20 17:24 .* 代行 on behalf of 試験 医師（医師 D-0077）/)
  })

  it('[PROXY-4] says of a proxy entry that it is not approved, or when and by whom it was', async () => {
    const typed = anEntry('note', { id: entryId(7), onBehalfOf: aDoctor() })
    expect(seen(await page([aPatient(), typed]))).toMatch(/代行 on behalf of 試験 医師（医師 D-0077） 未承認 not approved/)
    const approval = anEntry('proxy-approved', { by: aDoctor(), body: { approved: entryId(7) }, at: anInstant('2026-11-20T08:00:00.000Z') })
    expect(seen(await page([aPatient(), typed, approval]))).toMatch(/承認 approved 2026-11-20 17:00 試験 医師（医師 D-0077）/)
  })

  it('[DUTY-4] says that a record is outside its author’s usual duties, and why', async () => {
    const clerk = aDoctor({ profession: 'clerk' })
    const written = anEntry('note', { id: entryId(7), by: clerk })
    expect(seen(await page([aPatient(), written]))).toMatch(/通常の業務の外 outside usual duties: 急ぐ/)
    expect(seen(await page([aPatient(), written, anEntry('outside-usual', { by: clerk, body: { entry: entryId(7), reason: 'other', words: '看護師が搬送中' } })]))).toMatch(/outside usual duties: その他 other 看護師が搬送中/)
  })

  it('[EXP-4] marks an alias ◇ and says that the name is not known', async () => {
    const text = await page([aPatient({ naming: { kind: 'unknown', alias: ['サクラ', 'ツバメ'] } })])
    expect(seen(text)).toContain('◇ サクラ ツバメ')
    expect(seen(text)).toContain('not known')
  })

  it('[EXP-4] counts how often the chart was opened', async () => {
    expect(seen(await page([aPatient(), anEntry('chart-opened'), anEntry('chart-opened')]))).toContain('Chart opened: 2 回')
  })

  it('[EXP-4] is there for a patient whose registration is not', async () => {
    const text = await page([anEntry('note')])
    expect(seen(text)).toContain('The registration of this patient is not in this journal')
    expect(seen(text)).toContain('変わりなし')
  })

  it('[EXP-18] says not confirmed, none or present, with who and when', async () => {
    const stated = (body: Entry<'allergy-stated'>['body'], minute = '30') => anEntry('allergy-stated', { body, at: anInstant(`2026-11-20T07:${minute}:00.000Z`) })
    const present: Entry<'allergy-stated'>['body'] = { state: 'present', substances: [{ substance: 'そば', reaction: '' }], source: '本人' }
    expect(seen(await page([aPatient()]))).toMatch(/アレルギー Allergies 未確認 not confirmed .*Nobody has asked yet/)
    expect(seen(await page([aPatient(), stated({ state: 'none', source: '家族' })]))).toMatch(/なし none 2026-11-20 16:30 試験 看護（看護師 N-1042） ・ 情報源 source: 家族/)
    expect(seen(await page([aPatient(), stated(present)]))).toMatch(/あり PRESENT そば 2026-11-20 16:30/)
    expect(seen(await page([aPatient(), stated(present), stated({ state: 'none', source: '本人' }, '40')]))).toContain('An earlier record says PRESENT')
  })

  it.each(hostile)('[EXP-2] [EXP-5] shows what was typed and nothing else happens: %j', async (typed) => {
    const text = await page([aPatient({ features: typed }), anEntry('note', { body: { text: typed } })])
    expect(text.split(`<bdi>${escaped(typed)}</bdi>`)).toHaveLength(4) // the face, the registration, the note
    expect(text).not.toMatch(/<script|<img|onerror=[^&]*>/)
    expect(text.match(/<[a-z][^>]*\son\w+=/i)).toBe(null)
  })

  it('[EXP-5] forbids everything but its own style, and links only within the export', async () => {
    for (const [name, text] of await files(aWard('drill'), 'drill')) {
      if (!name.endsWith('.html')) continue
      expect(text).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`)
      expect(text.match(/<(?:script|link|iframe|object|embed|img|form|svg)\b/i)).toBe(null)
      expect(text.match(/url\(|@import|src=|https?:/i)).toBe(null)
      for (const [, href = ''] of text.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:\.\.\/\.\.\/index\.html|patients\/[A-Za-z0-9-]+\/index\.html|README-(?:ja|en)\.txt)$/)
    }
  })

  it('[EXP-5] sets typed words apart from their surroundings in every place they appear', async () => {
    const name = 'abc\u202edef'
    const registered = aPatient({ naming: { kind: 'known', family: name, given: '', familyKana: name, givenKana: '' }, bed: name, features: name })
    const texts = [...await files([registered, anEntry('patient-moved', { body: { bed: name } }), anEntry('incident-told', { body: { ...anEntry('incident-told').body, story: name } })])].filter(([file]) => file.endsWith('.html'))
    for (const [, text] of texts) {
      expect(text.split(name).length).toBeGreaterThan(1)
      expect(text.replace(/<bdi>[^<]*<\/bdi>/g, '')).not.toContain(name)
    }
  })

  it('[EXP-9] carries station, export and chain head, so that a sheet torn off can be traced', async () => {
    expect(seen(await page(aWard()))).toMatch(/端末 station AF .*Export №3 .*Chain head 11 [0-9A-Z]{5}-[0-9A-Z]{5}/)
  })
})

describe('the files of an export', () => {
  it('[EXP-7] are named in ASCII, never by a patient, each patient apart even when numbers clash', async () => {
    const same = [aPatient(), aPatient({}, { patient: patientId(2) }), anEntry('note', { patient: patientId(3) }), anEntry('note', { patient: patientId(4) })]
    const names = [...(await files(same)).keys()]
    const folders = names.filter((name) => name.startsWith('patients/'))
    expect(new Set(folders).size).toBe(4)
    expect(folders).toEqual(expect.arrayContaining(['patients/unregistered-1/index.html', 'patients/unregistered-2/index.html']))
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9./-]*$|^ssmix2\/[A-Za-z0-9./_^-]*$/)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  it('[EXP-3] of a drill or demonstration say so in every page, text and table; of real care nowhere', async () => {
    for (const [realm, mark] of [['drill', '訓練 DRILL'], ['demo', '見本 DEMO']] as const) {
      for (const [name, text] of await files(aWard(realm), realm)) if (/\.(?:html|txt|csv)$/.test(name) && !name.startsWith('csv-cp932/')) expect(text, name).toContain(mark)
      for (const [name, bytes] of await bytesOf(anInput(aWard(realm), { realm }), key)) if (name.startsWith('csv-cp932/')) expect(new TextDecoder('shift_jis').decode(bytes), name).toContain(mark)
    }
    for (const text of (await files()).values()) expect(text).not.toMatch(/訓練|見本|DRILL|DEMO/)
  })

  it('[EXP-4] list every patient on the first page, with how the emergency began', async () => {
    const text = seen((await files()).get('index.html') ?? '')
    expect(text).toMatch(/患者一覧 Patients 2 人/)
    expect(text).toContain('灯 花子')
    expect(text).toContain('◇ サクラ ツバメ')
    expect(text).toContain('地震 earthquake')
  })

  it('[EXP-11] say on the first page that records could not be opened', async () => {
    const input = anInput(aWard())
    const lost = { ...input, entries: input.entries.slice(0, -1) }
    const text = (await filesOf(lost, key)).get('index.html') ?? ''
    expect(seen(text)).toContain('1 records that do not open')
  })

  it('[EXP-8] explain in both languages how to open and check them, and how a cell is read', async () => {
    for (const name of ['README-ja.txt', 'README-en.txt']) {
      const text = (await files()).get(name) ?? ''
      for (const words of ['age -d', 'unzip', 'sha256sum -c SHA256SUMS', `minisign -V -m manifest.json -P ${key}`, "'", 'DWW_Tomoshibi_AF_20261121T010203Z_003.zip.age']) expect(text).toContain(words)
    }
  })

  it('[EXP-4] leave no line of a strike that does not hold', async () => {
    const other = anEntry('entry-struck', { patient: patientId(2), body: { struck: entryId(77), reason: '違う患者から' } })
    const text = await page([aPatient(), anEntry('note', { id: entryId(77) }), other])
    expect(text).not.toContain('<s>')
  })
})
