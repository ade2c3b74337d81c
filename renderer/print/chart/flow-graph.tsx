import type { FlowWeek, Point } from './flow-week.ts'

/** Millimetres: the names' column, one hour, the height; and of each sign its lowest and highest value with their places (print standard: 6 mm a degree). */
const left = 23.94
const hourMm = 1.5
const high = 42
const wide = left + 7 * 24 * hourMm

export const scales = {
  temperature: { from: 35, to: 42, y: (value: number): number => (42 - value) * 6 },
  pulse: { from: 20, to: 160, y: (value: number): number => (160 - value) * 0.3 },
  respirations: { from: 10, to: 60, y: (value: number): number => high - (value - 10) * 0.6 },
} as const
export type Sign = keyof typeof scales

export const xOf = (hours: number): number => left + hours * hourMm

/** Off the scale a number stands at the edge with its arrow, each sign in a line of its own. */
export function offScale(sign: Sign, value: number): '↑' | '↓' | null {
  const { from, to } = scales[sign]
  return value > to ? '↑' : value < from ? '↓' : null
}

const marks = { temperature: '●', pulse: '○', respirations: '△' } as const
const edgeLines = { temperature: 0, pulse: 1, respirations: 2 } as const
const strokes = { temperature: { width: 0.45, dash: undefined }, pulse: { width: 0.3, dash: '1.5 0.8' }, respirations: { width: 0.28, dash: '0.3 0.7' } } as const

export function Legend() {
  return (
    <svg role="img" aria-label="呼吸△ 脈拍○ 体温●" viewBox="0 0 24 3.5" style={{ inlineSize: '23.4mm', blockSize: '3.4mm' }}>
      <g fontSize="2.5" textAnchor="middle"><text x="3.2" y="2.7">呼吸</text><text x="11.2" y="2.7">脈拍</text><text x="19" y="2.7">体温</text></g>
      <path d="M6.7 1l.8 1.5h-1.6z" fill="#fff" stroke="#000" strokeWidth="0.22" /><circle cx="14.7" cy="1.8" r="0.8" fill="#fff" stroke="#000" strokeWidth="0.25" /><circle cx="22.5" cy="1.8" r="0.85" />
    </svg>
  )
}

/** Temperature, pulse and respirations over the week; a point is drawn at its true time. Rule CHARTP-11. */
export function FlowGraph({ week }: { readonly week: FlowWeek }) {
  return (
    <svg role="img" aria-label="体温・脈拍・呼吸の推移" viewBox={`0 0 ${wide} ${high}`} style={{ inlineSize: `${wide}mm`, blockSize: `${high}mm` }}>
      <Paper />
      {(['respirations', 'pulse', 'temperature'] as const).map((sign) => <Curve key={sign} sign={sign} points={week[sign]} />)}
      <Events events={week.events} />
    </svg>
  )
}

const paths = {
  tenths: Array.from({ length: 34 }, (_, at) => at + 1).filter((at) => at % 5 !== 0).map((at) => `M${left} ${(at * 1.2).toFixed(1)}H${wide}`).join(''),
  degrees: Array.from({ length: 6 }, (_, at) => `M0 ${(at + 1) * 6}H${wide}`).join(''),
  columns: Array.from({ length: 42 }, (_, at) => at).filter((at) => at % 2 === 1).map((at) => `M${(left + at * 6).toFixed(2)} 0V${high}`).join(''),
  shifts: Array.from({ length: 21 }, (_, at) => at).filter((at) => at % 3 !== 0).map((at) => `M${(left + at * 12).toFixed(2)} 0V${high}`).join(''),
  days: [...Array.from({ length: 7 }, (_, at) => left + at * 36), 8.2, 16.8].map((x) => `M${x.toFixed(2)} 0V${high}`).join(''),
} as const

function Paper() {
  return (
    <>
      <path d={paths.tenths} stroke="#000" strokeWidth="0.12" strokeDasharray="0.5 0.7" />
      <path d={paths.degrees} stroke="#000" strokeWidth="0.16" />
      <path d={paths.columns} stroke="#000" strokeWidth="0.12" strokeDasharray="0.5 0.7" />
      <path d={paths.shifts} stroke="#000" strokeWidth="0.15" />
      <path d={paths.days} stroke="#000" strokeWidth="0.26" />
      <path d={`M${left} 30H${wide}`} stroke="#000" strokeWidth="0.5" />
      {Array.from({ length: 8 }, (_, at) => {
        const y = at === 0 ? 2.6 : at === 7 ? 41.5 : at * 6 + 0.9
        const rate = 60 - (at - 2) * 10
        return (
          <g key={at} fontSize="2.6" textAnchor="middle">
            {at > 0 && at < 7 && [1.1, 9.3, 17.2].map((x) => <rect key={x} x={x} y={at * 6 - 1.3} width="6" height="2.6" fill="#fff" />)}
            {rate <= 60 && <text x="4.1" y={y}>{rate}</text>}
            <text x="12.3" y={y}>{160 - at * 20}</text>
            <text x="20.2" y={y} fontWeight="700">{42 - at}</text>
          </g>
        )
      })}
    </>
  )
}

function Curve({ sign, points }: { readonly sign: Sign; readonly points: readonly Point[] }) {
  const { y } = scales[sign]
  const { width, dash } = strokes[sign]
  const on = points.filter(({ value }) => offScale(sign, value) === null)
  const line = on.map(({ hours, value }, at) => `${at === 0 ? 'M' : 'L'}${xOf(hours).toFixed(2)} ${y(value).toFixed(2)}`).join('')
  return (
    <>
      {on.length > 1 && <path d={line} fill="none" stroke="#000" strokeWidth={width} {...(dash === undefined ? {} : { strokeDasharray: dash })} />}
      {points.map(({ hours, value }, at) => {
        const [x, off] = [xOf(hours), offScale(sign, value)]
        if (off === null) return <Mark key={at} sign={sign} x={x} y={y(value)} />
        const edge = off === '↑' ? 2.6 + edgeLines[sign] * 2.7 : high - 0.6 - edgeLines[sign] * 2.7
        const text = `${marks[sign]}${value}${off}`
        const [room, isLeft] = [text.length * 1.75, x > wide - 12]
        return (
          <g key={at}>
            <rect x={isLeft ? x - room : x - 0.2} y={edge - 2.3} width={room} height="2.6" fill="#fff" />
            <text x={x} y={edge} fontSize="2.6" fontWeight="700" textAnchor={isLeft ? 'end' : 'start'}>{text}</text>
          </g>
        )
      })}
    </>
  )
}

function Mark({ sign, x, y }: { readonly sign: Sign; readonly x: number; readonly y: number }) {
  if (sign === 'respirations') return <path d={`M${x.toFixed(2)} ${(y - 0.95).toFixed(2)}l.9 1.6h-1.8z`} fill="#fff" stroke="#000" strokeWidth="0.25" />
  return <circle cx={x.toFixed(2)} cy={y.toFixed(2)} r="0.85" fill={sign === 'temperature' ? '#000' : '#fff'} stroke="#000" strokeWidth={sign === 'temperature' ? 0 : 0.28} />
}

/** Arrows from the upper edge. A word that would cover another is left to the care square. */
function Events({ events }: { readonly events: FlowWeek['events'] }) {
  let end = left
  return events.map(({ hours, text }, at) => {
    const x = xOf(hours)
    const room = text.length * 2
    const isShown = x + 0.6 >= end && x + room < wide
    if (isShown) end = x + room + 1
    return (
      <g key={at}>
        <path d={`M${x} 0.3V7`} stroke="#000" strokeWidth="0.25" />
        <path d={`M${x} 8l-.8-1.6h1.6z`} />
        {isShown && <><rect x={x + 0.5} y="0.4" width={room} height="3" fill="#fff" /><text x={x + 0.7} y="2.9" fontSize="2.5">{text}</text></>}
      </g>
    )
  })
}
