import { millisecondsOf, tokyoDateOf, type Instant } from '#domain/time.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import type { ChartRow } from '#domain/view/chart.ts'
import { curveNames, curves, dayLabel, pointOf, pointsOf, ticksOf, type CurveName, type CurvePoint, type Grid, type Hours } from './curve.ts'
import { words } from './words.ts'
import css from './curve-chart.module.css'

const box = { width: 804, left: 118, right: 796, top: 60, bottom: 172, height: 180 } as const
const looks = { temperatureC: 'temp', pulsePerMin: 'pulse', respirationsPerMin: 'resp' } as const
/** Where the names of the curves end, in the same line as the days. */
const legendEnd = { ja: 124, en: 152 } as const
const axis = { temperatureC: 34, pulsePerMin: 74, respirationsPerMin: 108 } as const

/** What is being typed and not saved: hollow, dotted, under the word 未保存, and never printed. */
export type Unsaved = { readonly at: Instant; readonly values: Readonly<Partial<Record<CurveName, number>>> }

/** ● 体温 ▲ 脈拍 □ 呼吸 over time. Shapes and dashes tell them apart without colour; the numbers are in the table below. */
export function CurveChart({ rows, grid, hours, now, unsaved }: {
  readonly rows: readonly ChartRow[]
  readonly grid: Grid
  readonly hours: Hours
  readonly now: Instant
  readonly unsaved: Unsaved | null
}) {
  const say = useWords(words).curve
  const language = useLanguage()
  const x = (at: Instant): number =>
    box.left + ((millisecondsOf(at) - millisecondsOf(grid.from)) / (millisecondsOf(grid.to) - millisecondsOf(grid.from))) * (box.right - box.left)
  const y = (level: number): number => box.bottom - ((level - grid.low) / (grid.high - grid.low)) * (box.bottom - box.top)
  const levels = Array.from({ length: grid.high - grid.low + 1 }, (_, index) => grid.low + index)
  const ticks = ticksOf(grid, hours)
  const sets = rows.filter(({ entry, struck }) => entry.kind === 'vital-signs' && struck === null && entry.at >= grid.from && entry.at < grid.to).length
  const drafted = unsaved !== null && unsaved.at >= grid.from && unsaved.at <= grid.to ? unsaved : null

  return (
    <svg className={css['chart']} viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={say.label(sets)}>
      <rect className={css['head']} x="0" y="0" width={box.width} height="48" />
      <text x="6" y="19">
        <tspan className={css['temp']}>● {say.temperature}</tspan>
        <tspan className={css['pulse']} dx="7">▲ {say.pulse}</tspan>
      </text>
      <text className={css['resp']} x="6" y="40">□ {say.respirations}</text>
      {levels.map((level) => (
        <g key={level}>
          <line className={level === 2 ? css['heavy'] : css['light']} x1={box.left} x2={box.right} y1={y(level)} y2={y(level)} />
          {isNumbered(level, levels.length) && curveNames.map((name) => (
            <text key={name} className={css[looks[name]]} x={axis[name]} y={y(level) + 5} textAnchor="end">{curves[name].zero + level * curves[name].step}</text>
          ))}
        </g>
      ))}
      {ticks.map(({ at, hour, isMidnight }) => (
        <g key={at}>
          <line className={isMidnight ? css['heavy'] : css['light']} x1={x(at)} x2={x(at)} y1={isMidnight ? 0 : 48} y2={box.bottom} />
          {x(at) < box.right - 8 && <text className={css['hour']} x={x(at)} y="41" textAnchor="middle">{hour}</text>}
        </g>
      ))}
      {daysOf(grid, x).map(({ date, from, to }) => {
        const at = Math.max(from + 6, legendEnd[language])
        return <text key={`${date} ${to}`} className={css['date']} x={at} y="19">{dayLabel(to - at, date, language)}</text>
      })}
      {/* What lies behind it has not come yet; an empty grid there says nothing about the patient. */}
      {drafted === null && x(now) >= box.left && x(now) < box.right - 60 && (
        <g>
          <line className={css['now']} x1={x(now)} x2={x(now)} y1="48" y2={box.bottom} />
          <text x={x(now) + 11} y={box.top + 3}>{say.now}</text>
        </g>
      )}
      {curveNames.map((name) => (
        <Curve key={name} name={name} points={pointsOf(name, rows, grid)} drafted={draftedPoint(name, drafted, grid)} x={x} y={y} />
      ))}
      {drafted !== null && (
        <g className={css['unsaved']}>
          <line className={css['now']} x1={x(drafted.at)} x2={x(drafted.at)} y1="48" y2={box.bottom} />
          <text className={css['date']} x={Math.min(x(drafted.at) + 5, box.right - 2)} y={box.top + 8} textAnchor={x(drafted.at) > box.right - 60 ? 'end' : 'start'}>{say.unsaved}</text>
        </g>
      )}
    </svg>
  )
}

/** A tall grid numbers every second line: three columns of figures must not run into each other. */
function isNumbered(level: number, lines: number): boolean {
  return lines <= 7 || level % 2 === 0
}

function Curve({ name, points, drafted, x, y }: {
  readonly name: CurveName
  readonly points: readonly CurvePoint[]
  readonly drafted: CurvePoint | null
  readonly x: (at: Instant) => number
  readonly y: (level: number) => number
}) {
  const last = drafted === null ? undefined : points.findLast(({ at }) => at <= drafted.at)
  return (
    <g className={css[looks[name]]}>
      <polyline className={css['line']} points={points.map(({ at, level }) => `${x(at).toFixed(1)},${y(level).toFixed(1)}`).join(' ')} />
      {points.map((point) => <Mark key={`${point.at} ${point.value}`} name={name} point={point} x={x(point.at)} y={y(point.level)} />)}
      {drafted !== null && (
        <g className={css['unsaved']}>
          {last !== undefined && <line className={css['dotted']} x1={x(last.at)} y1={y(last.level)} x2={x(drafted.at)} y2={y(drafted.level)} />}
          <Mark name={name} point={drafted} x={x(drafted.at)} y={y(drafted.level)} isHollow />
        </g>
      )}
    </g>
  )
}

function Mark({ name, point, x, y, isHollow = false }: { readonly name: CurveName; readonly point: CurvePoint; readonly x: number; readonly y: number; readonly isHollow?: boolean }) {
  const look = isHollow ? css['hollow'] : css['solid']
  return (
    <>
      {name === 'temperatureC' && <circle className={look} cx={x} cy={y} r="5" />}
      {name === 'pulsePerMin' && <path className={look} d={`M${x} ${y - 6.5}l6 11h-12z`} />}
      {name === 'respirationsPerMin' && <rect className={css['square']} x={x - 4} y={y - 4} width="8" height="8" />}
      {point.beyond && <text className={css['value']} x={Math.max(box.left + 18, Math.min(box.right - 18, x))} y={y < 120 ? y + 18 : y - 10} textAnchor="middle">{point.value}</text>}
    </>
  )
}

function draftedPoint(name: CurveName, unsaved: Unsaved | null, grid: Grid): CurvePoint | null {
  const value = unsaved?.values[name]
  return unsaved === null || value === undefined ? null : pointOf(name, value, unsaved.at, grid)
}

/** Each day of Japan inside the grid, with where it begins and ends. */
function daysOf(grid: Grid, x: (at: Instant) => number): readonly { readonly date: ReturnType<typeof tokyoDateOf>; readonly from: number; readonly to: number }[] {
  const midnights = ticksOf(grid, 168).filter(({ isMidnight }) => isMidnight)
  const starts = [{ date: tokyoDateOf(grid.from), from: box.left as number }, ...midnights.map(({ at, date }) => ({ date, from: x(at) }))]
  return starts
    .map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? box.right }))
    .filter(({ date }, index, all) => all.findIndex((other) => other.date === date) === index || index > 0)
}
