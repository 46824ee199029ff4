import { showMoment } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from './story-view.ts'

/** Says loudly that a story airs, or aired, before it was signed (phát trước, ký sau), by whose order and by when it has to be signed. */
export function AirFirstNotice({ story }: { story: Pick<Story, 'state' | 'airFirst'> }) {
  const words = useText(newsroomText)
  const { airFirst } = story
  if (airFirst === null || story.state === 'approved') return null
  const say = airFirst.late ? words.airFirstLate : words.airFirst
  return (
    <Notice tone="bad" alert>
      <p>{say(airFirst.orderedBy.name, airFirst.by.name, showMoment(airFirst.dueAt))}</p>
      <p>{airFirst.reason}</p>
    </Notice>
  )
}
