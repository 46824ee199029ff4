import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useLoad } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { useText } from '#ui/text.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { newsroomText } from '../messages.ts'
import type { MediaItem } from './media-item.ts'
import { MediaFacts } from './media-row.tsx'
import { libraryText, mediaText } from './messages.ts'
import { RightsBadge } from './rights-fields.tsx'
import c from './media.module.css'

const most = 20

/** Looks for a film of the library or of another story, to be played and put into this one. */
export function LibraryDialog({ day, onPick, onClose }: { day: CalendarDate; onPick: (item: MediaItem) => void; onClose: () => void }) {
  const words = useText(libraryText)
  const media = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const [name, setName] = useState('')
  const found = useLoad(mediaRoutes.searchMedia, { query: { state: 'ready', limit: most, ...(name.trim() === '' ? {} : { name }) } })
  return (
    <Dialog title={words.pick} onClose={onClose}>
      <div className="td-stack">
        <SearchField label={words.name} value={name} onChange={setName} autoFocus />
        <ErrorNotice error={found.error} refusals={refusals} onRetry={() => void found.refetch()} />
        {found.data === undefined && found.error === null && <LoadingRows rows={4} />}
        {found.data?.items.length === 0 && <p className="td-quiet">{words.none}</p>}
        <ul className={c.list}>
          {found.data?.items.map((item) => (
            <li key={item.id} className="td-stack-tight">
              <strong className={c.name}>{item.name}</strong>
              <MediaFacts item={item} />
              <div className={c.row}>
                <RightsBadge rights={item.rights} day={day} />
                <Button size="compact-sm" variant="default" onClick={() => onPick(item)} aria-label={media.playName(item.name)}>
                  {media.play}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
