import { labelPlaces, type LabelGrid, type LabelPlace } from '#domain/print/label-grid.ts'
import type { Realm } from '#domain/realm.ts'
import { classNames } from '../ui/class-names.ts'
import { Written } from '../ui/written.tsx'
import { kanaLine, NameLines } from './band.tsx'
import { labelsPerBlank, type BlankNumberSheet, type DocumentLabelSheet, type OnLabels, type SpecimenLabelSheet, type Worn } from './band-sheets.ts'
import { Bars, codesOf, type Codes } from './bars.tsx'
import { fitName, oneLinePt } from './fit-name.ts'
import { Page } from './frame.tsx'
import { DrawnQr } from './qr.tsx'
import type { Placed } from './sheet.ts'
import { loudWords, realmWords, traceLines } from './trace.ts'
import css from './label.module.css'

/** Labels at least this large carry a line code and a line for the pen; on smaller ones stand number, QR, name and birth date alone. */
const largeFrom = { widthMm: 60, heightMm: 30 } as const
/** Side of a QR of a ward number with its quiet zone, at 0.42 mm a module. */
const qrMm = 12.2
const pad = { large: { xMm: 5, yMm: 2.4 }, small: { xMm: 1.4, yMm: 1.2 } } as const

function sizeOf({ widthMm, heightMm }: LabelGrid): 'large' | 'small' {
  return widthMm >= largeFrom.widthMm && heightMm >= largeFrom.heightMm ? 'large' : 'small'
}

export function LabelPages({ sheet }: { readonly sheet: SpecimenLabelSheet | DocumentLabelSheet }) {
  const { realm } = sheet.printed
  const codes = codesOf(sheet.who.number)
  return (
    <Sheets placed={sheet} on={sheet} form={sheet.kind} many={sheet.copies} draw={(place) => (
      <PatientLabel codes={codes} grid={sheet.grid} who={sheet.who} realm={realm} specimen={sheet.kind === 'specimen-labels' ? `№${sheet.printed.serial ?? '________'}-${place.index + 1}` : null} />
    )} />
  )
}

export function BlankLabelPages({ sheet }: { readonly sheet: BlankNumberSheet }) {
  const each = labelsPerBlank(sheet.grid)
  const size = sizeOf(sheet.grid)
  const codes = sheet.numbers.map(codesOf)
  return (
    <Sheets placed={sheet} on={sheet} form="blank-numbers" many={sheet.numbers.length * each} draw={({ index }) => {
      const number = sheet.numbers[Math.floor(index / each)]
      const drawn = codes[Math.floor(index / each)]
      return number === undefined || drawn === undefined ? null : (
        <>
          <Top codes={drawn} size={size} beside={<>{size === 'large' && <p className={css['number']}>{number}</p>}<p className={css['pen']}>{realmWords[sheet.printed.realm]} 氏名</p></>} />
          {size === 'small' && <p className={css['number']}>{number}</p>}
          {size === 'large' && <><Bars bars={drawn.bars} mm={5} /><p className={css['pen']}>生年月日　　　　　　　　性別 男・女・不明</p></>}
        </>
      )
    }} />
  )
}

/** How many sheets of labels. */
export function labelSheets({ grid, start }: Pick<OnLabels, 'grid' | 'start'>, many: number): number {
  return (labelPlaces(grid, many, start).at(-1)?.page ?? 0) + 1
}

type Placing = LabelPlace & { readonly index: number }

function Sheets({ placed, on, form, many, draw }: {
  readonly placed: Placed
  readonly on: OnLabels
  readonly form: 'specimen-labels' | 'document-labels' | 'blank-numbers'
  readonly many: number
  readonly draw: (place: Placing) => React.ReactNode
}) {
  const places = labelPlaces(on.grid, many, on.start, on.shift).map((place, index): Placing => ({ ...place, index }))
  const of = labelSheets(on, many)
  const size = sizeOf(on.grid)
  return Array.from({ length: of }, (_, page) => (
    <Page key={page} realm={placed.printed.realm} layout="labels">
      {places.filter((place) => place.page === page).map((place) => (
        <div key={place.at} className={classNames(css['label'], css[size])} style={boxOf(on.grid, place)}>{draw(place)}</div>
      ))}
      <LabelFoot placed={placed} form={form} page={page + 1} of={of} />
    </Page>
  ))
}

/** What a foot says, on the strip under the last row; a drill says so there too. */
export function LabelFoot({ placed: { printed }, form, page, of }: { readonly placed: Placed; readonly form: Parameters<typeof traceLines>[0]; readonly page: number; readonly of: number }) {
  return <p className={css['foot']}><b>{loudWords[printed.realm]}</b> {traceLines(form, printed, page, of).join('　')}</p>
}

export function boxOf({ widthMm, heightMm }: LabelGrid, { leftMm, topMm }: LabelPlace): { readonly left: string; readonly top: string; readonly inlineSize: string; readonly blockSize: string } {
  return { left: `${leftMm.toFixed(2)}mm`, top: `${topMm.toFixed(2)}mm`, inlineSize: `${widthMm}mm`, blockSize: `${heightMm}mm` }
}

function Top({ codes, size, beside }: { readonly codes: Codes; readonly size: 'large' | 'small'; readonly beside: React.ReactNode }) {
  return <div className={classNames(css['top'], css[size])}><div className={css['beside']}>{beside}</div><DrawnQr qr={codes.qr} module={0.42} /></div>
}

function PatientLabel({ codes, grid, who, realm, specimen }: { readonly codes: Codes; readonly grid: LabelGrid; readonly who: Worn; readonly realm: Realm; /** Number of a specimen's label; null on a document's. */ readonly specimen: string | null }) {
  const size = sizeOf(grid)
  const roomMm = grid.widthMm - 2 * pad[size].xMm
  const heightMm = specimen === null ? qrMm : qrMm - 3
  const room = { widthMm: roomMm - qrMm - 0.6, heightMm, namePt: size === 'large' ? 13 : 9.5, kanaPt: 8 }
  const both = fitName(who.name, kanaLine(who), room)
  // Where the kana has no room the alias may still have some.
  const fitted = both?.kana === null ? fitName(who.name, kanaLine({ ...who, kana: '' }), room) : both
  const mark = realmWords[realm]
  const birth = `${size === 'large' ? who.birth : who.shortBirth} ${who.sex}`
  const bed = who.bed === '' || oneLinePt(who.bed, 30, [7.5]) === null ? '' : who.bed
  return (
    <>
      <Top codes={codes} size={size} beside={
        <>
          {specimen !== null && <p className={css['what']}>{size === 'large' ? `検体　　　　　 ${specimen}` : specimen}</p>}
          {fitted === null ? <p className={css['noRoom']}>氏名はバンドで確認</p> : <NameLines fitted={fitted} />}
        </>
      } />
      <p className={css['birth']} style={{ fontSize: `${oneLinePt(birth, roomMm, size === 'large' ? [8.5, 7.5, 7] : [7.5, 7]) ?? 7}pt` }}>{birth}</p>
      <p className={css['number']}>{mark !== '' && <small>{mark} </small>}{who.number}</p>
      {size === 'large' && specimen !== null && <p className={css['pen']}>採取　　月　　日　　:　　採取者</p>}
      {size === 'large' && specimen === null && <><Bars bars={codes.bars} mm={5} /><p className={css['last']}><Written>{bed}</Written>　<b>アレルギー {who.allergy}</b></p></>}
    </>
  )
}
