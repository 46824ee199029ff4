import { useEffect } from 'react'
import type { Id } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import { waitingRoutes } from '../../contract/waiting-routes.ts'
import { waitingText } from './messages.ts'
import { useSpan } from './span-words.ts'
import { TimeByPlace } from './time-bar.tsx'
import c from './waiting.module.css'

/** Where the time of a story went (thời gian đi đâu), together and stay by stay. */
export function StoryTimesPanel({ storyId, revision }: { storyId: Id<'story'>; revision: number }) {
  const words = useText(waitingText)
  const span = useSpan()
  const { data, refetch } = useLoad(waitingRoutes.getStoryTimes, { params: { storyId } }, { every: 60_000 })
  // A step or a change of words may have moved the story.
  useEffect(() => void refetch(), [refetch, revision])
  if (data === undefined || data.totals.length === 0) return null
  return (
    <section className="td-panel">
      <h2>{words.where}</h2>
      <TimeByPlace totals={data.totals} />
      {data.stretches.length > 1 && (
        <details>
          <summary>{words.details}</summary>
          <ol className={c.stays} aria-label={words.whereCaption}>
            {data.stretches.map((stay) => (
              <li key={stay.from}>
                <span>
                  {words.places[stay.place]}
                  <br />
                  <span className="td-quiet">{stay.to === null ? words.since(showMoment(stay.from)) : words.between(showMoment(stay.from), showMoment(stay.to))}</span>
                </span>
                <strong>{span(stay.ms)}</strong>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}
