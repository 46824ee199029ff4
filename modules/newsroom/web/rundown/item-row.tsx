import { memo, type ReactNode } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { showClock, showLength } from '../../domain/rundown/clock.ts'
import { sameTime, type ItemTime } from '../../domain/rundown/timing.ts'
import type { newsroomText } from '../messages.ts'
import { StateBadge } from '../stories/state-badge.tsx'
import type { rundownText } from './messages.ts'
import type { Item } from './rundown-view.ts'
import { StageBadge } from './state-badges.tsx'
import type { DragHandle } from './use-drag.ts'
import c from './rundown.module.css'

/** What rows say, read once for all of them. */
export interface RowWords {
  readonly rundown: typeof rundownText.vi
  readonly story: typeof newsroomText.vi
}

interface ItemRowProps {
  words: RowWords
  item: Item
  time: ItemTime
  chosen: boolean
  /** Just changed by somebody else. */
  fresh: boolean
  dropBelow: boolean
  dropAbove: boolean
  /** Its place in the order, by which it is dragged. */
  at: number
  handle: (from: number) => DragHandle
  onChoose: (id: Item['id']) => void
  onOpen: (id: Item['id']) => void
  actions: (item: Item) => ReactNode
}

/** One item: when it airs, what it is and how it stands, who reads, its four durations. Drawn again when one of these changes, not every second with the clock. */
export const ItemRow = memo(function ItemRow({ words: { rundown: words, story: storyWords }, item, time, chosen, fresh, dropBelow, dropAbove, at, handle, onChoose, onOpen, actions }: ItemRowProps) {
  const late = time.startMs !== null && time.backMs !== null && time.startMs > time.backMs
  return (
    <tr
      role="row"
      data-item={item.id}
      data-stage={item.stage}
      data-floated={item.floated || undefined}
      data-fresh={fresh || undefined}
      data-drop={dropBelow ? 'below' : dropAbove ? 'above' : undefined}
      data-chosen={chosen || undefined}
      className={c.row}
      onClick={() => onChoose(item.id)}
      onDoubleClick={() => onOpen(item.id)}
    >
      <td role="cell" className={c.grip}>
        {item.can.change && (
          <span className={c.handle} aria-hidden="true" title={words.drag(item.title)} {...handle(at)} />
        )}
      </td>
      <td role="cell" className={c.clock}>
        {time.startMs === null ? <span className="td-quiet">{item.floated ? words.floated : words.skipped}</span> : <strong>{showClock(time.startMs)}</strong>}
        {time.backMs !== null && item.stage === 'waiting' && (
          <span className={c.back} data-late={late || undefined} title={words.latest}>
            <span className="td-hidden-text">{words.latest} </span>
            {showClock(time.backMs)}
          </span>
        )}
      </td>
      <td role="cell" className={c.what}>
        <button type="button" className={c.title} onClick={() => onOpen(item.id)} tabIndex={chosen ? 0 : -1} data-title={item.id}>
          {item.title}
        </button>
        <span className={c.marks}>
          {item.stage !== 'waiting' && <StageBadge stage={item.stage} />}
          {item.story === null ? <StatusBadge>{words.kinds[item.kind]}</StatusBadge> : approvalOf(item.story, words, storyWords)}
          {item.story?.changedSince && <StatusBadge tone="warn">{words.changedSince}</StatusBadge>}
          {item.cutBlocks.length > 0 && <StatusBadge tone="info">{words.cutCount(item.cutBlocks.length)}</StatusBadge>}
          {item.fixedStartMs !== null && <span className="td-quiet td-small">{words.fixed(showClock(item.fixedStartMs))}</span>}
          {time.gapMs >= 1000 && <StatusBadge tone="warn">{words.gap(showLength(time.gapMs))}</StatusBadge>}
          {time.gapMs <= -1000 && <StatusBadge tone="bad">{words.overlap(showLength(time.gapMs))}</StatusBadge>}
        </span>
      </td>
      <td role="cell" className={c.reader} data-label={words.reader}>
        {item.reader?.name ?? ''}
      </td>
      {(['planned', 'estimated', 'locked', 'actual'] as const).map((kind) => (
        <td role="cell" key={kind} className={c.length} data-label={words[kind]} data-counts={counts[time.basis] === kind || undefined}>
          {lengthOf(item, kind, time)}
        </td>
      ))}
      <td role="cell" className={c.actions} onDoubleClick={(event) => event.stopPropagation()}>
        {actions(item)}
      </td>
    </tr>
  )
}, sameRow)

function sameRow(before: ItemRowProps, after: ItemRowProps): boolean {
  return (Object.keys(after) as (keyof ItemRowProps)[]).every((key) => (key === 'time' ? sameTime(before.time, after.time) : before[key] === after[key]))
}

function approvalOf(story: NonNullable<Item['story']>, words: RowWords['rundown'], { signLater, states }: RowWords['story']): ReactNode {
  if (story.approved) return story.state === 'approved' ? <StateBadge stage="approved" /> : <StatusBadge tone="warn">{signLater}</StatusBadge>
  return (
    <>
      <StatusBadge tone="bad">{words.notApproved}</StatusBadge>
      <span className="td-quiet td-small">{states[story.state]}</span>
    </>
  )
}

const counts = { actual: 'actual', running: 'actual', locked: 'locked', estimated: 'estimated', planned: 'planned', none: null } as const

function lengthOf(item: Item, kind: 'planned' | 'estimated' | 'locked' | 'actual', time: ItemTime): string {
  const ms = item[`${kind}Ms`] ?? (kind === 'actual' && time.basis === 'running' ? time.ms : null)
  return ms === null ? '' : showLength(ms)
}
