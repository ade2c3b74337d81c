import type { SheetForm } from '#domain/print/form.ts'
import { classNames } from '../ui/class-names.ts'
import { Written } from '../ui/written.tsx'
import type { Worn } from './band-sheets.ts'
import { Bars, codesOf } from './bars.tsx'
import { boldFromPt, fitName, lineMm, oneLinePt, type FittedName, type Lines } from './fit-name.ts'
import { wrap } from './measure.ts'
import { DrawnQr } from './qr.tsx'
import type { Placed } from './sheet.ts'
import { loudWords, realmWords, traceLines } from './trace.ts'
import css from './band.module.css'
import sheetCss from './sheet.module.css'

/** Millimetres between what is printed at the upper and the lower edge of a band, and the widths of its parts (visual standard 03). */
const inkMm = 16.2
const leadMm = 22
const nameMm = 76
const sideMm = 2
const numberMm = 46
/** A name smaller than this is worth another layout. */
const readablePt = 11

export type BandProps = { readonly placed: Placed; readonly form: SheetForm; readonly page: number; readonly of: number }

/**
 * One band, 280 × 24.9 mm. A QR on either side of the number: one always faces up on a wrist. What the foot of a sheet says
 * stands on the last 55 mm, which the fastened end covers.
 */
export function Band({ worn, placed, form, page, of }: BandProps & { readonly worn: Worn }) {
  const { realm } = placed.printed
  const { qr, bars } = codesOf(worn.number)
  const birth = `${worn.birth} ${worn.sex}`
  const kana = kanaLine(worn)
  const birthPt = oneLinePt(birth, nameMm - 2 * sideMm, [10, 9, 8, 7]) ?? 7
  const birthLines = wrap(birth, nameMm - 2 * sideMm, birthPt)
  const plain = fitName(worn.name, kana, { widthMm: nameMm - 2 * sideMm, heightMm: inkMm - birthLines.length * lineMm(birthPt), namePt: 17, kanaPt: 8 })
  // A long name takes the room of the lead and the line code, which the QR on either side stands in for.
  const isCramped = plain === null || plain.name.pt < readablePt || (plain.kana === null && kana !== '')
  const wide = isCramped ? fitName(worn.name, kana, { widthMm: nameMm + leadMm - 2 * sideMm, heightMm: inkMm, namePt: 17, kanaPt: 8 }) : null
  const fitted = wide ?? plain
  const widePt = oneLinePt(birth, numberMm - sideMm, [7.5, 7]) ?? 7
  // The bed changes, the alias stays: it is what the patient was called while nobody knew better.
  const aliasInstead = fitted?.kana === null && worn.alias !== ''
  return (
    <div className={css['band']}>
      {wide === null && <Lead placed={placed} bandsBefore={worn.bandsBefore} />}
      {wide !== null && <div className={css['edge']} />}
      <DrawnQr qr={qr} module={0.6} />
      <div className={classNames(css['name'], wide !== null && css['wide'])}>
        {fitted !== null && <NameLines fitted={fitted} />}
        {wide === null && birthLines.map((line) => <p key={line} style={{ fontSize: `${birthPt}pt`, lineHeight: `${lineMm(birthPt)}mm` }}>{line}</p>)}
      </div>
      <div className={css['number']}>
        <p className={css['figures']}>{worn.number}</p>
        {wide === null ? <Bars bars={bars} mm={9} /> : (
          <>
            {wrap(birth, numberMm - sideMm, widePt).map((line) => <p key={line} className={css['small']} style={{ fontSize: `${widePt}pt` }}>{line}</p>)}
            <p className={css['small']}>{[realmWords[realm], placed.printed.letters, again(worn.bandsBefore)].filter((word) => word !== '').join(' ')}</p>
          </>
        )}
      </div>
      <DrawnQr qr={qr} module={0.6} />
      <div className={css['safe']}>
        {aliasInstead ? <p className={css['alias']}><Written>{`仮: ${worn.alias}`}</Written></p> : <p>{worn.bed === '' || oneLinePt(worn.bed, 38, [9]) === null ? '　' : <Written>{worn.bed}</Written>}</p>}
        <p>アレルギー <b>{worn.allergy}</b></p>
        <p className={css['pen']}>備考</p>
      </div>
      <Tail placed={placed} form={form} page={page} of={of} />
    </div>
  )
}

/** A band with a number alone, for the pen. */
export function BlankBand({ number, placed, form, page, of }: BandProps & { readonly number: string }) {
  const { qr, bars } = codesOf(number)
  return (
    <div className={css['band']}>
      <Lead placed={placed} bandsBefore={0} />
      <DrawnQr qr={qr} module={0.6} />
      <div className={css['name']}>
        <p className={css['pen']}>氏名(カナ)</p>
        <p className={css['pen']}><span>生年月日</span><span>年齢</span><span>男・女・不明</span></p>
      </div>
      <div className={css['number']}>
        <p className={css['figures']}>{number}</p>
        <Bars bars={bars} mm={9} />
      </div>
      <DrawnQr qr={qr} module={0.6} />
      <div className={css['safe']}>
        <p>アレルギー</p>
        <p><i className={css['tick']} />なし　<i className={css['tick']} />あり　<i className={css['tick']} />未確認</p>
        <p className={css['pen']}>備考</p>
      </div>
      <Tail placed={placed} form={form} page={page} of={of} />
    </div>
  )
}

/** Hospital, ward and station; what has no room is left out from the front, never cut. */
function Lead({ placed: { hospital, ward, printed }, bandsBefore }: { readonly placed: Placed; readonly bandsBefore: number }) {
  const mark = realmWords[printed.realm]
  const room = 6 - (mark === '' ? 0 : 1) - (bandsBefore === 0 ? 0 : 1)
  const here = `端末 ${printed.letters}`
  const lines = [[hospital, ward, here], [ward, here], [here]].map((parts) => parts.flatMap((part) => wrap(part, leadMm - sideMm, 7))).find(({ length }) => length <= room) ?? []
  return (
    <div className={css['lead']}>
      {mark !== '' && <p className={css['mark']}>{mark}</p>}
      {lines.map((line, at) => <p key={at}><Written>{line}</Written></p>)}
      {bandsBefore > 0 && <p><b>{again(bandsBefore)}</b></p>}
    </div>
  )
}

function Tail({ placed: { printed }, form, page, of }: BandProps) {
  return (
    <div className={css['tail']}>
      {printed.realm === 'real' ? <p>ここに重ねて留める</p> : <p className={css['loud']}>{loudWords[printed.realm]}</p>}
      {traceLines(form, printed, page, of).map((line) => <p key={line}>{line}</p>)}
    </div>
  )
}

/** 「再発行 2」; nothing on the first. */
export function again(bandsBefore: number): string {
  return bandsBefore === 0 ? '' : `再発行 ${bandsBefore}`
}

/** Kana over the name, and the alias of somebody whose name came later. */
export function kanaLine({ kana, alias }: Pick<Worn, 'kana' | 'alias'>): string {
  return [kana, alias === '' ? '' : `仮: ${alias}`].filter((part) => part !== '').join(' ')
}

export function NameLines({ fitted: { name, kana } }: { readonly fitted: FittedName }) {
  return (
    <>
      {kana !== null && kana.lines.map((line, at) => <p key={`kana ${at}`} style={styleOf(kana)}><Written>{line}</Written></p>)}
      {name.lines.map((line, at) => <p key={at} className={classNames(name.pt >= boldFromPt && sheetCss['heavy'])} style={styleOf(name)}><Written>{line}</Written></p>)}
    </>
  )
}

function styleOf({ pt, mm }: Lines): { readonly fontSize: string; readonly lineHeight: string; readonly blockSize: string } {
  return { fontSize: `${pt}pt`, lineHeight: `${mm}mm`, blockSize: `${mm}mm` }
}
