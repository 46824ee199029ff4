import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { PersonChip, StatusBadge } from '#ui/badges.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { criterionNumber } from '../../domain/criterion-number.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { pointsMissing, scoredCriteria } from '../../domain/sheet.ts'
import { PointsCell } from '../sheet/points-cell.tsx'
import { pointsRules, sumOfPoints } from '../sheet/points-rules.ts'
import { goToCell } from '../sheet/sheet-cells.ts'
import { ratersText } from './messages.ts'
import type { Points, RatedSubject } from './rating-view.ts'
import c from './ratings.module.css'

export interface RatingGridProps {
  rulebook: CompiledRulebook
  settings: Readonly<Record<string, unknown>>
  subjects: readonly RatedSubject[]
  pointsOf: (id: PersonId) => Points
  /** Without it the points are only shown. */
  onChange?: (id: PersonId, points: Points) => void
  /** Whether somebody's row is open to be filled in. */
  open?: (subject: RatedSubject) => boolean
  /** Buttons and fields that belong to one person. */
  extra?: (subject: RatedSubject) => ReactNode
}

/** The name of one person's cell for one criterion on the page. */
export function ratingCell(id: PersonId, code: string): string {
  return `${id}.${code}`
}

/** People by group, since each group has its own criteria: a table of all of them on a desk, one after another on a phone. */
export function RatingGrid(props: RatingGridProps) {
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  const groups = [...new Set(props.subjects.map((subject) => subject.group))]
  if (!wide) return <OneByOne {...props} />
  return (
    <>
      {groups.map((group) => (
        <GroupTable key={group} {...props} group={group} subjects={props.subjects.filter((subject) => subject.group === group)} />
      ))}
    </>
  )
}

function useCell({ rulebook, settings, pointsOf, onChange, open }: RatingGridProps, move: (subject: RatedSubject, criterion: Criterion, step: 1 | -1) => void) {
  const language = useLanguage()
  return (subject: RatedSubject, criterion: Criterion): ReactNode => {
    const points = pointsOf(subject.person.id)
    const value = points[criterion.code]
    if (onChange === undefined || open?.(subject) === false) return value === undefined ? <span className="td-quiet">–</span> : <strong>{showDecimal(value, language)}</strong>
    const change = (next: string | undefined) => onChange(subject.person.id, next === undefined ? Object.fromEntries(Object.entries(points).filter(([code]) => code !== criterion.code)) : { ...points, [criterion.code]: next })
    return (
      <PointsCell
        criterion={criterion}
        rules={pointsRules(rulebook, settings, criterion)}
        value={value}
        onChange={change}
        onMove={(step) => move(subject, criterion, step)}
        cell={ratingCell(subject.person.id, criterion.code)}
        about={subject.person.fullName}
      />
    )
  }
}

function State({ subject, missing, editing }: { subject: RatedSubject; missing: number; editing: boolean }) {
  const words = useText(ratersText)
  if (!editing) return <StatusBadge tone={subject.status === 'submitted' ? 'good' : 'neutral'}>{words.state[subject.status]}</StatusBadge>
  return <StatusBadge tone={missing === 0 ? 'good' : 'neutral'}>{missing === 0 ? words.complete : words.missing(missing)}</StatusBadge>
}

function GroupTable({ group, ...props }: RatingGridProps & { group: string }) {
  const words = useText(ratersText)
  const language = useLanguage()
  const { rulebook, settings, subjects, pointsOf, open, extra, onChange } = props
  const criteria = scoredCriteria(rulebook, group)
  const cell = useCell(props, (subject, criterion, step) => {
    const rows = subjects.filter((each) => open?.(each) !== false)
    const next = rows[rows.findIndex((each) => each.person.id === subject.person.id) + step]
    if (next !== undefined) goToCell(ratingCell(next.person.id, criterion.code))
  })
  const name = rulebook.groups.find((each) => each.id === group)?.name[language] ?? group
  return (
    <section className="td-panel">
      <h2 className={c.groupName}>{name}</h2>
      <div className={c.scroll}>
        <table className={c.grid}>
          <caption className="td-hidden-text">{words.table(name)}</caption>
          <thead>
            <tr>
              <th scope="col" className={c.person}>
                {words.people}
              </th>
              {criteria.map((criterion) => (
                <th key={criterion.code} scope="col" className={c.criterion}>
                  <span className={c.code}>{words.criterionHead(criterionNumber(criterion), showDecimal(pointsRules(rulebook, settings, criterion).max, language))}</span>
                  <span className={c.criterionName}>{criterion.name[language]}</span>
                </th>
              ))}
              <th scope="col" className={c.total}>
                {words.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {subjects.map((subject) => {
              const points = pointsOf(subject.person.id)
              const sum = sumOfPoints(criteria.map((criterion) => criterion.code), points)
              const editing = onChange !== undefined && open?.(subject) !== false
              return (
                <tr key={subject.person.id}>
                  <th scope="row" className={c.person}>
                    <PersonChip name={subject.person.fullName} detail={`${subject.title} · ${subject.unit.name}`} />
                    <span className={c.below}>
                      <State subject={subject} missing={pointsMissing({ rulebook, group }, points).length} editing={editing} />
                      {extra?.(subject)}
                    </span>
                  </th>
                  {criteria.map((criterion) => (
                    <td key={criterion.code}>{cell(subject, criterion)}</td>
                  ))}
                  <td className={c.total}>{sum === null ? '–' : showDecimal(sum, language)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {onChange !== undefined && <p className="td-quiet td-small">{words.keys}</p>}
    </section>
  )
}

function OneByOne(props: RatingGridProps) {
  const words = useText(ratersText)
  const language = useLanguage()
  const { rulebook, settings, subjects, pointsOf, open, extra, onChange } = props
  const [at, setAt] = useState(0)
  const here = Math.min(at, subjects.length - 1)
  const subject = subjects[here]
  const group = subject?.group ?? ''
  const criteria = scoredCriteria(rulebook, group)
  const cell = useCell(props, (one, criterion, step) => {
    const next = criteria[criteria.indexOf(criterion) + step]
    if (next !== undefined) goToCell(ratingCell(one.person.id, next.code))
    else if (step === 1) setAt(Math.min(subjects.length - 1, here + 1))
  })
  if (subject === undefined) return null
  const points = pointsOf(subject.person.id)
  const sum = sumOfPoints(criteria.map((criterion) => criterion.code), points)
  const editing = onChange !== undefined && open?.(subject) !== false
  const steps = (
    <div className={c.steps}>
      <Button variant="default" disabled={here === 0} onClick={() => setAt(here - 1)}>
        {words.previous}
      </Button>
      <span className="td-quiet" role="status">
        {words.one(here + 1, subjects.length)}
      </span>
      <Button variant="default" disabled={here === subjects.length - 1} onClick={() => setAt(here + 1)}>
        {words.next}
      </Button>
    </div>
  )
  return (
    <section className="td-panel" key={subject.person.id}>
      <div className={c.oneHead}>
        <h2>{subject.person.fullName}</h2>
        <State subject={subject} missing={pointsMissing({ rulebook, group }, points).length} editing={editing} />
      </div>
      <p className="td-quiet td-small">
        {subject.title} · {subject.unit.name}
      </p>
      <ol className={c.list}>
        {criteria.map((criterion) => (
          <li key={criterion.code}>
            <span>
              {words.criterionHead(criterionNumber(criterion), showDecimal(pointsRules(rulebook, settings, criterion).max, language))} {criterion.name[language]}
            </span>
            <span className={c.cell}>{cell(subject, criterion)}</span>
          </li>
        ))}
        <li>
          <strong>{words.total}</strong>
          <strong className={c.cell}>{sum === null ? '–' : showDecimal(sum, language)}</strong>
        </li>
      </ol>
      {extra?.(subject)}
      {steps}
    </section>
  )
}
