import { useSession } from '#platform/web/session.ts'
import { DeadlineBadge, StatusBadge } from '#ui/badges.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { Facts } from '#ui/figures.tsx'
import { deadlineTone, showDate, showDeadline } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import type { Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { TaskStatus } from '../../domain/task.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import { convertedQuantity, type Task } from './task-totals.ts'

/** The tone of each status; the words beside it say the same. */
export const taskTones: Record<TaskStatus, Tone> = {
  proposed: 'warn',
  open: 'neutral',
  reported: 'info',
  confirmed: 'good',
  handed_back: 'bad',
  cancelled: 'neutral',
}

/** The status of a task in words. */
export function TaskStatusBadge({ status }: { status: TaskStatus }) {
  return <StatusBadge tone={taskTones[status]}>{useText(evaluationText).taskStatus[status]}</StatusBadge>
}

/** The deadline of a task, urgent only while it is open. */
export function TaskDeadline({ task }: { task: Pick<Task, 'deadline' | 'status'> }) {
  const { today } = useSession()
  const language = useLanguage()
  if (task.status !== 'open') return <span>{showDate(task.deadline)}</span>
  const deadline = { due: task.deadline, today }
  return (
    <span className="td-row">
      <span>{showDate(task.deadline)}</span>
      <DeadlineBadge tone={deadlineTone(deadline)}>{showDeadline(deadline, language)}</DeadlineBadge>
    </span>
  )
}

/** `2/4 văn bản`. */
export function useQuantityText(): (task: Task) => string {
  const words = useText(tasksText)
  const language = useLanguage()
  return (task) => words.doneOf(showDecimal(task.completed, language), showDecimal(task.assigned, language), task.product?.unitOfCount ?? '')
}

/** `1,5 × 4 = 6`. */
export function useConvertedText(): (task: Task) => string {
  const words = useText(tasksText)
  const language = useLanguage()
  return (task) =>
    words.convertedSum(
      showDecimal(task.coefficientShown, language),
      showDecimal(task.assigned, language),
      showDecimal(convertedQuantity(task.coefficient, task.assigned), language),
    )
}

/** What a task is: in a few lines above a form, with what its cadre wrote, or in full. */
export function TaskFacts({ task, brief }: { task: Task; brief: boolean }) {
  const words = useText(tasksText)
  const { taskOrigin } = useText(evaluationText)
  const quantity = useQuantityText()
  const convertedText = useConvertedText()
  const facts = words.facts
  const times = (count: number, excused: boolean) => `${facts.times(count)}${count > 0 && excused ? ` (${facts.excused})` : ''}`
  const judged = task.status === 'confirmed' || task.qualityFaults > 0 || task.lateEvents > 0
  return (
    <div className="td-stack-tight">
      <div className="td-row">
        <strong>{task.title}</strong>
        <TaskStatusBadge status={task.status} />
      </div>
      {brief ? (
        <>
          <p className="td-quiet td-small">
            {task.person.fullName} · {words.deadline} {showDate(task.deadline)} · {quantity(task)}
            {task.completedOn !== null && ` · ${facts.completedOn} ${showDate(task.completedOn)}`}
          </p>
          {task.resultNote !== '' && (
            <p className="td-small">
              <span className="td-quiet">{facts.note}:</span> {task.resultNote}
            </p>
          )}
          {task.closingReason !== '' && (
            <p className="td-small">
              <span className="td-quiet">{facts.closing}:</span> {task.closingReason}
            </p>
          )}
        </>
      ) : (
        <Facts
          items={[
            { label: words.person, value: task.person.fullName },
            { label: facts.unit, value: task.unit.name },
            ...(task.product === null ? [] : [{ label: facts.product, value: task.product.code }]),
            { label: facts.origin, value: taskOrigin[task.origin] },
            { label: words.deadline, value: <TaskDeadline task={task} /> },
            { label: words.quantity, value: quantity(task) },
            { label: words.converted, value: convertedText(task) },
            ...(task.completedOn === null ? [] : [{ label: facts.completedOn, value: showDate(task.completedOn) }]),
            ...(task.resultNote === '' ? [] : [{ label: facts.note, value: task.resultNote }]),
            ...(judged
              ? [
                  { label: facts.faults, value: times(task.qualityFaults, task.qualityExcused) },
                  { label: facts.late, value: times(task.lateEvents, task.lateExcused) },
                ]
              : []),
            ...(task.excuseReason === '' ? [] : [{ label: facts.excuse, value: task.excuseReason }]),
            ...(task.closingReason === '' ? [] : [{ label: facts.closing, value: task.closingReason }]),
            ...(task.receivedFrom === null ? [] : [{ label: facts.receivedFrom, value: task.receivedFrom.fullName }]),
            ...(task.handedTo === null ? [] : [{ label: facts.handedTo, value: task.handedTo.fullName }]),
          ]}
        />
      )}
    </div>
  )
}
