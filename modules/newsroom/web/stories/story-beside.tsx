import { memo } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Autosave } from '#platform/web/offline/use-autosave.ts'
import { AfterAirPanel } from '../archive/after-air-panel.tsx'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import type { StoryComments } from '../comments/use-comments.ts'
import { StoryDeskPanel } from '../desk/story-desk-panel.tsx'
import { StoryAssignment } from '../planning/story-assignment.tsx'
import { StoryTimesPanel } from '../waiting/story-times-panel.tsx'
import { ApprovalPanel } from './approval-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import type { Story, StoryContent } from './story-view.ts'

interface StoryBesideProps extends Pick<StoryContent, 'blocks' | 'people'>, Pick<Autosave<StoryContent>, 'flush' | 'stored'> {
  story: Story
  comments: StoryComments
  /** The day of broadcast, whose titles people bear. */
  day: CalendarDate
  onChange: (part: Partial<StoryContent>) => void
}

/** What stands beside a script. It is drawn again once the writing rests, not at every key. */
export const StoryBeside = memo(function StoryBeside({ story, blocks, people, comments, day, flush, stored, onChange }: StoryBesideProps) {
  return (
    <>
      <StoryDeskPanel storyId={story.id} />
      <ApprovalPanel story={story} flush={flush} stored={stored} />
      <AfterAirPanel storyId={story.id} />
      <CommentsPanel storyId={story.id} comments={comments} blocks={blocks} flush={flush} />
      <StoryTimesPanel storyId={story.id} revision={story.revision} />
      <StoryAssignment storyId={story.id} />
      {story.record !== null && <RecordPanel storyId={story.id} record={story.record} />}
      <PeoplePanel people={people} blocks={blocks} day={day} readOnly={!story.can.write} onChange={(changed) => onChange({ people: changed })} />
    </>
  )
})
