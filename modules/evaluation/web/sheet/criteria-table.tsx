import { Button } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { criterionNumber } from '../../domain/criterion-number.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { appliesTo } from '../../domain/rulebook/scope.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import { evaluationText } from '../messages.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { Guidance } from './guidance.tsx'
import { sheetText } from './messages.ts'
import { PointsCell } from './points-cell.tsx'
import { pointsRules, shortest, sumOfPoints } from './points-rules.ts'
import c from './criteria-table.module.css'

/** A column of points: shown, or filled in when `edit` is there. */
export interface PointsColumn {
  readonly rater: RaterColumn
  /** What the column is called, where it is not a person's. */
  readonly name?: string
  readonly points: Readonly<Record<string, string>>
  readonly edit?: { readonly change: (code: string, value: string | undefined) => void; readonly move: (code: string, step: 1 | -1) => void }
}

interface CriteriaTableProps {
  rulebook: CompiledRulebook
  settings: Readonly<Record<string, unknown>>
  group: string
  variants: Readonly<Record<string, string>>
  columns: readonly PointsColumn[]
}

/** The criteria of form 01 with their guidance beside them and one column of points per rater. */
export function CriteriaTable(props: CriteriaTableProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const { rulebook, group, columns } = props
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const [chosen, choose] = useLocalStorage<'open' | 'closed' | ''>({ key: 'thuocdo.guidance', defaultValue: '', getInitialValueInEffect: false })
  const guided = chosen === '' ? wide : chosen === 'open'
  const roots = rulebook.criteria.filter((criterion) => appliesTo(criterion.groups, group))
  const editing = columns.some((column) => column.edit !== undefined)
  return (
    <>
      {roots.map((root) => {
        const max = showDecimal(shortest(root.max), language)
        return (
          <Section
            key={root.code}
            title={root.name[language]}
            description={editing ? words.generalNote(max) : words.generalRead(max)}
            actions={
              <>
                <ConfidenceMark value={root.confidence} />
                <Button variant="subtle" size="compact-sm" aria-pressed={guided} onClick={() => choose(guided ? 'closed' : 'open')}>
                  {guided ? words.hideGuidance : words.showGuidance}
                </Button>
              </>
            }
          >
            {root.children.length === 0 ? (
              <div className={c.rows}>
                <CriterionRow criterion={root} within={root} guided={guided} {...props} />
              </div>
            ) : (
              root.children.filter((child) => appliesTo(child.groups, group)).map((child) =>
                child.children.length === 0 ? (
                  <div key={child.code} className={c.rows}>
                    <CriterionRow criterion={child} within={root} guided={guided} {...props} />
                  </div>
                ) : (
                  <CriterionGroup key={child.code} node={child} within={root} guided={guided} {...props} />
                ),
              )
            )}
          </Section>
        )
      })}
    </>
  )
}

interface Guided {
  /** The guidance stands under each criterion; behind a disclosure otherwise. */
  guided: boolean
  /** What it stands under: how sure a line is, is said where it differs from that. */
  within: Criterion
}

function CriterionGroup({ node, within, ...props }: CriteriaTableProps & Guided & { node: Criterion }) {
  const words = useText(sheetText)
  const { rater: raterNames } = useText(evaluationText)
  const language = useLanguage()
  const { rulebook, group, columns } = props
  const leaves = scoredCriteria({ ...rulebook, criteria: [node] }, group)
  const max = showDecimal(shortest(node.max), language)
  const sums = columns.map((column) => sumOfPoints(leaves.map((leaf) => leaf.code), column.points))
  return (
    <div className={c.group}>
      <div className={c.groupHead}>
        <h3>
          {node.formNumber ?? node.code}. {node.name[language]} <ConfidenceMark value={node.confidence === within.confidence ? null : node.confidence} />
        </h3>
        <span className={c.sums}>
          {columns.map((column, at) => (
            <span key={column.rater} className={c.sum}>
              {columns.length > 1 && <span className={c.rater}>{column.name ?? raterNames[column.rater]}</span>}
              <strong>{sums[at] == null ? '–' : showDecimal(sums[at], language)}</strong>/{max}
            </span>
          ))}
        </span>
        <span className="td-hidden-text">{words.subtotal(node.formNumber ?? node.code, sums.map((sum) => (sum === null ? words.blank : showDecimal(sum, language))).join(', '), max)}</span>
      </div>
      <div className={c.rows}>
        {leaves.map((leaf) => (
          <CriterionRow key={leaf.code} criterion={leaf} within={node} {...props} />
        ))}
      </div>
    </div>
  )
}

function CriterionRow({ criterion, within, rulebook, settings, variants, columns, guided }: CriteriaTableProps & Guided & { criterion: Criterion }) {
  const words = useText(sheetText)
  const { rater: raterNames } = useText(evaluationText)
  const language = useLanguage()
  const rules = pointsRules(rulebook, settings, criterion)
  const max = showDecimal(rules.max, language)
  const cell = (column: PointsColumn): ReactNode => {
    const value = column.points[criterion.code]
    if (column.edit !== undefined) {
      const { change, move } = column.edit
      return (
        <PointsCell criterion={criterion} rules={rules} value={value} onChange={(next) => change(criterion.code, next)} onMove={(step) => move(criterion.code, step)} />
      )
    }
    return value === undefined ? <span className="td-quiet td-small">{words.blank}</span> : <strong>{showDecimal(value, language)}</strong>
  }
  return (
    <div className={c.row} role="group" aria-label={`${criterionNumber(criterion)} ${criterion.name[language]}`}>
      <div className={c.text}>
        <div className={c.name}>
          <span className={c.code}>{criterionNumber(criterion)}</span> {criterion.name[language]} <ConfidenceMark value={criterion.confidence === within.confidence ? null : criterion.confidence} />
        </div>
        <div className={c.guidance}>
          <Guidance criterion={criterion} variant={variants[criterion.code]} open={guided} />
        </div>
      </div>
      <div className={c.cells}>
        {columns.map((column) => (
          <div key={column.rater} className={c.cell}>
            {(columns.length > 1 || column.edit === undefined) && <span className={c.rater}>{column.name ?? raterNames[column.rater]}</span>}
            {cell(column)}
            {column.edit !== undefined && <span className={c.max}>{words.most(max)}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}
