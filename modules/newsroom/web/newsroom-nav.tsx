import { useSession } from '#platform/web/session.ts'
import { SectionNav } from '#ui/section-nav.tsx'
import { useText } from '#ui/text.ts'
import { archiveText } from './archive/messages.ts'
import { correctionText } from './correction/messages.ts'
import { royaltyText } from './royalties/messages.ts'
import { newsroomText } from './messages.ts'
import { noticesText } from './notices/messages.ts'
import { useUnread } from './notices/use-unread.ts'
import { planningText } from './planning/messages.ts'
import { waitingText } from './waiting/messages.ts'
import { rundownText } from './rundown/messages.ts'
import { airingsPlace, archivePlace, correctionsPlace, royaltiesPlace, deskPlace, noticesPlace, planningPlace, rundownsPlace, signingPlace, storiesPlace, waitingPlace } from './places.ts'

/** The pages of the newsroom, above each of its lists. */
export function NewsroomNav() {
  const { title, pages } = useText(newsroomText)
  const rundown = useText(rundownText)
  const { title: planning } = useText(planningText)
  const { title: waiting } = useText(waitingText)
  const { navigation: notices } = useText(noticesText)
  const { title: archive } = useText(archiveText)
  const { title: corrections } = useText(correctionText)
  const { title: royalties } = useText(royaltyText)
  const unread = useUnread()
  const { permissions } = useSession()
  const signs = permissions.some((each) => each === 'newsroom:review' || each === 'newsroom:approve' || each === 'newsroom:desk')
  return (
    <SectionNav
      label={title}
      items={[{ to: storiesPlace, label: pages.stories }, { to: noticesPlace, label: notices(unread) }, { to: planningPlace, label: planning }, { to: rundownsPlace, label: rundown.title }, { to: airingsPlace, label: rundown.asRun }, { to: archivePlace, label: archive }, { to: correctionsPlace, label: corrections }, { to: royaltiesPlace, label: royalties }, { to: deskPlace, label: pages.desk }, ...(signs ? [{ to: signingPlace, label: pages.signing }, { to: waitingPlace, label: waiting }] : [])]}
    />
  )
}
