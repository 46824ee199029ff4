import { useId, useState } from 'react'
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

const size = { width: 640, height: 200 }
const edge = { left: 40, right: 16, top: 16, bottom: 30 }

/** A line over time with every value written at its point, and the same as a table. */
export function LineChart(props: LineChartProps) {
  const { title, description, points, min = 0, max = 100, lines = [], labelHeader, valueHeader } = props
  const words = useText(uiText)
  const language = useLanguage()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const runs = placePoints(points, { ...size, min, max })
  const yOf = (value: number) => size.height * (1 - (value - min) / (max - min))
  const xOf = (index: number) => (points.length > 1 ? (index * size.width) / (points.length - 1) : size.width / 2)
  return (
    <figure className={c.figure}>
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
            <g key={line.label}>
              <line x1={0} x2={size.width} y1={yOf(line.value)} y2={yOf(line.value)} className={c.edge} />
              <text x={4} y={yOf(line.value) + 15} className={c.edgeLabel}>
                {line.label}
              </text>
            </g>
          ))}
          {points.map((point, index) => (
            <text key={point.label} x={xOf(index)} y={size.height + 20} textAnchor="middle" className={c.axis}>
              {point.label}
            </text>
          ))}
          {runs.map((run) => (
            <g key={run[0]?.label}>
              <polyline points={run.map((point) => `${point.x},${point.y}`).join(' ')} className={c.line} />
              {run.map((point) => (
                <g key={point.label}>
                  <circle cx={point.x} cy={point.y} r={4} className={c.point} />
                  <text x={point.x} y={point.y - 9} textAnchor="middle" className={c.value}>
                    {showDecimal(point.value, language)}
                  </text>
                </g>
              ))}
            </g>
          ))}
        </g>
      </svg>
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
