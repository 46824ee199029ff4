import type { z } from 'zod'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { Stat, Stats } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { LevelBadge, PersonChip } from '#ui/badges.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { simulationView } from '../../contract/edition-routes.ts'
import { evaluationText } from '../messages.ts'
import { LazyFold } from './form-parts.tsx'
import { rankOf } from '../rulebook/use-rulebook.ts'
import { rulebooksText } from './messages.ts'
import c from './rulebooks.module.css'

type Simulation = z.output<typeof simulationView>
type Row = Simulation['rows'][number]

/** Who would stand elsewhere and why, how many at each level, and whom the draft cannot score. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const words = useText(rulebooksText).simulate
  const language = useLanguage()
  const all = useText(evaluationText)
  const levelIds = simulation.levels.map((level) => level.id)
  const nameOf = (id: string) => (id === 'not_rated' ? all.notRated : id === 'insufficient_data' ? all.insufficientData : (simulation.levels.find((level) => level.id === id)?.name[language] ?? id))
  const columns: Column<Row>[] = [
    { key: 'person', header: words.person, lead: true, width: '22%', cell: (row) => <PersonChip name={row.person.fullName} detail={row.unit} /> },
    { key: 'before', header: words.before, width: '20%', cell: (row) => <Score score={row.before} name={nameOf(row.before.level)} levels={levelIds} /> },
    { key: 'after', header: words.after, width: '20%', cell: (row) => <Score score={row.after} name={nameOf(row.after.level)} levels={levelIds} /> },
    {
      key: 'why',
      header: words.why,
      cell: (row) => (
        <div>
          <ul className={c.why}>
            {row.why.map((why) => (
              <li key={why.vi}>{why[language]}</li>
            ))}
          </ul>
          {row.decidedLevel !== null && <span className="td-quiet td-small">{words.decided(nameOf(row.decidedLevel))}</span>}
        </div>
      ),
    },
  ]
  const levels = [...simulation.levels, ...(simulation.refusedCount > 0 ? [{ id: '', before: 0, after: simulation.refusedCount }] : [])]
  const changed = simulation.levelChanges + simulation.scoreChanges
  return (
    <>
      <Stats>
        <Stat value={simulation.people} label={words.people} />
        <Stat value={simulation.levelChanges} label={words.levelChanges} />
        <Stat value={simulation.scoreChanges} label={words.scoreChanges} />
        <Stat value={simulation.refusedCount} label={words.refused} />
      </Stats>
      {simulation.dropped.length > 0 && <Notice tone="warn">{words.dropped(simulation.dropped.join(', '))}</Notice>}
      <Section title={words.levels}>
        <DataTable
          caption={words.levels}
          rows={levels}
          rowKey={(level) => level.id}
          columns={[
            { key: 'level', header: words.level, lead: true, cell: (level) => (level.id === '' ? words.refused : nameOf(level.id)) },
            { key: 'before', header: words.before, align: 'right', width: '140px', cell: (level) => level.before },
            { key: 'after', header: words.after, align: 'right', width: '140px', cell: (level) => <strong>{level.after}</strong> },
          ]}
        />
      </Section>
      <Section title={words.rows} description={simulation.rows.length < changed ? words.more(simulation.rows.length, changed) : undefined}>
        {simulation.rows.length === 0 ? (
          <p className="td-quiet">{words.same}</p>
        ) : (
          <DataTable caption={words.rows} columns={columns} rows={simulation.rows} rowKey={(row) => row.person.id} rowTone={(row) => (row.before.level === row.after.level ? undefined : 'warn')} />
        )}
      </Section>
      {simulation.refused.length > 0 && (
        <LazyFold title={words.refusedTitle(simulation.refusedCount)} note={words.refusedHint}>
          {() => (
            <DataTable
              caption={words.refusedTitle(simulation.refusedCount)}
              rows={simulation.refused}
              rowKey={(row) => row.person.id}
              columns={[
                { key: 'person', header: words.person, lead: true, width: '30%', cell: (row) => <PersonChip name={row.person.fullName} detail={row.unit} /> },
                {
                  key: 'why',
                  header: words.why,
                  cell: (row) => (
                    <ul className={c.why}>
                      {row.problems.map((problem) => (
                        <li key={problem.path + problem.message}>
                          {problem.path.replace(/^criteria\./, '')}: {problem.message} ({problem.expected})
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          )}
        </LazyFold>
      )}
    </>
  )
}

function Score({ score, name, levels }: { score: Row['before']; name: string; levels: readonly string[] }) {
  const words = useText(rulebooksText).simulate
  const language = useLanguage()
  return (
    <div>
      <strong>{score.total === null ? words.insufficient : showDecimal(score.total, language)}</strong>
      {score.exact !== null && !score.exact.endsWith('/1') && <span className={c.exact}>{words.exact(score.exact)}</span>}
      <div>
        <LevelBadge rank={rankOf(levels, score.level)} provisional>
          {name}
        </LevelBadge>
      </div>
    </div>
  )
}
