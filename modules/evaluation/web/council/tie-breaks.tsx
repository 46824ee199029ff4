import { useText } from '#ui/text.ts'
import type { LevelWords } from '../rulebook/use-rulebook.ts'
import type { Board } from './council-view.ts'
import { councilText } from './messages.ts'
import c from './wall.module.css'

/** Where more are proposed than allowed: an order by stated criteria, as a suggestion. Nobody is dropped by it. */
export function TieBreaks({ board, words: names }: { board: Board; words: LevelWords }) {
  const { tie: words, wall } = useText(councilText)
  if (board.tieBreaks.length === 0) return null
  return (
    <section className={`td-panel ${c.side}`} aria-labelledby="tie-breaks">
      <h2 id="tie-breaks">{words.title}</h2>
      <p className="td-quiet td-small">{words.hint(board.criteria.map((criterion) => words.criteria[criterion]).join(', '))}</p>
      {board.tieBreaks.map((each) => (
        <div key={each.scope + each.level}>
          <h3>{words.of(names.nameOf(each.level), each.scope === '*' ? wall.whole : wall.lane(each.scope), each.allowed)}</h3>
          <ol className={c.order}>
            {each.order.map((one, at) => (
              <li key={one.person.id} value={one.place} data-beyond={one.place > each.allowed || undefined}>
                {one.person.fullName}
                <span className="td-quiet td-small">
                  {' '}
                  {[one.by === null ? (at === 0 ? '' : words.equal) : words.by(words.criteria[one.by]), one.place > each.allowed ? words.beyond : ''].filter((part) => part !== '').join('; ')}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
