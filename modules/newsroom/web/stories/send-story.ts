import { call } from '#platform/web/client.ts'
import type { Sender, WorkAbout } from '#platform/web/offline/outbox.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'
import type { Story, StoryContent } from './story-view.ts'

/** The words of a story as work of the outbox. */
export function storyWork({ id, title }: Story): { key: string; about: WorkAbout } {
  return {
    key: `story/${id}`,
    about: { kind: 'newsroom.story', params: { storyId: id }, title: { vi: newsroomText.vi.unsentTitle, en: newsroomText.en.unsentTitle }, detail: title, place: storyPlace(id) },
  }
}

/** Saves what a story says. */
export const sendStory: Sender = async (params, value, { requestId, version, signal }) => {
  const saved = await call(storyRoutes.saveStory, { params: { storyId: params['storyId'] as Story['id'] }, body: { revision: version, content: value as StoryContent } }, { requestId, ...(signal ? { signal } : {}) })
  return { version: saved.revision }
}
