import { classNames } from '../../ui/class-names.ts'
import { Written } from '../../ui/written.tsx'
import { NameLines } from '../band.tsx'
import { Bars, type BarsPath } from '../bars.tsx'
import { fitName } from '../fit-name.ts'
import { widthMm, wrap } from '../measure.ts'
import { Qr } from '../qr.tsx'
import type { Lies } from './cut.ts'
import type { KnownHead, PatientHead } from './head.ts'
import css from './chart.module.css'

/** Millimetres for the words of each cell, beside its label. Their places are the same on every sheet (print standard). */
const rooms = {
  upright: { no: 39, name: 66, hid: 30, birth: 40, age: 9.3, sex: 9.2, bed: 23.4, allergies: 31, blood: 25, infection: 20.5, highMm: 7.9, nameHighMm: 8.15 },
  landscape: { no: 37, name: 46, hid: 30, birth: 40, age: 9.3, sex: 6.6, bed: 23.4, allergies: 55, blood: 25, infection: 18.5, highMm: 7.7, nameHighMm: 7.9 },
} as const

/** How much wider a bold number is than measured. */
const boldWider = 1.08

/** Two rows of 8.2 mm across, three of 8.4 mm upright. `code`: what the QR of this page reads as; `bars`: of the number, the same on every page. */
export function PatientHeadBox({ head: { number, known }, lies, code, bars }: { readonly head: PatientHead; readonly lies: Lies; readonly code: string; readonly bars: BarsPath }) {
  const room = rooms[lies]
  return (
    <div className={classNames(css['head'], css[lies])}>
      <Box at="no" label={['緊急', '番号']}><span className={css['number']} style={{ fontSize: `${[13, 12.5, 12, 11].find((pt) => widthMm(number, pt) * boldWider <= room.no) ?? 10}pt` }}>{number}</span></Box>
      <Box at="name" label={['氏名', 'カナ']}>{known !== null && <Name known={known} widthMm={room.name} heightMm={room.nameHighMm} />}</Box>
      <Box at="hid" label={['院内', 'ID']}>{known !== null && <Fit text={`${known.hospitalId.text} ${known.hospitalId.tag}`} mm={room.hid} pts={[9, 8, 7]} high={room.highMm} />}</Box>
      <Box at="birth" label={['生年', '月日']}>{known === null ? <span className={css['twoLines']}>明・大・昭・平・令　(西暦　　　　)<br />　　　年　　　月　　　日</span> : <Fit text={known.birth} mm={room.birth} pts={[9.5, 9, 8.5, 8, 7.5, 7]} high={room.highMm} />}</Box>
      <Box at="age" label={['年齢']}>{known === null ? <span className={css['atEnd']}>歳</span> : <Fit text={known.age} mm={room.age} pts={[10.5, 9.5, 8.5, 8, 7]} high={room.highMm} isBold />}</Box>
      <Box at="sex" label={['性別']}>{known === null ? <span className={css['twoLines']}>男・女<br />不明</span> : <Fit text={known.sex} mm={room.sex} pts={[10.5, 8, 7]} high={room.highMm} isBold />}</Box>
      <Box at="bed" label={['病棟-', '室-床']}>{known !== null && <Bed known={known} mm={room.bed} />}</Box>
      <Box at="dept" label={['科・', '主治医']}>{null}</Box>
      <Box at="all" label={['アレル', 'ギー']}>{known === null ? <span className={css['option']}>無・不明・有(　　　　　　　　　　)</span> : <Allergies known={known} mm={room.allergies} high={room.highMm} />}</Box>
      <Box at="blood" label={['血液型']}>{known === null ? <span className={css['option']}>　　型 Rh(　)<em className={css['tag']}>申告</em></span> : <><Fit text={known.blood.text} mm={room.blood - (known.blood.tag === null ? 0 : 9)} pts={[9.5, 8, 7]} high={room.highMm} />{known.blood.tag !== null && <em className={css['tag']}>{known.blood.tag}</em>}</>}</Box>
      <Box at="inf" label={['感染症']}>{known !== null && <Fit text={known.infection} mm={room.infection} pts={[9.5, 8, 7]} high={room.highMm} />}</Box>
      <div className={css['code']}>
        <div><Bars bars={bars} mm={8} /><span>{number}</span></div>
        <Qr text={code} module={0.5} />
      </div>
    </div>
  )
}

function Box({ at, label, children }: { readonly at: string; readonly label: readonly string[]; readonly children: React.ReactNode }) {
  return (
    <div className={classNames(css['cell'], css[at])}>
      <span className={css['label']}>{label.map((line) => <span key={line}>{line}</span>)}</span>
      <span className={css['value']}>{children}</span>
    </div>
  )
}

/** The largest of these sizes in which a text stands on one line; in the smallest it may take several. What then has no room is told to be looked up, never cut. */
function Fit({ text, mm, pts, high, isBold = false }: { readonly text: string; readonly mm: number; readonly pts: readonly number[]; readonly high: number; readonly isBold?: boolean }) {
  const { lines, pt } = fitted(text, mm, pts, high)
  return <span className={classNames(css['fit'], isBold && pt >= 8 && css['strong'])} style={{ fontSize: `${pt}pt` }}>{lines.map((line, at) => <span key={at}><Written>{line}</Written></span>)}</span>
}

const smallMm = 2.65

export function fitted(text: string, mm: number, pts: readonly number[], high: number): { readonly lines: readonly string[]; readonly pt: number } {
  const one = pts.find((pt) => widthMm(text, pt) <= mm)
  if (one !== undefined) return { lines: [text], pt: one }
  const pt = pts.at(-1) ?? 7
  const lines = wrap(text, mm, pt)
  return lines.length * smallMm <= high ? { lines, pt } : { lines: ['端末で確認'], pt: 7 }
}

/** The kana gives way to the alias: it is what the patient was called, and what older papers say. */
function Name({ known: { name, kana, alias }, widthMm: wide, heightMm }: { readonly known: KnownHead; readonly widthMm: number; readonly heightMm: number }) {
  const room = { widthMm: wide, heightMm, namePt: 12, kanaPt: 7 }
  const both = fitName(name, [kana, alias].filter((part) => part !== '').join(' '), room)
  const fit = both?.kana === null && alias !== '' ? fitName(name, alias, room) : both
  return fit === null ? <span className={css['option']}>氏名はバンドで確認</span> : <span className={css['names']}><NameLines fitted={fit} /></span>
}

function Bed({ known: { ward, bed, since }, mm }: { readonly known: KnownHead; readonly mm: number }) {
  const { lines, pt } = bedLines(ward, bed, mm)
  return (
    <span className={css['fit']}>
      {lines.map((line) => <span key={line} className={classNames(pt >= 8 && css['strong'])} style={{ fontSize: `${pt}pt` }}><Written>{line}</Written></span>)}
      <span className={css['since']}>{since}</span>
    </span>
  )
}

/** Ward and bed in one line, else the bed, else what distinguishes it, in two. */
function bedLines(ward: string, bed: string, mm: number): { readonly lines: readonly string[]; readonly pt: number } {
  for (const text of [`${ward} ${bed}`, bed]) {
    const pt = [10.5, 9.5, 8.5, 8, 7].find((size) => widthMm(text, size) * boldWider <= mm)
    if (pt !== undefined) return { lines: [text], pt }
  }
  const two = [bed, bed.split(' ').at(-1) ?? bed].map((text) => wrap(text, mm, 7)).find(({ length }) => length <= 2)
  return { lines: two ?? ['端末で確認'], pt: 7 }
}

const allergyWords = { unconfirmed: '未確認', none: '無', present: '有' } as const

function Allergies({ known: { allergies: { state, substances } }, mm, high }: { readonly known: KnownHead; readonly mm: number; readonly high: number }) {
  const word = substances.length > 0 ? allergyWords.present : allergyWords[state]
  return (
    <>
      <b className={css['boxed']}>{word}</b>
      <Fit text={listed(substances, mm, high)} mm={mm} pts={[9, 8, 7]} high={high} />
    </>
  )
}

/** As many substances as have room; how many more there are is said. */
export function listed(substances: readonly string[], mm: number, high: number): string {
  for (let count = substances.length; count > 0; count -= 1) {
    const rest = substances.length - count
    const text = `${substances.slice(0, count).join('・')}${rest === 0 ? '' : `・ほか${rest}件(端末で確認)`}`
    if (wrap(text, mm, 7).length * smallMm <= high) return text
  }
  return substances.length === 0 ? '' : `${substances.length}件(端末で確認)`
}
