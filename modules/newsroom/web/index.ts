import type { Sender } from '#platform/web/offline/outbox.ts'
import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { airingsPlace, archivePlace, correctionPlace, correctionsPlace, royaltiesPlace, deskPlace, libraryPlace, noticesPlace, planningPlace, prompterPlace, prompterRemotePlace, rundownPlace, rundownsPlace, signingPlace, storiesPlace, storyPlace, storyPrompterPlace, waitingPlace } from './places.ts'

/** The module's pages below the signed-in frame. */
export const newsroomPages: ModuleRoutes = (parent) => [
  pageRoute(parent, deskPlace, () => import('./desk/desk-page.tsx'), 'DeskPage'),
  pageRoute(parent, storiesPlace, () => import('./stories/stories-page.tsx'), 'StoriesPage'),
  pageRoute(parent, rundownsPlace, () => import('./rundown/rundowns-page.tsx'), 'RundownsPage'),
  pageRoute(parent, rundownPlace('$rundownId'), () => import('./rundown/rundown-page.tsx'), 'RundownPage'),
  pageRoute(parent, airingsPlace, () => import('./rundown/airings-page.tsx'), 'AiringsPage'),
  pageRoute(parent, planningPlace, () => import('./planning/planning-page.tsx'), 'PlanningPage'),
  pageRoute(parent, waitingPlace, () => import('./waiting/waiting-page.tsx'), 'WaitingPage'),
  pageRoute(parent, noticesPlace, () => import('./notices/notices-page.tsx'), 'NoticesPage'),
  pageRoute(parent, archivePlace, () => import('./archive/archive-page.tsx'), 'ArchivePage'),
  pageRoute(parent, libraryPlace, () => import('./media/library-page.tsx'), 'LibraryPage'),
  pageRoute(parent, correctionsPlace, () => import('./correction/corrections-page.tsx'), 'CorrectionsPage'),
  pageRoute(parent, correctionPlace('$correctionId'), () => import('./correction/correction-page.tsx'), 'CorrectionPage'),
  pageRoute(parent, royaltiesPlace, () => import('./royalties/royalties-page.tsx'), 'RoyaltiesPage'),
  pageRoute(parent, signingPlace, () => import('./signing/signing-page.tsx'), 'SigningPage'),
  pageRoute(parent, storyPlace('$storyId'), () => import('./stories/story-page.tsx'), 'StoryPage'),
  pageRoute(parent, prompterPlace('$rundownId'), () => import('./prompter/prompter-page.tsx'), 'RundownPrompterPage'),
  pageRoute(parent, storyPrompterPlace('$storyId'), () => import('./prompter/prompter-page.tsx'), 'StoryPrompterPage'),
  pageRoute(parent, prompterRemotePlace('$rundownId'), () => import('./prompter/remote-page.tsx'), 'PrompterRemotePage'),
]

/** How unsent scripts are sent; fetched when one waits. */
export const newsroomSenders: Readonly<Record<string, () => Promise<Sender>>> = {
  'newsroom.story': async () => (await import('./stories/send-story.ts')).sendStory,
}

export { newsroomText } from './messages.ts'
export { useOwnNewsroomWork, useSignsForNewsroom } from './own-work/use-own-work.ts'
/** With any of them the newsroom is open to somebody. */
export { newsroomRights } from '../domain/policy.ts'
export { deskPlace, storiesPlace } from './places.ts'
