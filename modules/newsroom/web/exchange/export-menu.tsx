import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport } from '#ui/icons.tsx'
import { call } from '#platform/web/client.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from '../stories/story-view.ts'
import { exchangeText } from './messages.ts'

const formats = {
  ninjs: { route: exchangeRoutes.exportNinjs, ending: 'ninjs.json' },
  newsml: { route: exchangeRoutes.exportNewsml, ending: 'newsml.xml' },
  captions: { route: exchangeRoutes.exportCaptions, ending: 'vtt' },
} as const
type Format = keyof typeof formats

/** Xuất bài: the words as they are saved now, in the formats other systems read. `flush` saves what is still being written. */
export function ExportMenu({ story, title, flush }: { story: Story; title: string; flush: () => Promise<unknown> }) {
  const words = useText(exchangeText)
  const { refusals } = useText(newsroomText)
  const approved = story.state === 'approved'
  const give = useAct(async (format: Format) => {
    await flush()
    const { route, ending } = formats[format]
    const file: unknown = await call(route, { params: { storyId: story.id } })
    if (file instanceof Blob) saveFile(file, `${proposeSlug(title) || 'tin'}.${ending}`)
  })
  const item = (format: Format, hint: string | null, disabled = false) => (
    <Menu.Item disabled={disabled} onClick={() => void give.act(format)}>
      {words[format]}
      {hint !== null && <div className="td-quiet td-small">{hint}</div>}
    </Menu.Item>
  )
  return (
    <>
      <Menu position="bottom-end" width={260} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileExport size={16} aria-hidden="true" />} rightSection={<IconChevronDown size={14} aria-hidden="true" />} loading={give.busy}>
            {words.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={words.menu}>
          {item('ninjs', approved ? null : words.withheld)}
          {item('newsml', approved ? null : words.withheld)}
          {item('captions', approved ? null : words.captionsLater, !approved)}
        </Menu.Dropdown>
      </Menu>
      {give.error !== undefined && (
        <Dialog title={words.button} onClose={give.reset}>
          <ErrorNotice error={give.error} refusals={refusals} />
        </Dialog>
      )}
    </>
  )
}
