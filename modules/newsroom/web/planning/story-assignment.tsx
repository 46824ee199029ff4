import type { Id } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { planningPlace } from '../places.ts'
import { planningText } from './messages.ts'
import { timesOf } from './planning-view.ts'

/** The assignment a story was begun from: where, when, who films, and by when it is due. */
export function StoryAssignment({ storyId }: { storyId: Id<'story'> }) {
  const words = useText(planningText)
  const assignment = useLoad(planningRoutes.getStoryAssignment, { params: { storyId } }).data?.assignment ?? null
  if (assignment === null) return null
  const times = timesOf(assignment)
  return (
    <section className="td-panel td-stack-tight">
      <h2>{words.fromAssignment}</h2>
      <p>{[showDate(assignment.onDate), times === null ? words.wholeDay : words.times(...times), assignment.place].filter((part) => part !== '').join(' · ')}</p>
      {assignment.filmer !== null && (
        <p>
          <span className="td-quiet">{words.films}:</span> {assignment.filmer.name}
        </p>
      )}
      <p className="td-row">
        {words.dueAt(showMoment(assignment.dueAt))}
        {assignment.late && <StatusBadge tone="bad">{words.late}</StatusBadge>}
      </p>
      {assignment.note !== '' && <p className="td-small">{assignment.note}</p>}
      <p>
        <Link to={planningPlace} search={{ day: assignment.onDate }}>
          {words.toPlanning}
        </Link>
      </p>
    </section>
  )
}
