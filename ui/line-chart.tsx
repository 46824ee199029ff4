import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { axisMarks, placePoints, type ChartPoint } from './chart-scale.ts'
import { showDecimal } from './decimal.ts'
import { useLanguage } from './language.ts'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './line-chart.module.css'

interface LineChartProps {
  title: string
  /** The chart in a sentence, for those who do not see it. */
  description: string
  points: readonly ChartPoint[]
  min?: number
  max?: number
  /** Horizontal lines with a name, for instance the lower edge of a band. */
  lines?: readonly { readonly value: number; readonly label: string }[]
  labelHeader: string
  valueHeader: string
}

const height = 190
const edge = { left: 36, right: 22, top: 20, bottom: 28 }
/** Room a label needs, in pixels; where points stand closer, only some are labelled and the table has them all. */
const labelRoom = 40

/** A line over time with every value written at its point, and the same as a table. */
export function LineChart(props: LineChartProps) {
  const { title, description, points, min = 0, max = 100, lines = [], labelHeader, valueHeader } = props
  const words = useText(uiText)
  const language = useLanguage()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure) - edge.left - edge.right
  const size = { width, height }
  const runs = placePoints(points, { ...size, min, max })
  const every = Math.max(1, Math.ceil((labelRoom * (points.length - 1)) / width))
  const labelled = new Set(points.filter((_, index) => (points.length - 1 - index) % every === 0).map((point) => point.label))
  const yOf = (value: number) => size.height * (1 - (value - min) / (max - min))
  const xOf = (index: number) => (points.length > 1 ? (index * size.width) / (points.length - 1) : size.width / 2)
  return (
    <figure ref={figure} className={c.figure}>
      <svg
        viewBox={`0 0 ${size.width + edge.left + edge.right} ${size.height + edge.top + edge.bottom}`}
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
        className={c.chart}
      >
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        <g transform={`translate(${edge.left} ${edge.top})`}>
          {axisMarks(min, max).map((mark) => (
            <g key={mark}>
              <line x1={0} x2={size.width} y1={yOf(mark)} y2={yOf(mark)} className={c.grid} />
              <text x={-8} y={yOf(mark) + 4} textAnchor="end" className={c.axis}>
                {showDecimal(mark, language)}
              </text>
            </g>
          ))}
          {lines.map((line) => (
            <line key={line.label} x1={0} x2={size.width} y1={yOf(line.value)} y2={yOf(line.value)} className={c.edge} />
          ))}
          {points.map(
            (point, index) =>
              labelled.has(point.label) && (
                <text key={point.label} x={xOf(index)} y={size.height + 20} textAnchor="middle" className={c.axis}>
                  {point.label}
                </text>
              ),
          )}
          {runs.map((run) => (
            <g key={run[0]?.label}>
              <polyline points={run.map((point) => `${point.x},${point.y}`).join(' ')} className={c.line} />
              {run.map((point) => (
                <g key={point.label}>
                  <circle cx={point.x} cy={point.y} r={4} className={c.point} />
                  {labelled.has(point.label) && (
                    <text x={point.x} y={point.y - 9} textAnchor="middle" className={c.value}>
                      {showDecimal(point.value, language)}
                    </text>
                  )}
                </g>
              ))}
            </g>
          ))}
        </g>
      </svg>
      {lines.length > 0 && (
        <div className={c.legend}>
          {lines.map((line) => (
            <span key={line.label}>{line.label}</span>
          ))}
        </div>
      )}
      <Button size="compact-sm" variant="subtle" className="td-no-print" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
        {words.chartTable}
      </Button>
      {asTable && (
        <table className={c.table}>
          <caption className="td-hidden-text">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{labelHeader}</th>
              <th scope="col">{valueHeader}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td className="td-number">{point.value === null ? '—' : showDecimal(point.value, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  )
}

/** The width of an element as it is now; 640 until it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
