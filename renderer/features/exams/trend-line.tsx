import type { TrendPoint } from '#domain/exam/results.ts'
import { millisecondsOf } from '#domain/time.ts'
import css from './exams.module.css'

const [width, height, edge] = [800, 110, 18]

/** A line through the plain numbers of one unit; values of another unit and what is no number stand in the table only. */
export function TrendLine({ label, points }: { readonly label: string; readonly points: readonly TrendPoint[] }) {
  const unit = points.at(-1)?.unit ?? ''
  const drawn = points.flatMap(({ at, number, unit: own, flag }) => (number === null || own !== unit ? [] : [{ at: millisecondsOf(at), number, flag }]))
  if (drawn.length < 2) return null
  const [first, last] = [drawn[0]?.at ?? 0, drawn.at(-1)?.at ?? 0]
  const [low, high] = [Math.min(...drawn.map(({ number }) => number)), Math.max(...drawn.map(({ number }) => number))]
  const x = (at: number): number => edge + ((at - first) / Math.max(1, last - first)) * (width - 2 * edge)
  const y = (number: number): number => height - edge - (high === low ? 0.5 : (number - low) / (high - low)) * (height - 2 * edge)
  return (
    <svg className={css['chart']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label} ${drawn.map(({ number }) => number).join(' → ')} ${unit}`}>
      <polyline points={drawn.map(({ at, number }) => `${x(at)},${y(number)}`).join(' ')} fill="none" stroke="currentColor" strokeWidth="2" />
      {drawn.map(({ at, number, flag }) => (
        <g key={at}>
          <circle cx={x(at)} cy={y(number)} r={flag === null ? 4 : 6} fill={flag === 'critical' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" />
          <text x={x(at)} y={y(number) < 30 ? y(number) + 20 : y(number) - 9} textAnchor="middle" fontSize="13" fill="currentColor">{number}</text>
        </g>
      ))}
    </svg>
  )
}
