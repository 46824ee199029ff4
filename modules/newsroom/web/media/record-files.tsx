import { StatusBadge } from '#ui/badges.tsx'
import { useText } from '#ui/text.ts'
import { isFileNamed } from '../../domain/media/file-name.ts'
import { isGone } from '../../domain/media/state.ts'
import type { Story } from '../stories/story-view.ts'
import { mediaPlace } from './media-item.ts'
import { mediaText } from './messages.ts'
import { useFilms } from './use-films.ts'
import c from './media.module.css'

/** The files an old record names: each with the film of the story that bears its name, there or still to be sent. */
export function RecordFiles({ storyId, files }: { storyId: Story['id']; files: NonNullable<Story['record']>['files'] }) {
  const words = useText(mediaText)
  const films = useFilms(storyId)
  if (files.length === 0) return null
  return (
    <div className="td-stack-tight">
      <h3>{words.recordFiles}</h3>
      <ul>
        {files.map(({ name, kind }, at) => {
          const found = [...films].find(([, film]) => film.state !== 'refused' && !isGone(film.state) && isFileNamed(name, film.name))
          return (
            <li key={at} className={c.name}>
              {found === undefined ? name : <a href={`#${mediaPlace(found[0])}`}>{name}</a>}{' '}
              {found === undefined ? <StatusBadge tone={kind === 'video' ? 'warn' : 'neutral'}>{words.recordFileMissing}</StatusBadge> : <StatusBadge tone={found[1].state === 'ready' ? 'good' : 'info'}>{found[1].state === 'ready' ? words.recordFileThere : words.states[found[1].state]}</StatusBadge>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
