import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { Link, useGo } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { noticeRoutes } from '../../contract/notice-routes.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import type { AssignmentAct, AssignmentState } from '../../domain/planning/state.ts'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'
import { planningText } from './messages.ts'
import { timesOf, type Assignment } from './planning-view.ts'
import c from './planning.module.css'

const tones = { assigned: 'info', accepted: 'info', in_progress: 'info', done: 'good', cancelled: 'neutral' } as const satisfies Record<AssignmentState, string>
/** What moves the work on stands out. */
const forward: readonly AssignmentAct[] = ['accept', 'finish']

/** One assignment: when, what, who, with what, by when, and what may be done. */
export function AssignmentRow({ assignment, onChange }: { assignment: Assignment; onChange: () => void }) {
  const words = useText(planningText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const go = useGo()
  const acting = useAct(
    (act: AssignmentAct, options) => call(planningRoutes.actOnAssignment, { params: { assignmentId: assignment.id }, body: { revision: assignment.revision, act } }, options),
    async (_, act) => {
      await refresh(planningRoutes.getWeek, noticeRoutes.countNotices)
      toast(words.done[act])
    },
  )
  const beginning = useAct(
    (_: null, options) => call(planningRoutes.beginAssigned, { params: { assignmentId: assignment.id }, body: {} }, options),
    ({ storyId }) => go(storyPlace(storyId)),
  )
  const { topic, column, place, note, writer, filmer, camera, vehicle, state, late, can } = assignment
  const times = timesOf(assignment)
  const things = [camera, vehicle].filter((each) => each !== '')
  return (
    <li className={c.row} data-state={state} data-late={late || undefined}>
      <div className={c.when}>{times === null ? words.wholeDay : words.times(...times)}</div>
      <div className={c.what}>
        <strong>{topic}</strong>
        <p className="td-quiet td-small">{[place, column ?? ''].filter((part) => part !== '').join(' · ')}</p>
        {note !== '' && <p className="td-small">{note}</p>}
        {assignment.clashes.map((clash) => (
          <p key={`${clash.kind}-${clash.what}-${clash.with.id}`} className={c.clash}>
            {words.clash[clash.kind](clash.what, clash.with.topic)}
          </p>
        ))}
        <ErrorNotice error={acting.error ?? beginning.error} refusals={refusals} />
      </div>
      <div className={c.who}>
        <p>
          <span className="td-quiet">{words.writes}:</span> {writer.name}
        </p>
        {filmer !== null && (
          <p>
            <span className="td-quiet">{words.films}:</span> {filmer.name}
          </p>
        )}
        {things.length > 0 && <p className="td-quiet td-small">{things.join(' · ')}</p>}
      </div>
      <div className={c.state}>
        <span className="td-row">
          <StatusBadge tone={tones[state]}>{words.states[state]}</StatusBadge>
          {late && <StatusBadge tone="bad">{words.late}</StatusBadge>}
        </span>
        <p className="td-quiet td-small">{words.dueAt(showMoment(assignment.dueAt))}</p>
      </div>
      <div className={c.acts}>
        {assignment.story !== null && <Link to={storyPlace(assignment.story.id)} aria-label={words.actOn(words.story, topic)}>{words.story}</Link>}
        {can.beginStory && (
          <Button size="compact-sm" loading={beginning.busy} aria-label={words.actOn(words.beginStory, topic)} onClick={() => void beginning.act(null)}>
            {words.beginStory}
          </Button>
        )}
        {can.acts.map((act) => (
          <Button key={act} size="compact-sm" variant={forward.includes(act) && !can.beginStory ? 'filled' : 'default'} disabled={acting.busy} aria-label={words.actOn(words.acts[act], topic)} onClick={() => void acting.act(act)}>
            {words.acts[act]}
          </Button>
        ))}
        {can.change && (
          <Button size="compact-sm" variant="default" aria-label={words.changeOf(topic)} onClick={onChange}>
            {words.changeHere}
          </Button>
        )}
      </div>
    </li>
  )
}
