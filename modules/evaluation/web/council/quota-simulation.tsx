import { useText } from '#ui/text.ts'
import type { LevelWords } from '../rulebook/use-rulebook.ts'
import type { Board } from './council-view.ts'
import { councilText } from './messages.ts'
import c from './wall.module.css'

/** The quota of the proposals in each scope, under every base side by side (Điều 20 khoản 5). */
export function QuotaSimulation({ board, words: names }: { board: Board; words: LevelWords }) {
  const { quota: words, wall } = useText(councilText)
  const first = board.simulation[0]?.quotas ?? []
  return (
    <section className={`td-panel ${c.side}`} aria-labelledby="quota-simulation">
      <h2 id="quota-simulation">{words.title}</h2>
      {first.length === 0 ? (
        <p className="td-quiet">{words.none}</p>
      ) : (
        <>
          <p className="td-quiet td-small">{words.hint}</p>
          <table className={c.quotas}>
            <thead>
              <tr>
                <th scope="col">{words.scope}</th>
                {board.simulation.map(({ base }) => (
                  <th key={base} scope="col" data-set={base === board.base || undefined}>
                    {words.base[base] ?? base}
                    {base === board.base && <span className="td-small"> ({words.asSet})</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((line, at) => (
                <tr key={line.scope + line.level}>
                  <th scope="row">
                    {line.scope === '*' ? wall.whole : wall.lane(line.scope)}
                    <span className="td-quiet td-small"> {names.nameOf(line.level)}</span>
                  </th>
                  {board.simulation.map(({ base, quotas }) => {
                    const each = quotas[at]
                    return (
                      <td key={base} data-set={base === board.base || undefined} data-over={(each !== undefined && each.over > 0) || undefined}>
                        {each === undefined ? '' : `${each.proposed}/${each.allowed}`}
                        {each !== undefined && each.over > 0 && <span className="td-small"> {words.over(each.over)}</span>}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
