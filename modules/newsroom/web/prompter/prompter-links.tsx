import { Button } from '@mantine/core'
import { IconDeviceRemote, IconFileTypeDocx, IconPrinter, IconScript } from '#ui/icons.tsx'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { newsroomText } from '../messages.ts'
import { prompterPlace, prompterRemotePlace, storyPrompterPlace } from '../places.ts'
import { prompterText } from './messages.ts'

/** What leads from a rundown to its prompter, its remote and its cue sheet. */
export function RundownPrompterLinks({ rundownId, name }: { rundownId: Id<'rundown'>; name: string }) {
  const words = useText(prompterText)
  const { refusals } = useText(newsroomText)
  const print = useAct(async () => {
    const file: unknown = await call(prompterRoutes.printCueSheet, { params: { rundownId } })
    if (file instanceof Blob) saveFile(file, `bang-phat-${proposeSlug(name) || 'khung'}.pdf`)
  })
  return (
    <>
      <ButtonLink to={prompterPlace(rundownId)} variant="default" leftSection={<IconScript size={16} aria-hidden="true" />}>
        {words.prompter}
      </ButtonLink>
      <ButtonLink to={prompterRemotePlace(rundownId)} variant="default" leftSection={<IconDeviceRemote size={16} aria-hidden="true" />}>
        {words.remote}
      </ButtonLink>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden="true" />} loading={print.busy} onClick={() => void print.act(null)}>
        {words.cueSheet}
      </Button>
      <ErrorNotice error={print.error} refusals={refusals} />
    </>
  )
}

/** What leads from a story to its prompter and its Word file; `flush` saves what is still being written. */
export function StoryPrompterLinks({ storyId, title, flush }: { storyId: Id<'story'>; title: string; flush: () => Promise<unknown> }) {
  const words = useText(prompterText)
  const { refusals } = useText(newsroomText)
  const give = useAct(async () => {
    await flush()
    const file: unknown = await call(prompterRoutes.storyDocx, { params: { storyId } })
    if (file instanceof Blob) saveFile(file, `${proposeSlug(title) || 'kich-ban'}.docx`)
  })
  return (
    <>
      <ButtonLink to={storyPrompterPlace(storyId)} variant="default" leftSection={<IconScript size={16} aria-hidden="true" />}>
        {words.prompter}
      </ButtonLink>
      <Button variant="default" leftSection={<IconFileTypeDocx size={16} aria-hidden="true" />} loading={give.busy} onClick={() => void give.act(null)}>
        {words.docx}
      </Button>
      <ErrorNotice error={give.error} refusals={refusals} />
    </>
  )
}
