import { Button } from '@mantine/core'
import { IconSearch, IconUpload } from '#ui/icons.tsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { addressOf, call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { filmStarts, mediaIn, withMedia } from '../../domain/media/in-story.ts'
import { rightsWarning } from '../../domain/media/rights.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from '../stories/story-view.ts'
import { LibraryDialog } from './library-dialog.tsx'
import type { MediaItem } from './media-item.ts'
import { MediaRow } from './media-row.tsx'
import { mediaText } from './messages.ts'
import { pictureAt } from './picture-of.ts'
import type { OnBlocks } from './on-blocks.ts'
import { PlayerDialog } from './player-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'
import { filmsOf, useFilms } from './use-films.ts'
import { useUploads } from './use-uploads.ts'
import c from './media.module.css'

const whileChecked = 2_000
const otherwise = 30_000

interface MediaPanelProps {
  storyId: Story['id']
  blocks: readonly Block[]
  /** The day it airs, by which rights are judged. */
  day: CalendarDate
  readOnly: boolean
  onBlocks: OnBlocks
}

/** Phim, âm thanh: the films of a story, sent, looked at, played and put into its script. */
export function MediaPanel({ storyId, blocks, day, readOnly, onBlocks }: MediaPanelProps) {
  const words = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const uploads = useUploads()
  const [sending, setSending] = useState(false)
  const [looking, setLooking] = useState(false)
  const [played, setPlayed] = useState<MediaItem | null>(null)
  const [every, setEvery] = useState(otherwise)
  const loaded = useLoad(mediaRoutes.listMedia, filmsOf(storyId), { every })
  const films = useFilms(storyId)
  const items = loaded.data?.items ?? []
  const shown = mediaIn(blocks)
  // One just put in from the library is listed once the script is saved.
  const awaited = !readOnly && loaded.data !== undefined && shown.some((id) => !films.has(id))
  const busy = awaited || items.some((item) => item.state === 'checking')
  if (every !== (busy ? whileChecked : otherwise)) setEvery(busy ? whileChecked : otherwise)
  const changed = useCallback(() => void refresh(mediaRoutes.listMedia), [refresh])
  usePictures(items, changed)
  const warned = items.flatMap((item) => {
    const warning = shown.includes(item.id) ? rightsWarning(item.rights, day) : null
    return warning === null ? [] : [{ item, warning }]
  })
  const film = items.find((item) => item.id === played?.id) ?? played
  return (
    <section className="td-panel td-stack">
      <h2>{words.title}</h2>
      {warned.length > 0 && (
        <Notice tone={warned.some(({ warning }) => warning === 'forbidden' || warning === 'expired') ? 'bad' : 'warn'} title={words.storyWarning}>
          <ul>
            {warned.map(({ item, warning }) => (
              <li key={item.id}>
                {item.name}: {words.warnings[warning]}
                {item.rights.note !== '' && ` (${item.rights.note})`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
      {loaded.data !== undefined && items.length === 0 && <p className="td-quiet">{words.none}</p>}
      <ul className={c.list}>
        {items.map((item) => (
          <MediaRow key={item.id} item={item} day={day} uploads={uploads} inStory={shown.includes(item.id)} use={readOnly ? undefined : placing(item, blocks, onBlocks, words)} onPlay={() => setPlayed(item)} onChanged={changed} />
        ))}
      </ul>
      {!readOnly && items.some((item) => item.state === 'ready') && filmStarts(blocks).length === 0 && <p className="td-quiet">{words.noFilmStart}</p>}
      {!readOnly && (
        <div className={c.row}>
          <Button variant="default" leftSection={<IconUpload size={18} aria-hidden="true" />} onClick={() => setSending(true)}>
            {words.add}
          </Button>
          <Button variant="default" leftSection={<IconSearch size={18} aria-hidden="true" />} onClick={() => setLooking(true)}>
            {words.fromLibrary}
          </Button>
        </div>
      )}
      {sending && (
        <SendDialog
          storyId={storyId}
          onBegun={(id, file) => {
            uploads.send(id, file)
            changed()
          }}
          onClose={() => setSending(false)}
        />
      )}
      {looking && (
        <LibraryDialog
          day={day}
          onPick={(item) => {
            setLooking(false)
            setPlayed(item)
          }}
          onClose={() => setLooking(false)}
        />
      )}
      {film !== null && <PlayerDialog item={film} blocks={blocks} films={films} readOnly={readOnly} onBlocks={onBlocks} onPicture={changed} onClose={() => setPlayed(null)} />}
    </section>
  )
}

/** Into the first start of a film that has none or the only one there is, or out of where it is; of several that have films the player lets choose. */
function placing({ id }: MediaItem, blocks: readonly Block[], onBlocks: OnBlocks, words: { readonly useInStory: string; readonly replaceFilm: string; readonly takeOut: string }): { label: string; act: () => void } | undefined {
  const starts = filmStarts(blocks)
  const there = starts.find(({ mediaId }) => mediaId === id)
  if (there !== undefined) return { label: words.takeOut, act: () => onBlocks((now) => withMedia(now, there.blockId, null)) }
  const free = starts.find(({ mediaId }) => mediaId === null) ?? (starts.length === 1 ? starts[0] : undefined)
  return free === undefined ? undefined : { label: free.mediaId === null ? words.useInStory : words.replaceFilm, act: () => onBlocks((now) => withMedia(now, free.blockId, id)) }
}

/** What this browser does not play it may play once there is a light copy. */
function shownAs({ id, preview }: MediaItem): string {
  return `${id} ${preview}`
}

/** A film that is ready and has no small picture gets one, where this browser plays it. */
function usePictures(items: readonly MediaItem[], changed: () => void): void {
  const tried = useRef(new Set<string>())
  useEffect(() => {
    const item = items.find((each) => each.state === 'ready' && !each.picture && each.can.setRights && each.facts?.picture !== null && !tried.current.has(shownAs(each)))
    if (item === undefined) return
    tried.current.add(shownAs(item))
    const params = { mediaId: item.id }
    void (async () => {
      const picture = await pictureAt(addressOf(mediaRoutes.playMedia, { params, query: { preview: item.preview ? 'true' : undefined } }))
      if (picture === null) return
      await call(mediaRoutes.keepPicture, { params, body: picture })
      changed()
    })().catch(() => undefined)
  }, [items, changed])
}
