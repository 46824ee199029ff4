import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { addressOf, call } from '#platform/web/client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { chordOf } from '#ui/use-hotkeys.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { showTimecode } from '../../domain/media/facts.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import { FillSoundbite, type Marks } from './fill-soundbite.tsx'
import type { MediaItem } from './media-item.ts'
import { mediaText } from './messages.ts'
import type { OnBlocks } from './on-blocks.ts'
import { pictureOf } from './picture-of.ts'
import { PlaceFilm } from './place-film.tsx'
import { playerAct } from './player-keys.ts'
import type { Films } from './use-films.ts'
import c from './media.module.css'

interface PlayerDialogProps {
  item: MediaItem
  blocks: readonly Block[]
  films: Films
  readOnly: boolean
  onBlocks: OnBlocks
  onPicture: () => void
  onClose: () => void
}

/** Plays a film, which is put where the script starts one; in and out are marked by keys and written into a soundbite. */
export function PlayerDialog({ item, blocks, films, readOnly, onBlocks, onPicture, onClose }: PlayerDialogProps) {
  const words = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const video = useRef<HTMLVideoElement>(null)
  const [failedAt, setFailedAt] = useState<string | null>(null)
  const [now, setNow] = useState(0)
  const [marks, setMarks] = useState<Marks>({ in: null, out: null })
  const rate = item.facts?.picture?.rate ?? null
  const keep = useAct(async () => {
    const picture = video.current === null ? null : await pictureOf(video.current)
    if (picture !== null) await call(mediaRoutes.keepPicture, { params: { mediaId: item.id }, body: picture })
  }, onPicture)
  const press = (event: React.KeyboardEvent) => {
    const player = video.current
    if (player === null || event.target instanceof HTMLSelectElement || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return
    const atMs = Math.round(player.currentTime * 1_000)
    const act = playerAct(chordOf(event.nativeEvent), { atMs, durationMs: Number.isFinite(player.duration) ? player.duration * 1_000 : (item.facts?.durationMs ?? 0), rate })
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (act.kind === 'toggle') return void (player.paused ? player.play().catch(() => undefined) : player.pause())
    if (act.kind !== 'go') return setMarks({ ...marks, [act.kind]: atMs })
    player.pause()
    player.currentTime = act.toMs / 1_000
  }
  const address = addressOf(mediaRoutes.playMedia, { params: { mediaId: item.id }, query: { preview: item.preview ? 'true' : undefined } })
  const failed = failedAt === address
  const shown = (ms: number | null) => (ms === null ? words.noMark : showTimecode(ms, rate))
  return (
    <Dialog title={item.name} onClose={onClose} wide>
      <div className="td-stack" onKeyDownCapture={press}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          ref={video}
          className={c.video}
          controls
          playsInline
          data-autofocus
          preload="metadata"
          src={address}
          onError={() => setFailedAt(address)}
          onTimeUpdate={(event) => setNow(Math.round(event.currentTarget.currentTime * 1_000))}
        />
        {failed && (
          <Notice tone="warn" alert>
            <p>{words.cannotPlay}</p>
          </Notice>
        )}
        <div className={c.marks}>
          <strong>{showTimecode(now, rate)}</strong>
          <span>
            {words.markIn}: {shown(marks.in)}
          </span>
          <span>
            {words.markOut}: {shown(marks.out)}
          </span>
          <span className="td-quiet">{item.preview ? words.light : words.original}</span>
        </div>
        <p className="td-quiet td-small">{words.keys}</p>
        {!readOnly && <PlaceFilm item={item} blocks={blocks} films={films} onBlocks={onBlocks} />}
        {!readOnly && <FillSoundbite blocks={blocks} marks={marks} onBlocks={onBlocks} />}
        {item.can.setRights && item.facts?.picture !== null && !failed && (
          <div>
            <Button variant="default" loading={keep.busy} onClick={() => void keep.act(null)}>
              {words.makePicture}
            </Button>
          </div>
        )}
        <ErrorNotice error={keep.error} refusals={refusals} />
      </div>
    </Dialog>
  )
}
