import { labelPlaces, labelsOn } from '#domain/print/label-grid.ts'
import type { LabelTestSheet } from './band-sheets.ts'
import { sheetCode } from './flow-page.tsx'
import { Page } from './frame.tsx'
import { boxOf, LabelFoot } from './label-page.tsx'
import { Qr } from './qr.tsx'
import css from './label.module.css'

/** Rulers, outlines of the labels and a QR: held against the window with a sheet of labels, it shows scale and offset to a half millimetre. */
export function LabelTestPage({ sheet }: { readonly sheet: LabelTestSheet }) {
  const { grid, shift } = sheet
  return (
    <Page realm={sheet.printed.realm} layout="labels">
      {labelPlaces(grid, labelsOn(grid), 1, shift).map((place) => <div key={place.at} className={css['outline']} style={boxOf(grid, place)}>{place.at + 1}</div>)}
      <Ruler mm={100} isUpright={false} left={55} top={137} />
      <Ruler mm={200} isUpright left={40} top={48.5} />
      <div className={css['say']} style={{ left: '55mm', top: '150mm' }}>
        <b>試し刷り</b> Test page<br />
        横の線が100 mm、縦の線が200 mmなら等倍。違えば印刷の設定を「等倍(100%)」にする。<br />
        ラベル用紙に重ねて透かし、枠のずれ(mm)を「印刷のずれ」に入れる。右と下が＋。<br />
        {grid.across} × {grid.down}面　1面 {grid.widthMm} × {grid.heightMm} mm　左 {grid.leftMm} 上 {grid.topMm} mm　ずれ {shift.xMm}, {shift.yMm} mm
      </div>
      <div className={css['code']} style={{ left: '165mm', top: '120mm' }}><Qr text={sheetCode('label-test', sheet.printed, 1) ?? 'TEST'} module={0.5} /></div>
      <LabelFoot placed={sheet} form="label-test" page={1} of={1} />
    </Page>
  )
}

/** A ruler in millimetres: a tick each, longer every fifth and tenth. */
function Ruler({ mm, isUpright, left, top }: { readonly mm: number; readonly isUpright: boolean; readonly left: number; readonly top: number }) {
  const ticks = Array.from({ length: mm + 1 }, (_, at) => ({ at, long: at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2 }))
  const path = [isUpright ? `M0 0V${mm}` : `M0 0H${mm}`, ...ticks.map(({ at, long }) => (isUpright ? `M0 ${at}H${long}` : `M${at} 0V${long}`))].join('')
  const [wide, high] = isUpright ? [10, mm] : [mm, 10]
  return (
    <svg className={css['ruler']} style={{ left: `${left}mm`, top: `${top}mm` }} width={`${wide}mm`} height={`${high}mm`} viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${mm} mm`}>
      <path d={path} stroke="#000" strokeWidth={0.2} fill="none" />
      {ticks.filter(({ at }) => at % 10 === 0).map(({ at }) => <text key={at} x={isUpright ? 5.6 : at} y={isUpright ? at + 0.9 : 7.6} textAnchor={isUpright ? 'start' : 'middle'}>{at}</text>)}
    </svg>
  )
}
