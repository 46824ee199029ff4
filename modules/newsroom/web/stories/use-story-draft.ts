import { useAutosave, type Autosave } from '#platform/web/offline/use-autosave.ts'
import { storyWork } from './send-story.ts'
import type { Story, StoryContent } from './story-view.ts'

/** The words of a story, saved as they are written and kept on the device while there is no link. */
export function useStoryDraft(story: Story): Autosave<StoryContent> {
  return useAutosave<StoryContent>({ ...storyWork(story), stored: { value: story.content, version: story.revision } })
}
