import type { Permission } from '#kernel/permission.ts'
import { useSession } from '#platform/web/session.ts'
import { SectionNav } from '#ui/section-nav.tsx'
import { useText } from '#ui/text.ts'
import { newsroomRights } from '../domain/policy.ts'
import { newsroomText } from './messages.ts'
import { noticesText } from './notices/messages.ts'
import { useUnread } from './notices/use-unread.ts'
import { airingsPlace, archivePlace, correctionsPlace, deskPlace, libraryPlace, noticesPlace, planningPlace, royaltiesPlace, rundownsPlace, signingPlace, storiesPlace, waitingPlace } from './places.ts'

/** The pages of the newsroom, above each of its lists. */
export function NewsroomNav() {
  const { title, pages } = useText(newsroomText)
  const { navigation: notices } = useText(noticesText)
  const unread = useUnread()
  const { permissions } = useSession()
  const may = (rights: readonly Permission[]) => rights.some((right) => permissions.includes(right))
  // Whoever only signs for somebody reads stories, and has no part in the plan and the rundowns.
  const serves = may(newsroomRights)
  const signs = may(['newsroom:review', 'newsroom:approve', 'newsroom:desk'])
  const items = [
    { to: storiesPlace, label: pages.stories, shown: true },
    { to: noticesPlace, label: notices(unread), shown: true },
    { to: planningPlace, label: pages.planning, shown: serves },
    { to: rundownsPlace, label: pages.rundowns, shown: serves },
    { to: airingsPlace, label: pages.airings, shown: serves },
    { to: archivePlace, label: pages.archive, shown: true },
    { to: libraryPlace, label: pages.library, shown: true },
    { to: correctionsPlace, label: pages.corrections, shown: true },
    { to: royaltiesPlace, label: pages.royalties, shown: serves },
    { to: deskPlace, label: pages.desk, shown: serves },
    { to: signingPlace, label: pages.signing, shown: signs || !serves },
    { to: waitingPlace, label: pages.waiting, shown: signs },
  ]
  return <SectionNav label={title} items={items.filter(({ shown }) => shown)} />
}
