import { memo, useMemo } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useText } from '#ui/text.ts'
import type { Block } from '../../domain/story/block.ts'
import type { StoryTiming } from '../desk/use-story-timing.ts'
import { FilmTime } from '../media/film-time.tsx'
import type { Films } from '../media/use-films.ts'
import { newsroomText } from '../messages.ts'
import { createScriptTimer, showSeconds } from './reading-time.ts'
import c from './story.module.css'

/** Thời lượng: how long a script is. */
export const StoryTime = memo(function StoryTime({ blocks, films, today, timing }: { blocks: readonly Block[]; films: Films; today: CalendarDate; timing: StoryTiming }) {
  const words = useText(newsroomText)
  const timer = useMemo(() => createScriptTimer(today, timing), [today, timing])
  const { seconds, unmarked } = timer(blocks)
  return (
    <section className="td-panel">
      <h2>{words.duration}</h2>
      <p className={c.time}>{words.durationOf(showSeconds(seconds))}</p>
      <FilmTime blocks={blocks} films={films} timer={timer} />
      {unmarked > 0 && <p className="td-quiet td-small">{words.unmarked(unmarked)}</p>}
    </section>
  )
})
