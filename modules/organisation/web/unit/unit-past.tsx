import { Fragment } from 'react'
import { addDays } from '#kernel/calendar-date.ts'
import { History } from '#ui/history.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { UnitView } from '../../contract/views.ts'
import { termOf, unitChangeTerms, unitKinds, unitLevels } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { unitText } from './messages.ts'

/** The stretches of a unit's life, and the acts of reorganisation it took part in. */
export function UnitPast({ unit }: { unit: UnitView }) {
  const words = useText(unitText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <>
      <Section title={words.history}>
        <History
          label={words.history}
          items={[...unit.history].reverse().map((span) => ({
            key: span.from,
            when: shared.fromTo(showDate(span.from), span.to === null ? words.now : showDate(span.to)),
            title: span.name,
            detail: (
              <>
                {termOf(unitKinds, span.kind, language)} · {termOf(unitLevels, span.level, language)} ·{' '}
                {span.parent === null ? words.top : <Link {...places.unit(span.parent.id, span.from)}>{words.under(span.parent.name)}</Link>}
              </>
            ),
            ...(span.from <= unit.date && (span.to === null || span.to >= unit.date) ? { tone: 'good' as const } : {}),
          }))}
        />
      </Section>
      <Section title={words.lineage}>
        {unit.changes.length === 0 ? (
          <p className="td-quiet">{words.noLineage}</p>
        ) : (
          <History
            label={words.lineage}
            items={unit.changes.map((change) => ({
              key: change.id,
              when: showDate(change.effectiveOn),
              title: (
                <>
                  {termOf(unitChangeTerms, change.kind, language)}
                  <span className="td-quiet td-small">
                    {' · '}
                    {words.byDocument(change.documentNumber, change.documentDate === null ? '' : showDate(change.documentDate))}
                  </span>
                </>
              ),
              detail: <Sides change={change} self={unit.id} />,
              tone: 'info' as const,
            }))}
          />
        )}
      </Section>
    </>
  )
}

type Change = UnitView['changes'][number]

/** Who became whom, with the way to each unit on its last day before or first day after. */
function Sides({ change, self }: { change: Change; self: string }) {
  const words = useText(unitText)
  const names = (units: Change['predecessors'], date: string) =>
    units.map((unit, index) => (
      <Fragment key={unit.id}>
        {index > 0 && ', '}
        {unit.id === self ? <strong>{unit.name}</strong> : <Link {...places.unit(unit.id, date)}>{unit.name}</Link>}
      </Fragment>
    ))
  const others = [...change.predecessors, ...change.successors].some((unit) => unit.id !== self)
  return (
    <>
      {others && (
        <div>
          {names(change.predecessors, addDays(change.effectiveOn, -1))}
          {change.predecessors.length > 0 && change.successors.length > 0 && ` → ${words.becomes} `}
          {names(change.successors, change.effectiveOn)}
        </div>
      )}
      {change.note !== '' && <div>{change.note}</div>}
    </>
  )
}
