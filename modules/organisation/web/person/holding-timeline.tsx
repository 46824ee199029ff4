import { Button } from '@mantine/core'
import { StatusBadge } from '#ui/badges.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import type { HoldingView } from '../../contract/views.ts'
import { holdingStatusTerms, termOf } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { personText } from './messages.ts'
import c from './holding-timeline.module.css'

interface HoldingTimelineProps {
  holdings: readonly HoldingView[]
  /** The day shown: what is held then is marked. */
  day: string
  date: string | undefined
  onEdit: (holding: HoldingView) => void
  onEnd: (holding: HoldingView) => void
  onRemove: (holding: HoldingView) => void
}

/** Posts over time (quá trình giữ chức vụ), latest first, each with the decision it rests on. */
export function HoldingTimeline({ holdings, day, date, onEdit, onEnd, onRemove }: HoldingTimelineProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <ol className={c.timeline} aria-label={words.posts}>
      {holdings.map((holding) => {
        const future = holding.from > day
        const current = !future && (holding.to === null || holding.to >= day)
        const decision = words.decision(holding.decisionNumber, holding.decisionDate === null ? '' : showDate(holding.decisionDate))
        return (
          <li key={holding.id} data-state={current ? 'current' : future ? 'future' : 'past'}>
            <span className={c.when}>{shared.fromTo(showDate(holding.from), holding.to === null ? words.now : showDate(holding.to))}</span>
            <div className={c.what}>
              <div className={c.title}>
                <strong>{holding.post.title}</strong>
                {current && <StatusBadge tone="good">{words.holdsNow}</StatusBadge>}
                {future && <StatusBadge tone="info">{words.future}</StatusBadge>}
                {holding.isPrimary && <StatusBadge>{shared.primary}</StatusBadge>}
              </div>
              <div>
                <Link {...places.unit(holding.unit.id, holding.to !== null && holding.to < day ? holding.to : date)}>{holding.unit.name}</Link>
              </div>
              <div className="td-quiet td-small">
                {termOf(holdingStatusTerms, holding.status, language)} · {decision === '' ? words.noDecision : decision}
              </div>
              {holding.can.manage && (
                <div className={c.actions}>
                  <Button variant="subtle" size="compact-sm" aria-label={words.editHolding(holding.post.title)} onClick={() => onEdit(holding)}>
                    {words.edit}
                  </Button>
                  {(holding.to === null || current) && (
                    <Button variant="subtle" size="compact-sm" aria-label={words.endHolding(holding.post.title)} onClick={() => onEnd(holding)}>
                      {words.end}
                    </Button>
                  )}
                  <Button variant="subtle" size="compact-sm" aria-label={words.removeHolding(holding.post.title)} onClick={() => onRemove(holding)}>
                    {words.remove}
                  </Button>
                </div>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
