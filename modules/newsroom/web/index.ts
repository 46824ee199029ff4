import type { Sender } from '#platform/web/offline/outbox.ts'
import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { storiesPlace, storyPlace } from './places.ts'

/** The module's pages below the signed-in frame. */
export const newsroomPages: ModuleRoutes = (parent) => [
  pageRoute(parent, storiesPlace, () => import('./stories/stories-page.tsx'), 'StoriesPage'),
  pageRoute(parent, storyPlace('$storyId'), () => import('./stories/story-page.tsx'), 'StoryPage'),
]

/** How unsent scripts are sent; fetched when one waits. */
export const newsroomSenders: Readonly<Record<string, () => Promise<Sender>>> = {
  'newsroom.story': async () => (await import('./stories/send-story.ts')).sendStory,
}

export { newsroomText } from './messages.ts'
export { storiesPlace } from './places.ts'
