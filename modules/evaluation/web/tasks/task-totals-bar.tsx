import { showDecimal } from '#ui/decimal.ts'
import { Stat, Stats } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { tasksText } from './messages.ts'
import { taskTotals, type Task } from './task-totals.ts'

/** What the tasks of a month come to, in converted units. */
export function TaskTotalsBar({ tasks, partial }: { tasks: readonly Task[]; partial: boolean }) {
  const words = useText(tasksText).totals
  const language = useLanguage()
  const totals = taskTotals(tasks)
  const units = (value: string) => showDecimal(value, language)
  return (
    <div className="td-stack-tight">
      <Stats>
        <Stat label={words.assigned} value={units(totals.assigned)} note={words.units} />
        <Stat label={words.completed} value={units(totals.completed)} note={words.units} />
        <Stat label={words.extra} value={units(totals.extra)} note={words.units} />
        <Stat label={words.open} value={`${totals.open}/${totals.tasks}`} />
      </Stats>
      {partial && <p className="td-quiet td-small">{words.partial(totals.tasks)}</p>}
    </div>
  )
}
