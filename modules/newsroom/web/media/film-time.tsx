import { add, rational, type Rational } from '#kernel/rational.ts'
import { useText } from '#ui/text.ts'
import { filmMsOf, filmStarts } from '../../domain/media/in-story.ts'
import { aroundFilm } from '../../domain/rundown/durations.ts'
import type { Block } from '../../domain/story/block.ts'
import { showSeconds, type ScriptTime } from '../stories/reading-time.ts'
import { mediaText } from './messages.ts'
import type { Films } from './use-films.ts'

/** How long a story is with its films as they are (với phim): the films, and what is read live around them. Nothing while one is not known. */
export function FilmTime({ blocks, films, timer }: { blocks: readonly Block[]; films: Films; timer: (blocks: readonly Block[]) => ScriptTime }) {
  const words = useText(mediaText)
  const ms = filmMsOf(filmStarts(blocks), new Map([...films].flatMap(([id, film]) => (film.ms === null ? [] : [[id, film.ms]]))))
  if (ms === null) return null
  const film: Rational = rational(ms, 1_000)
  return <p>{words.withFilm(showSeconds(add(film, timer(aroundFilm(blocks)).seconds)), showSeconds(film))}</p>
}
