import { hospitalNumberSystem } from './fhir/number-system.ts'
import { realmMark } from './realm-gate.ts'
import type { ExportInput } from './input.ts'
import { exportFileName } from './names.ts'
import { keyIdOf } from './minisig.ts'
import { clockNote } from './manifest.ts'
import type { MinisignKey } from '../access/keys.ts'
import { shownMoment } from './words.ts'

/** How to open, check and read an export, for somebody who has never seen this program. Lines end as Windows wants them. */
export function readmeJa(input: ExportInput, key: MinisignKey): string {
  const name = exportFileName({ ...input, ...input.profile })
  return lines(input, [
    '灯（ともしび） 病棟の災害時記録の書き出し',
    '',
    `病院 ${input.profile.hospital}  病棟 ${input.profile.ward}  端末 ${input.profile.letters}`,
    `作成 ${shownMoment(input.createdAt)}（日本時間）  書き出し番号 ${input.exportNo}`,
    `署名鍵の番号 ${keyIdOf(key)}（端末の設置記録の紙と見比べてください）`,
    '時刻は端末の時計のままです。直していません。',
    '',
    '■ 見るだけのとき',
    'index.html をブラウザーで開きます。患者ごとのページは patients フォルダーにあります。印刷できます。',
    '',
    '■ 開き方（灯がなくても開けます）',
    '1  age で復号します（回復担当者の鍵ファイル officer.key、または封筒のアカウントの鍵）',
    `     age -d -i officer.key -o export.zip ${name}`,
    '2  展開します',
    '     unzip export.zip -d export',
    '3  中身が変わっていないことを確かめます',
    '     cd export',
    '     sha256sum -c SHA256SUMS          （Windows: certutil -hashfile ファイル名 SHA256）',
    '4  この端末が作ったことを確かめます',
    `     minisign -V -m manifest.json -P ${key}`,
    '   暗号化されたままのファイルは、鍵がなくても確かめられます',
    `     minisign -V -m ${name} -P ${key}`,
    '   上の -P の鍵はこのファイルにも書いてあるだけです。端末の設置記録の紙の鍵と同じときだけ、この端末のものと言えます。',
    '   灯があれば一度に確かめられます:  tomoshibi open ファイル --identity officer.key --out フォルダー --station-pub station.pub',
    '',
    '■ 中身',
    'manifest.json       この書き出しの目録。宛先、連鎖の末尾、件数、全ファイルの SHA-256。署名は manifest.json.minisig',
    'log/events.ndjson   すべての記録。1行1件、記録の順。これが正本で、ほかはここから作れます',
    'log/chain.ndjson    記録の連鎖（順番と要約値）',
    'log/audit.ndjson    端末自身の記録（開封、施錠、時計など）',
    'tables/*.ndjson     種類ごとの表',
    'csv/*.csv           同じ表を Excel で開ける形にしたもの。列の意味は csv/columns.csv',
    'csv-cp932/*.csv     同じ表の CP932（Shift_JIS）版。BOM なし',
    'csv/lossy-characters.csv  CP932 と SS-MIX2 で書けず、置き換えた文字の一覧',
    'csv/keep-until.csv  患者ごとの保存期限',
    'csv/statistics.csv  報告書のための数（患者の名前は入らない）',
    'ssmix2/             SS-MIX2 標準化ストレージ（standard）と拡張ストレージ（extended）。ISO-2022-JP',
    '                    トランザクションストレージとインデックスDBは作りません。パスが長いので、C:\\e のような短い場所に展開してください',
    'photos/番号/*.jpg   この端末で撮った写真。ファイル名は記録のID。患者ごとのページから開けます',
    'pdf/番号.pdf        患者ごとのカルテ用紙（書き出すときに選んだ場合だけ）',
    'csv/reconciliation-worklist.csv  転記する記録の一覧と進み具合。csv/reconciliation-numbers.csv は、非常時の番号・仮名と病院の番号の対応表（ずっと保管する）',
    'patients/番号/      患者ごとのページ。フォルダー名は番号で、氏名は使いません',
    'fhir/*.bundle.json  FHIR R4（JP Core）。患者ごとに transaction 1つと、共通の shared。先に shared を送ります。2度送っても重複しません',
    '                    灯があれば  tomoshibi deliver ファイル --identity officer.key --fhir URL  で送れ、途中で切れても続きから送ります',
    ...numbersJa(input),
    'fhir/AuditEvent.ndjson  閲覧・印刷・開封の記録。fhir/replaced-characters.ndjson: 〓 に置き換えた外字の一覧',
    '',
    '■ 取り消した記録',
    '取り消した記録は消えません。線を引いて残り、誰が、いつ、なぜ取り消したかが付きます。',
    '',
    '■ CSV の文字',
    '文字コードは UTF-8（BOM 付き）、改行は CRLF です。文字の欄は必ず " で囲みます。',
    "= + - @（全角も）、タブ、改行、' で始まる文字の欄には、Excel が式として動かさないように、先頭に ' を1つ足してあります。",
    "元の文字に戻すには、\" で囲まれた欄の先頭の ' を1つだけ取ります。ほかの文字は1字も変えていません。",
    'Excel は 00123 を 123 にします。番号は「データ」→「テキストまたは CSV から」で、文字列として読み込んでください。',
  ])
}

export function readmeEn(input: ExportInput, key: MinisignKey): string {
  const name = exportFileName({ ...input, ...input.profile })
  return lines(input, [
    'Tomoshibi: export of the emergency records of a ward',
    '',
    `Hospital ${input.profile.hospital}   ward ${input.profile.ward}   station ${input.profile.letters}`,
    `Made ${shownMoment(input.createdAt)} (Japan time)   export no. ${input.exportNo}`,
    `Signing key id ${keyIdOf(key)} (compare it with the paper made when the station was set up)`,
    clockNote(input.clockOffsetMs),
    '',
    '== Only to read ==',
    'Open index.html in a browser. Each patient has a page in the folder "patients". The pages print.',
    '',
    '== How to open (without this program) ==',
    '1  Decrypt with age (the recovery officer\'s key file officer.key, or the key of an envelope\'s account)',
    `     age -d -i officer.key -o export.zip ${name}`,
    '2  Unpack',
    '     unzip export.zip -d export',
    '3  Check that nothing was changed',
    '     cd export',
    '     sha256sum -c SHA256SUMS          (Windows: certutil -hashfile FILE SHA256)',
    '4  Check that this station made it',
    `     minisign -V -m manifest.json -P ${key}`,
    '   The encrypted file can be checked without any secret key:',
    `     minisign -V -m ${name} -P ${key}`,
    '   The key after -P is only quoted here. It proves the station only if it is the key on the paper made at set-up.',
    '   With this program, all at once:  tomoshibi open FILE --identity officer.key --out FOLDER --station-pub station.pub',
    '',
    '== What is inside ==',
    'manifest.json       list of everything: recipients, chain heads, counts, SHA-256 of each file. Signed: manifest.json.minisig',
    'log/events.ndjson   every record, one a line, in the order they were saved. The original; the rest is computed from it',
    'log/chain.ndjson    the chain of the journal: places and hashes',
    'log/audit.ndjson    what the station itself recorded (openings, locks, clock)',
    'tables/*.ndjson     one table for each kind of record',
    'csv/*.csv           the same tables for a spreadsheet. What the columns mean: csv/columns.csv',
    'csv-cp932/*.csv     the same tables in CP932 (Shift_JIS), without a byte order mark',
    'csv/lossy-characters.csv  letters that CP932 and SS-MIX2 could not hold, and what stands there instead',
    'csv/statistics.csv  figures for the report after the emergency, of no patient',
    'csv/keep-until.csv  until when the records of each patient must be kept',
    'ssmix2/             SS-MIX2 standardised storage (standard) and extended storage (extended), in ISO-2022-JP. There is no',
    '                    transaction storage and no index database. Paths are long: unpack in a short place such as C:\\e',
    'photos/NUMBER/*.jpg photographs taken at this station, named by the id of their record; the pages of the patients lead to them',
    'pdf/NUMBER.pdf      the sheets of each chart (only if asked for when exporting)',
    'csv/reconciliation-worklist.csv  the records to be typed into the hospital’s system, and how far they have come;',
    '                     csv/reconciliation-numbers.csv: which number and alias became which number of the hospital (keep for ever)',
    'patients/NUMBER/    a page for each patient. Folders are named by ward number, never by name',
    'fhir/*.bundle.json  FHIR R4 (JP Core): one transaction a patient, and "shared" for what they have in common, sent first. Sent twice, nothing is doubled',
    '                    With this program:  tomoshibi deliver FILE --identity officer.key --fhir URL  goes on where it was cut off',
    ...numbersEn(input),
    'fhir/AuditEvent.ndjson  who opened, printed, broke the glass. fhir/replaced-characters.ndjson: private-use characters for which 〓 was sent',
    '',
    '== Struck records ==',
    'A struck record is not erased. It stays under its line, with who, when and why.',
    '',
    '== Text in the CSV files ==',
    'UTF-8 with a byte order mark, lines end in CRLF. Text always stands in double quotes.',
    "A text that begins with = + - @ (full width too, also after spaces), a tab, a line end or ' has one apostrophe (') put in front,",
    'so that a spreadsheet does not run it as a formula. To get back what was typed, take one leading apostrophe off each quoted cell',
    'that has one. Not one other character is changed.',
    'Excel turns 00123 into 123: import with Data > From Text/CSV and choose "text" for numbers of patients and staff.',
  ])
}

/** By which system a loader finds the hospital's own numbers, and where it is only a placeholder. Rule FHIR-16. */
function numbersJa(input: ExportInput): readonly string[] {
  const { uri, isPlaceholder } = hospitalNumberSystem(input)
  if (!isPlaceholder) return [`                    病院の患者番号の体系 (identifier.system) は ${uri} です`]
  return [
    `                    病院の患者番号の体系 (identifier.system) は仮の名前 ${uri} です。`,
    input.realm === 'real' ? '                    病院の OID が端末に設定されていないためです。取り込む前に、病院の体系に置き換えてください' : '                    訓練・見本なので、病院の体系は使いません',
  ]
}

function numbersEn(input: ExportInput): readonly string[] {
  const { uri, isPlaceholder } = hospitalNumberSystem(input)
  if (!isPlaceholder) return [`                    The system of the hospital's patient numbers (identifier.system) is ${uri}`]
  return [
    `                    The system of the hospital's patient numbers (identifier.system) is a placeholder, ${uri}:`,
    input.realm === 'real' ? "                    the hospital's OID is not set at this station. Put the hospital's own in its place before loading" : "                    a drill or demonstration never uses the hospital's own",
  ]
}

function lines({ realm }: ExportInput, text: readonly string[]): string {
  const mark = realmMark[realm]
  const banner = mark === null ? [] : [`【${mark}】 実在の患者の記録ではありません NOT A REAL PATIENT RECORD`, '']
  return [...banner, ...text, ''].join('\r\n')
}
