import { Button } from '@mantine/core'
import { useState } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { Analysis } from './analysis-view.ts'
import { Figure, figureText } from './figure.tsx'
import { analysisText } from './messages.ts'

type Comparison = Analysis['comparisons'][number]

/** Severity of raters and adjusted averages, one group of comparable raters after the other; what cannot be compared is said. */
export function ComparisonSection({ comparisons }: { comparisons: readonly Comparison[] }) {
  const words = useText(analysisText).compare
  const alone = comparisons.filter((group) => group.obstacle === 'one_rater').length
  const groups = comparisons.filter((group) => group.obstacle !== 'one_rater')
  if (comparisons.length === 0) return null
  return (
    <Section title={words.title} description={words.description}>
      {(alone > 0 || groups.length > 1) && (
        <Notice tone="info">
          {comparisons.length > 1 && <p>{words.incomparable(comparisons.length)}</p>}
          {alone > 0 && <p>{words.alone(alone)}</p>}
        </Notice>
      )}
      {groups.map((group, at) => (
        <Group key={group.raters[0]?.id ?? at} group={group} title={words.group(at + 1, group.raters.length, group.subjects)} />
      ))}
    </Section>
  )
}

function Group({ group, title }: { group: Comparison; title: string }) {
  const { compare: words, raters } = useText(analysisText)
  const language = useLanguage()
  const { fit, obstacle } = group
  return (
    <div className="td-stack">
      <h3>{title}</h3>
      {(obstacle === 'too_few' || obstacle === 'too_large') && (
        <p>
          {words[obstacle]} <span className="td-quiet">{group.raters.map((rater) => rater.fullName).join(', ')}</span>
        </p>
      )}
      {fit !== null && (
        <>
          <p>{words.parts(figureText(fit.sd.subject, language), figureText(fit.sd.rater, language), figureText(fit.sd.residual, language))}</p>
          <DataTable
            caption={words.severities}
            rows={group.severities}
            rowKey={(row) => row.person.id}
            columns={[
              { key: 'name', header: raters.name, lead: true, cell: (row) => row.person.fullName },
              { key: 'effect', header: words.effect, align: 'right', width: '220px', cell: (row) => <Figure value={row.effect} signed /> },
              { key: 'error', header: words.error, align: 'right', width: '140px', cell: (row) => <Figure value={row.error} /> },
            ]}
          />
          <Adjusted rows={group.adjusted} />
        </>
      )}
    </div>
  )
}

const shownAtOnce = 50

function Adjusted({ rows }: { rows: Comparison['adjusted'] }) {
  const all = useText(analysisText)
  const words = all.compare
  const [shown, setShown] = useState(shownAtOnce)
  return (
    <div className="td-stack-tight">
      <DataTable
        caption={words.adjusted}
        rows={rows.slice(0, shown)}
        rowKey={(row) => row.person.id}
        columns={[
          { key: 'name', header: words.person, lead: true, cell: (row) => row.person.fullName },
          { key: 'sheets', header: words.given, align: 'right', width: '90px', cell: (row) => row.sheets },
          { key: 'raw', header: words.raw, align: 'right', width: '160px', cell: (row) => <Figure value={row.raw} unit="%" /> },
          { key: 'adjusted', header: words.after, align: 'right', width: '160px', cell: (row) => <Figure value={row.adjusted} unit="%" /> },
        ]}
      />
      {rows.length > shown && (
        <div>
          <Button variant="default" onClick={() => setShown(shown + 200)}>
            {all.more(Math.min(200, rows.length - shown))}
          </Button>
        </div>
      )}
      <p className="td-quiet td-small">{words.adjustedHint}</p>
    </div>
  )
}
