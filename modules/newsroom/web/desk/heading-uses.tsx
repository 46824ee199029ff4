import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useLoad } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { newsroomText } from '../messages.ts'
import type { Heading } from './desk-view.ts'
import { deskText } from './messages.ts'

/** Warns of what is planned under a column, category or programme after the last day chosen; it may end all the same. */
export function HeadingUses({ heading, lastDay }: { heading: Heading; lastDay: CalendarDate }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const uses = useLoad(deskRoutes.getHeadingUses, { params: { headingId: heading.id }, query: { after: lastDay } })
  if (uses.error !== null) return <ErrorNotice error={uses.error} refusals={refusals} />
  if (uses.data === undefined || uses.isPlaceholderData || uses.data.count === 0) return null
  const { count, first } = uses.data
  return (
    <div aria-live="polite">
      <Notice tone="warn" title={words.usedAfter(count, showDate(lastDay))}>
        <ul>
          {first.map(({ kind, name, day }, at) => (
            <li key={at}>
              {showDate(day)}: {words.useKinds[kind]} “{name}”
            </li>
          ))}
          {count > first.length && <li>{words.moreUses(count - first.length)}</li>}
        </ul>
        <p className="td-small">{words.usedAfterBody}</p>
      </Notice>
    </div>
  )
}
