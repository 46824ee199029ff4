import { Button } from '@mantine/core'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { shellText } from './messages.ts'

/** A page could not be drawn: a bug, or its part is gone because a newer version was installed. */
export function PageFailed({ error }: { error: unknown }) {
  const words = useText(shellText)
  const line = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const outdated = /dynamically imported module|importing a module|module script/i.test(line)
  return (
    <Page
      title={outdated ? words.outdated : words.failed}
      description={outdated ? words.outdatedBody : words.failedBody}
      narrow
    >
      {!outdated && <p className="td-panel td-small">{line}</p>}
      <div>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </div>
    </Page>
  )
}
