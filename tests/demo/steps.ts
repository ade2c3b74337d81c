import type { ElectronApplication, Page } from '@playwright/test'
import { words as boardWords } from '#renderer/features/board/words.ts'
import { words as lockWords } from '#renderer/features/lock/words.ts'
import { words as registerWords } from '#renderer/features/register/words.ts'
import { betweenKeysMs, lateKeyMs } from '#renderer/ui/wedge.ts'
import { driver, type Driver } from './drive.ts'

/** The road of a station, step by step through its real screens, with keys alone: in Japanese, and what the ward does all day in the language of the screen. */
export type Codes = { readonly envelopes: readonly string[]; readonly officer: string }

export const opener = { name: '見本 一郎', staffNumber: 'N-0001', decidedBy: '副院長 見本', pin: '204613' } as const

/** The IT office's person, and the passphrase of the invented hospital. */
export const maintainer = { staffNumber: 'IT-0104', passphrase: '架空の灯台の合言葉は三つの波' } as const

export const sealer = { name: '見本 設定', staffNumber: 'IT-01' } as const
const places = ['看護部長室 金庫', '5階東 薬品庫', '防災センター 鍵箱'] as const

export const invented = { hospital: '架空総合病院', ward: '5階東' } as const

/** From an empty folder to a sealed station; the codes are read off the screen, as a person copies them. */
export async function setUp(page: Page, shot: (name: string) => Promise<void> = none, ward: { readonly hospital: string; readonly ward: string } = invented): Promise<Codes> {
  const at = driver(page)
  const officer = await beginSetUp(page, shot, ward)
  const envelopes: string[] = []
  for (const number of [1, 2, 3]) {
    await at.sees(`封筒 ${number}号のコード`)
    if (number === 1) await shot('set-up-code')
    envelopes.push(await copyCode(page))
  }
  await at.sees('用紙はすべて紙になりました')
  await at.press('Control+Enter')
  await proveCodes(page, officer, new Map(envelopes.map((code, index) => [index + 1, code])), shot)
  await placeAndSeal(page, [1, 2, 3], shot)
  return { envelopes, officer }
}

/** Up to the first code on the screen; returns the recovery officer's secret key. */
export async function beginSetUp(page: Page, shot: (name: string) => Promise<void> = none, { hospital, ward }: { readonly hospital: string; readonly ward: string } = invented): Promise<string> {
  const at = driver(page)
  await at.sees('この端末は、前に準備されていますか')
  await shot('first-run')
  await at.choose('この端末は、前に準備されていますか', 3)
  await at.press('Control+Enter')
  await at.sees('どの病棟の端末ですか')
  await at.write('病院名', hospital)
  await at.write('病棟名', ward)
  await at.write('端末の文字', 'AF')
  await at.write('ベッド', '501〜512')
  await shot('set-up-ward')
  await at.press('Control+Enter')
  await at.choose('鍵', 1)
  await at.push('鍵を作る')
  await at.sees('秘密鍵（この1度だけ')
  const officer = await page.locator('code').first().innerText()
  await shot('set-up-officer')
  await page.getByRole('checkbox', { name: '紙か外部媒体に控えました' }).focus()
  await at.press('Space')
  await at.press('Control+Enter')
  await at.write('保守のパスフレーズ', maintainer.passphrase)
  await at.write('もう一度', maintainer.passphrase)
  await shot('set-up-maintenance')
  await at.press('Control+Enter')
  await at.sees('パスフレーズを決めました')
  await at.press('Control+Enter')
  await at.choose('プリンタ', 1)
  await shot('set-up-envelopes')
  await at.choose('プリンタ', 2)
  await at.push('コードを作る')
  return officer
}

/** Copies the code on the screen by hand. */
export async function copyCode(page: Page): Promise<string> {
  const code = await codeShown(page)
  await driver(page).push('手で書き写した')
  return code
}

/** Types every code back from its paper, then the officer's key. */
export async function proveCodes(page: Page, officer: string, codes: ReadonlyMap<number, string>, shot: (name: string) => Promise<void> = none): Promise<void> {
  const at = driver(page)
  for (const [number, code] of codes) {
    await at.sees(`封筒 ${number}号のコードを、紙を見て打ってください`)
    await typeCode(at, code)
    if (number === 2) await shot('set-up-prove-code')
    await at.press('Control+Enter')
  }
  await at.sees('復旧責任者の鍵で開くか確かめます')
  await shot('set-up-prove')
  await at.choose('確かめ方', 1)
  await at.write('秘密鍵', officer)
  await at.push('開けてみる')
  await at.sees('すべて開くことを確かめました')
  await at.press('Control+Enter')
}

/** Compares each sheet, writes down where its envelope goes, and seals. */
export async function placeAndSeal(page: Page, envelopes: readonly number[], shot: (name: string) => Promise<void> = none): Promise<void> {
  const at = driver(page)
  await at.sees('用紙の指紋と同じですか')
  await shot('set-up-fingerprint')
  for (const [index, number] of envelopes.entries()) {
    await page.getByRole('checkbox', { name: `封筒 ${number}号の用紙と同じ` }).focus()
    await at.press('Space')
    await page.getByRole('checkbox', { name: `封筒 ${number}号の用紙と同じ`, checked: true }).waitFor()
    await at.write(`${number}号の保管場所`, places[index] ?? '')
    await at.write(`${number}号の保管責任者`, '師長')
  }
  await at.write('氏名', sealer.name)
  await at.write('職員番号', sealer.staffNumber)
  await at.press('Control+Enter')
  await at.sees('この内容で封印しますか')
  await page.getByRole('checkbox', { name: '封筒に封をして' }).focus()
  await at.press('Space')
  await shot('set-up-seal')
  await at.press('Control+Enter')
  await at.sees('緊急開封へ進む')
  await at.sees('記録の連鎖')
  await shot('sealed')
}

/** Breaks the glass with an envelope's code, chooses a PIN and copies the restart code, which it returns. */
export async function openEnvelope(page: Page, number: number, code: string, shot: (name: string) => Promise<void> = none): Promise<string> {
  const at = driver(page)
  await at.push(/緊急開封へ進む|別の封筒を開ける/)
  await throughLadder(at, shot)
  await at.sees('何が起きていますか')
  await at.choose('何が起きていますか', 1)
  await shot('open-reason')
  await at.press('Control+Enter')
  await at.write('職員番号', opener.staffNumber)
  await at.write('氏名', opener.name)
  await at.choose('職種', 2)
  await at.write('開けると判断した人', opener.decidedBy)
  await shot('open-people')
  await at.press('Control+Enter')
  await at.choose('端末の時計は合っていますか', 1)
  await shot('open-clock')
  await at.press('Control+Enter')
  await at.choose('封筒の番号', number)
  await typeCode(at, code)
  await whole(at, code)
  await shot('open-code')
  await at.press('Control+Enter')
  await at.sees('は破られました')
  await shot('opened')
  await at.press('Escape')
  await at.press('Control+Enter')
  await at.sees('自分のPINを決めてください')
  await at.write('PIN', opener.pin)
  await at.write('もう一度', opener.pin)
  await shot('open-pin')
  await at.press('Control+Enter')
  await at.sees('再開コードを紙に書き写してください')
  await shot('open-restart')
  const restartCode = await codeShown(page, 6, 2)
  await at.press('Space')
  await at.press('Control+Enter')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  return restartCode
}

/** What still works: the record system can be neither read nor written, and so this station. */
export async function throughLadder(at: Driver, shot: (name: string) => Promise<void> = none): Promise<void> {
  await at.sees('いま、何が使えますか')
  await at.choose('電子カルテの閲覧', 2)
  await at.choose('電子カルテへの入力', 2)
  await shot('open-ladder')
  await at.press('Control+Enter')
}

export type NewPatient = { readonly family: string; readonly given: string; readonly familyKana: string; readonly givenKana: string; readonly birth: string; readonly bed: string } | { readonly features: string; readonly bed: string }

/** Which of the two the screen is in now. */
async function languageOf(page: Page): Promise<'ja' | 'en'> {
  return page.evaluate(() => (document.documentElement.lang === 'en' ? 'en' : 'ja'))
}

/** Registers from the board; returns the number on the screen. Unknown: F3, Ctrl+Enter, and nothing else if nothing is known. */
export async function register(page: Page, patient: NewPatient, shot: (name: string) => Promise<void> = none): Promise<string> {
  const at = driver(page)
  const language = await languageOf(page)
  const { known, act, done } = registerWords
  await at.press('F3')
  await page.getByRole('button', { name: act.save[language] }).or(page.getByRole('button', { name: act.saveOther[language] })).waitFor()
  if ('family' in patient) {
    for (const field of ['family', 'given', 'familyKana', 'givenKana', 'birth'] as const) await at.write(known[field][language], patient[field])
  } else if (patient.features !== '') await at.write(known.features[language], patient.features)
  if (patient.bed !== '') await at.write(known.bed[language], patient.bed)
  await shot('register')
  await at.press('Control+Enter')
  await at.sees(done.title[language])
  await shot('registered')
  return (await page.locator('body').innerText()).match(/[DTS]-[A-Z]{2}-\d{5}-\d/)?.[0] ?? ''
}

export async function vitalSigns(page: Page, values: readonly string[]): Promise<void> {
  const at = driver(page)
  await page.locator('[data-vital="temperatureC"]').focus()
  for (const value of values) {
    await page.keyboard.type(value)
    await at.press('Enter')
  }
  await page.getByLabel('バイタルサインを書く').getByText('保存済み').waitFor()
}

export async function note(page: Page, text: string): Promise<void> {
  const at = driver(page)
  await at.write('看護記録を書く', text)
  await at.press('Control+Enter')
  await page.getByLabel('看護記録を書く').getByText('保存済み').waitFor()
}

export async function allergy(page: Page, substance: string, source: string): Promise<void> {
  const at = driver(page)
  await at.push(/確かめる|直す/)
  await at.sees('アレルギーを確かめて記録する')
  await at.choose('確かめた結果', 3)
  await at.write('物質 1', substance)
  await at.write('確かめた相手・資料', source)
  await at.press('Control+Enter')
  await answered(page)
}

/** Draws a line through the newest record that can be struck. */
export async function strike(page: Page, reason: string): Promise<void> {
  const at = driver(page)
  await at.push(/取り消す/)
  await at.sees('この記録に取り消し線を引きますか')
  await at.write('理由', reason)
  await at.press('Control+Enter')
  await answered(page)
}

/** Unlocks the fresh window that a lock left. */
export async function unlock(page: Page, who: { readonly name: string; readonly pin: string } = opener): Promise<void> {
  const at = driver(page)
  await at.sees('だれが使いますか')
  await page.getByRole('button', { name: who.name }).focus()
  await at.press('Enter')
  await at.write('PIN', who.pin)
  await at.press('Enter')
  await page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
}

export type Colleague = { readonly staffNumber: string; readonly name: string; readonly pin: string }

/** Another person takes over without a lock: number and Enter, PIN and Enter. */
export async function changeTo(page: Page, who: Colleague): Promise<void> {
  const at = driver(page)
  const language = await languageOf(page)
  await at.press('Alt+K')
  await at.sees(lockWords.change.question[language])
  await at.write(lockWords.find[language], who.staffNumber)
  await at.press('Enter')
  await at.write(lockWords.pin[language], who.pin)
  await at.press('Enter')
  await atWork(page, who)
}

/** Whoever is at work brings in somebody new, of the profession at this place, who is then at work. */
export async function introduce(page: Page, who: Colleague, profession: number): Promise<void> {
  const at = driver(page)
  const language = await languageOf(page)
  const { returned } = lockWords
  await at.press('Alt+K')
  await at.push(lockWords.change.newcomer[language])
  await at.sees(returned.title.newcomer[language])
  await at.write(returned.name[language], who.name)
  await at.write(lockWords.staffNumber[language], who.staffNumber)
  await at.choose(returned.profession[language], profession)
  await at.write(returned.pin[language], who.pin)
  await at.write(returned.pinAgain[language], who.pin)
  await at.press('Control+Enter')
  await atWork(page, who)
}

async function atWork(page: Page, { name }: Colleague): Promise<void> {
  await page.getByRole('button', { name: boardWords.register[await languageOf(page)] }).first().waitFor()
  await page.getByRole('button', { name }).first().waitFor()
}

/** Writes the export; resolves when the screen says it was read back. */
export async function exportAll(page: Page, shot: (name: string) => Promise<void> = none): Promise<void> {
  const at = driver(page)
  await at.push('その他')
  await at.push('記録を書き出す')
  await at.push('フォルダを選ぶ')
  await page.getByRole('button', { name: '別のフォルダにする' }).waitFor()
  await shot('export')
  await at.press('Control+Enter')
  await page.getByText('読み返して確かめました').waitFor({ timeout: 60_000 })
  await shot('exported')
}

/** Signs, by keyboard, for every open check whose button has this name. */
export async function signAll(page: Page, name: RegExp): Promise<void> {
  const at = driver(page)
  const signs = page.getByRole('button', { name })
  for (let left = await signs.count(); left > 0; left = await signs.count()) {
    await signs.first().focus()
    await at.press('Enter')
    await page.getByRole('alertdialog').waitFor()
    await at.write('残す理由', '紙の控えで足りる')
    await at.press('Control+Enter')
    await signs.nth(left - 1).waitFor({ state: 'detached' })
  }
}

/** At the desk of the reconciliation: whoever is at work answers by name for whatever is still open. */
export async function signEveryCheck(page: Page, shot: (name: string) => Promise<void> = none): Promise<void> {
  const at = driver(page)
  await at.press('Alt+3')
  await at.sees('点検（すべて 0 か、名前つき）')
  await page.getByText('名簿と比べるまで分かりません').waitFor({ state: 'hidden' })
  await shot('reconcile-board')
  await signAll(page, /^署名する/)
  await shot('reconcile-board-signed')
}

/** Everything answered for, the emergency is closed; the fresh window that knows nothing of it. */
export async function closeSigned(app: ElectronApplication, page: Page): Promise<Page> {
  const at = driver(page)
  await signEveryCheck(page)
  await at.press('Alt+4')
  await at.sees('点検はすべて片付いたか、署名されています')
  const next = app.waitForEvent('window')
  await at.push('この非常時を閉じる')
  await page.getByRole('alertdialog').waitFor()
  await at.leave('Control+Enter')
  return next
}

/** The question is gone, and the focus is back where it was: a key pressed before that would go astray. */
async function answered(page: Page): Promise<void> {
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  await page.waitForFunction(() => document.activeElement !== document.body)
}

/** On a hurried machine keys that come at a scanner's pace are now and then taken for half a scan: then it is typed once more, as a person does. */
async function whole(at: Driver, code: string): Promise<void> {
  const boxes = at.page.locator('[data-code-field] input')
  if (await at.page.getByRole('button', { name: '開封する', disabled: false }).waitFor({ timeout: 2_000 }).then(() => true, () => false)) return
  for (const box of await boxes.all()) {
    await box.focus()
    await at.press('Control+A')
    await at.press('Delete')
  }
  await boxes.first().focus()
  await at.page.keyboard.type(code.replace(/[^0-9A-Z]/g, ''), { delay: 80 })
}

async function typeCode(at: Driver, code: string): Promise<void> {
  const first = at.page.locator('fieldset input').first()
  await first.focus()
  // At a hand's pace: as fast as a reader, a hurried machine now and then takes half of it for a scan.
  await at.page.keyboard.type(code.replace(/[^0-9A-Z]/g, ''), { delay: 2 * betweenKeysMs })
  await at.page.waitForTimeout(lateKeyMs + 50) // the last keys may still be held back as a reader's (SCAN-2)
}

async function codeShown(page: Page, symbols = 5, groups = 4): Promise<string> {
  const shown = await page.locator('figure').first().innerText()
  return shown.match(new RegExp(`(?:\\b[0-9A-HJKMNP-TV-Z]{${symbols}}\\b[\\s-]*){${groups}}`))?.[0].trim().replace(/[\s-]+/g, '-') ?? ''
}

function none(): Promise<void> {
  return Promise.resolve()
}
