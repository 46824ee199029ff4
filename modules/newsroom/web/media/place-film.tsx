import { Button } from '@mantine/core'
import { useState } from 'react'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { filmStarts, withMedia } from '../../domain/media/in-story.ts'
import type { Block } from '../../domain/story/block.ts'
import type { MediaItem } from './media-item.ts'
import { mediaText } from './messages.ts'
import type { OnBlocks } from './on-blocks.ts'
import type { Films } from './use-films.ts'

interface PlaceFilmProps {
  item: MediaItem
  blocks: readonly Block[]
  films: Films
  onBlocks: OnBlocks
}

/** Puts a film where the script starts one (đoạn Phim), or takes it out: the start that shows it, else the first without any, unless said otherwise. */
export function PlaceFilm({ item, blocks, films, onBlocks }: PlaceFilmProps) {
  const words = useText(mediaText)
  const [chosen, setChosen] = useState<string | null>(null)
  const starts = filmStarts(blocks)
  const target = starts.find(({ blockId }) => blockId === chosen) ?? starts.find(({ mediaId }) => mediaId === item.id) ?? starts.find(({ mediaId }) => mediaId === null) ?? starts[0]
  if (target === undefined) return <p className="td-quiet">{words.noFilmStart}</p>
  const there = target.mediaId === item.id
  return (
    <div className="td-stack-tight">
      <SelectField
        label={words.chooseFilmStart}
        value={target.blockId}
        onChange={setChosen}
        none={null}
        choices={starts.map(({ blockId, number, mediaId }) => ({ value: blockId, label: words.filmStart(number, mediaId === null ? words.noFilmYet : (films.get(mediaId)?.name ?? words.otherFilm)) }))}
      />
      <div>
        <Button
          variant={there ? 'default' : 'filled'}
          onClick={() => {
            onBlocks((now) => withMedia(now, target.blockId, there ? null : item.id))
            toast(there ? words.takenOut : words.placed)
          }}
        >
          {there ? words.takeOut : target.mediaId === null ? words.useInStory : words.replaceFilm}
        </Button>
      </div>
    </div>
  )
}
