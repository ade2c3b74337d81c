import { Written } from '../ui/written.tsx'
import { Band, BlankBand, kanaLine, NameLines } from './band.tsx'
import { bandsOnA4, cardsOnA4, inGroups, type BedCardSheet, type BlankNumberSheet, type Worn, type WristbandSheet } from './band-sheets.ts'
import { Bars, codesOf } from './bars.tsx'
import { fitName, oneLinePt } from './fit-name.ts'
import { Foot, Page, TopLine } from './frame.tsx'
import { DrawnQr } from './qr.tsx'
import type { Placed } from './sheet.ts'
import css from './band.module.css'
import frame from './sheet.module.css'

/** A band a page of the roll, or six on a sheet to be cut. */
export function BandPages({ sheet }: { readonly sheet: WristbandSheet }) {
  if (sheet.paper === 'A4') return <Cut placed={sheet} form="wristband" title="リストバンド(切り取り用)" bands={sheet.worn} draw={(worn, place) => <Band key={place.key} worn={worn} placed={sheet} form="wristband" page={place.page} of={place.of} />} />
  return sheet.worn.map((worn, at) => (
    <Page key={worn.number} realm={sheet.printed.realm} layout="band">
      <Band worn={worn} placed={sheet} form="wristband" page={at + 1} of={sheet.worn.length} />
    </Page>
  ))
}

export function BlankBandPages({ sheet }: { readonly sheet: BlankNumberSheet }) {
  return <Cut placed={sheet} form="blank-numbers" title="番号だけのリストバンド" bands={sheet.numbers} draw={(number, place) => <BlankBand key={place.key} number={number} placed={sheet} form="blank-numbers" page={place.page} of={place.of} />} />
}

function Cut<Thing>({ placed: { printed }, form, title, bands, draw }: {
  readonly placed: Placed
  readonly form: 'wristband' | 'blank-numbers'
  readonly title: string
  readonly bands: readonly Thing[]
  readonly draw: (band: Thing, place: { readonly key: number; readonly page: number; readonly of: number }) => React.ReactNode
}) {
  const pages = inGroups(bands, bandsOnA4)
  return pages.map((group, index) => (
    <Page key={index} realm={printed.realm} layout="landscape">
      <TopLine title={title} english="25×280 mm, print at 100 %, cut and cover with clear film" mark="災害時記録" note="(後日電子カルテへ転記)" realm={printed.realm} page={index + 1} of={pages.length} />
      <div className={css['strips']}>{group.map((band, at) => draw(band, { key: at, page: index + 1, of: pages.length }))}</div>
      <div className={frame['space']} />
      <Foot form={form} printed={printed} page={index + 1} of={pages.length} />
    </Page>
  ))
}

/** Room of the name on a card, in mm. */
const cardRoom = { widthMm: 170, heightMm: 62, namePt: 60, kanaPt: 22 } as const

/** Two cards a sheet, to be read from the foot of the bed. No birth date: everybody passes by. */
export function BedCardPages({ sheet }: { readonly sheet: BedCardSheet }) {
  const pages = inGroups(sheet.worn, cardsOnA4)
  return pages.map((group, index) => (
    <Page key={index} realm={sheet.printed.realm}>
      <TopLine title="ベッドネーム" english="Bed card" mark="災害時記録" realm={sheet.printed.realm} page={index + 1} of={pages.length} />
      {group.map((worn, at) => <Card key={at} sheet={sheet} worn={worn} />)}
      <div className={frame['space']} />
      <Foot form="bed-card" printed={sheet.printed} page={index + 1} of={pages.length} />
    </Page>
  ))
}

function Card({ sheet, worn }: { readonly sheet: BedCardSheet; readonly worn: Worn }) {
  const { qr, bars } = codesOf(worn.number)
  const fitted = fitName(worn.name, kanaLine(worn), cardRoom)
  const bedPt = oneLinePt(worn.bed, 100, [40, 30, 22, 15, 9]) ?? 7
  const wardPt = oneLinePt(sheet.ward, 60, [12, 10, 8, 7])
  return (
    <div className={css['card']}>
      <div className={css['cardTop']}>
        <b style={{ fontSize: `${bedPt}pt` }}>{worn.bed === '' ? 'ベッド　　　' : <Written>{worn.bed}</Written>}</b>
        <span>{wardPt === null ? `端末 ${sheet.printed.letters}` : <span style={{ fontSize: `${wardPt}pt` }}><Written>{sheet.ward}</Written></span>}</span>
      </div>
      <div className={css['cardName']}>{fitted !== null && <NameLines fitted={fitted} />}</div>
      <div className={css['cardFoot']}>
        <DrawnQr qr={qr} module={0.6} />
        <div><p className={css['cardNumber']}>{worn.number}</p><Bars bars={bars} mm={8} /></div>
        <span className={css['allergy']}>アレルギー {worn.allergy}</span>
      </div>
      <p className={css['cardPen']}><span>主治医</span><span>担当看護師</span><span>食事・安静度・注意</span></p>
    </div>
  )
}
