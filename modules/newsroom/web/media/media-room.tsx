import { Button } from '@mantine/core'
import { useLoad } from '#platform/web/load.ts'
import { showBytes } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { libraryText } from './messages.ts'

/** Less than a tenth left is said as a warning. */
const scarce = 10

/** What films take up and what is left of the quota (hạn mức), and what no story needs any more. */
export function MediaRoom({ onRemovable }: { onRemovable: () => void }) {
  const words = useText(libraryText)
  const language = useLanguage()
  const { data } = useLoad(mediaRoutes.getMediaRoom, {})
  if (data === undefined) return null
  const { quota, used, left, removable } = data
  const show = (bytes: number) => showBytes(bytes, language)
  const room = quota === null || left === null ? words.usedOnly(show(used)) : words.used(show(used), show(quota), show(left))
  return (
    <>
      {quota !== null && left !== null && left * scarce < quota ? <Notice tone="warn">{room}</Notice> : <p>{room}</p>}
      {removable.count > 0 && (
        <p>
          {words.removable(removable.count, show(removable.bytes))}{' '}
          <Button size="compact-sm" variant="subtle" onClick={onRemovable}>
            {words.seeRemovable}
          </Button>
        </p>
      )}
    </>
  )
}
