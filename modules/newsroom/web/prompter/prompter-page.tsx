import { useNavigate } from '@tanstack/react-router'
import type { Id } from '#kernel/id.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { newsroomText } from '../messages.ts'
import { rundownPlace, storyPlace } from '../places.ts'
import { prompterText } from './messages.ts'
import { PrompterScreen } from './prompter-screen.tsx'

/** A story by itself is asked for anew; a rundown says when something changed. */
const storyMs = 3000

/** The prompter of a rundown: all its items, run together with its other screens. */
export function RundownPrompterPage() {
  const rundownId = useParam('rundownId') as Id<'rundown'>
  const loaded = useLoad(prompterRoutes.getRundownPrompter, { params: { rundownId } })
  const refresh = useRefresh()
  const navigate = useNavigate()
  const { data } = loaded
  if (data === undefined) return <Waiting error={loaded.error} onRetry={() => void loaded.refetch()} />
  return <PrompterScreen key={rundownId} prompter={data} rundownId={rundownId} onRefresh={() => void refresh(prompterRoutes.getRundownPrompter)} onClose={() => void navigate({ to: rundownPlace(rundownId) })} />
}

/** The prompter of one story. */
export function StoryPrompterPage() {
  const storyId = useParam('storyId') as Id<'story'>
  const loaded = useLoad(prompterRoutes.getStoryPrompter, { params: { storyId } }, { every: storyMs })
  const navigate = useNavigate()
  const { data } = loaded
  if (data === undefined) return <Waiting error={loaded.error} onRetry={() => void loaded.refetch()} />
  return <PrompterScreen key={storyId} prompter={data} rundownId={null} onRefresh={() => void loaded.refetch()} onClose={() => void navigate({ to: storyPlace(storyId) })} />
}

function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useText(prompterText)
  const { refusals } = useText(newsroomText)
  return (
    <Page title={words.prompter}>
      <ErrorNotice error={error} refusals={refusals} onRetry={onRetry} />
      {error === null && <LoadingRows rows={6} />}
    </Page>
  )
}
