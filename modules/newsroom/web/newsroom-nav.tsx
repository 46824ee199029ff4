import { useSession } from '#platform/web/session.ts'
import { SectionNav } from '#ui/section-nav.tsx'
import { useText } from '#ui/text.ts'
import { newsroomText } from './messages.ts'
import { noticesText } from './notices/messages.ts'
import { useUnread } from './notices/use-unread.ts'
import { airingsPlace, archivePlace, correctionsPlace, deskPlace, noticesPlace, planningPlace, royaltiesPlace, rundownsPlace, signingPlace, storiesPlace, waitingPlace } from './places.ts'

/** The pages of the newsroom, above each of its lists. */
export function NewsroomNav() {
  const { title, pages } = useText(newsroomText)
  const { navigation: notices } = useText(noticesText)
  const unread = useUnread()
  const { permissions } = useSession()
  const signs = permissions.some((each) => each === 'newsroom:review' || each === 'newsroom:approve' || each === 'newsroom:desk')
  const signing = [
    { to: signingPlace, label: pages.signing },
    { to: waitingPlace, label: pages.waiting },
  ]
  return (
    <SectionNav
      label={title}
      items={[
        { to: storiesPlace, label: pages.stories },
        { to: noticesPlace, label: notices(unread) },
        { to: planningPlace, label: pages.planning },
        { to: rundownsPlace, label: pages.rundowns },
        { to: airingsPlace, label: pages.airings },
        { to: archivePlace, label: pages.archive },
        { to: correctionsPlace, label: pages.corrections },
        { to: royaltiesPlace, label: pages.royalties },
        { to: deskPlace, label: pages.desk },
        ...(signs ? signing : []),
      ]}
    />
  )
}
