import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import type { MediaItem } from './media-item.ts'
import { mediaText, removalText } from './messages.ts'
import c from './media.module.css'

/** Who took a film from the store, when and why, and its checksum, which stays. */
export function RemovedNote({ item: { removed, sha256 } }: { item: MediaItem }) {
  const words = useText(removalText)
  const { print } = useText(mediaText)
  if (removed === null) return null
  return (
    <p className={`td-quiet td-small ${c.facts} ${c.print}`}>
      {words.removedBy(removed.by.name, showMoment(removed.at))} {removed.why === '' ? words.asProposed : words.because(removed.why)}
      {sha256 !== null && ` ${print(sha256)}`}
    </p>
  )
}
