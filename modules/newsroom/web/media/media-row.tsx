import { Button } from '@mantine/core'
import { IconMovie } from '#ui/icons.tsx'
import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { addressOf, call } from '#platform/web/client.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showBytes } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice, type Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { showTimecode, type FrameRate } from '../../domain/media/facts.ts'
import type { MediaState } from '../../domain/media/state.ts'
import { newsroomText } from '../messages.ts'
import { mediaPlace, type MediaItem } from './media-item.ts'
import { mediaText } from './messages.ts'
import { RemovedNote } from './removed-note.tsx'
import { RightsDialog } from './rights-dialog.tsx'
import { RightsBadge } from './rights-fields.tsx'
import { UploadProgress } from './upload-progress.tsx'
import type { Uploads } from './use-uploads.ts'
import c from './media.module.css'

/** How far a film has come, in colour. */
export const mediaTones: Readonly<Record<MediaState, Tone>> = { uploading: 'info', checking: 'info', ready: 'good', refused: 'bad', removing: 'neutral', removed: 'neutral' }

interface MediaRowProps {
  item: MediaItem
  day: CalendarDate
  uploads: Uploads
  /** What may be done with it in the story; absent where there is nothing to do. */
  use?: { readonly label: string; readonly act: () => void } | undefined
  inStory: boolean
  onPlay: () => void
  onChanged: () => void
}

/** One film: what it is, whose it is, how far it has come, and what may be done with it. */
export function MediaRow({ item, day, uploads, use, inStory, onPlay, onChanged }: MediaRowProps) {
  const words = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const [editing, setEditing] = useState(false)
  const drop = useAct(() => call(mediaRoutes.dropMedia, { params: { mediaId: item.id } }), onChanged)
  const ready = item.state === 'ready'
  return (
    <li className={c.item} id={mediaPlace(item.id)}>
      {item.picture ? (
        <img className={c.picture} src={addressOf(mediaRoutes.getPicture, { params: { mediaId: item.id } })} alt="" />
      ) : (
        <span className={c.picture}>
          <IconMovie size={28} aria-hidden="true" />
        </span>
      )}
      <div className="td-stack-tight">
        <strong className={c.name}>{item.name}</strong>
        <div className={c.row}>
          <StatusBadge tone={mediaTones[item.state]}>{words.states[item.state]}</StatusBadge>
          <RightsBadge rights={item.rights} day={day} />
          <CutOff item={item} />
          {inStory && <StatusBadge tone="info">{words.inStory}</StatusBadge>}
        </div>
        <MediaFacts item={item} />
        <RemovedNote item={item} />
        {item.state === 'uploading' && <UploadProgress item={item} uploads={uploads} />}
        {item.fault !== null && (
          <Notice tone="bad">
            <p>{words.faults[item.fault]}</p>
          </Notice>
        )}
        <div className={c.row}>
          {ready && (
            <Button size="compact-sm" variant="default" onClick={onPlay} aria-label={words.playName(item.name)}>
              {words.play}
            </Button>
          )}
          {ready && use !== undefined && (
            <Button size="compact-sm" variant="default" onClick={use.act}>
              {use.label}
            </Button>
          )}
          {item.can.setRights && (
            <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
              {words.rights}
            </Button>
          )}
          {item.can.drop && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={drop.busy}
              onClick={() => {
                uploads.pause(item.id)
                void drop.act(null)
              }}
              aria-label={words.dropName(item.name)}
            >
              {words.drop}
            </Button>
          )}
        </div>
        <ErrorNotice error={drop.error} refusals={refusals} />
      </div>
      {editing && (
        <RightsDialog
          item={item}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            onChanged()
          }}
        />
      )}
    </li>
  )
}

/** That a file ends before it says it does. */
export function CutOff({ item: { facts } }: { item: MediaItem }) {
  const words = useText(mediaText)
  return facts?.cutOff === true ? <StatusBadge tone="warn">{words.cutOff}</StatusBadge> : null
}

/** What a film is, as read from the file: length, size, picture and sound; and whose it is. */
export function MediaFacts({ item: { facts, bytes, rights } }: { item: MediaItem }) {
  const words = useText(mediaText)
  const language = useLanguage()
  const parts = [showBytes(bytes, language)]
  if (facts !== null) {
    if (facts.durationMs !== null) parts.unshift(showTimecode(facts.durationMs, facts.picture?.rate ?? null))
    if (facts.picture !== null) parts.push(`${facts.container} ${facts.picture.codec} ${facts.picture.width}×${facts.picture.height}`, ...(facts.picture.rate === null ? [] : [words.frames(rateWords(facts.picture.rate, language))]))
    parts.push(facts.sound === null ? words.noSound : `${facts.sound.codec} ${words.channels(facts.sound.channels)}`)
  }
  if (rights.owner !== '') parts.push(rights.owner)
  return <p className={`td-quiet td-small ${c.facts}`}>{parts.join(' · ')}</p>
}

function rateWords({ frames, seconds }: FrameRate, language: 'vi' | 'en'): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(frames / seconds)
}
