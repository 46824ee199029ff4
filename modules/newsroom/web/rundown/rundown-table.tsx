import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useText } from '#ui/text.ts'
import type { RundownTime } from '../../domain/rundown/timing.ts'
import { newsroomText } from '../messages.ts'
import { ItemRow, type RowWords } from './item-row.tsx'
import { rundownText } from './messages.ts'
import type { Item, ItemId, Rundown } from './rundown-view.ts'
import { useDrag } from './use-drag.ts'
import type { ItemActs } from './use-item-acts.ts'
import c from './rundown.module.css'

const openingMs = 1_000

interface RundownTableProps {
  rundown: Rundown
  time: RundownTime
  chosen: ItemId | null
  fresh: ReadonlySet<string>
  /** An act is under way. */
  busy: boolean
  /** The acts as they are when one is wanted. */
  acts: () => ItemActs
  onChoose: (id: ItemId) => void
  onOpen: (id: ItemId) => void
}

/** The items in the order they air: a dense table at the desk, cards on a phone. The clock alone does not draw it again: of 200 items each second took 0.4 s of a weak processor. */
export const RundownTable = memo(function RundownTable({ rundown, time, chosen, fresh, busy, acts, onChoose, onOpen }: RundownTableProps) {
  const words = useText(rundownText)
  const story = useText(newsroomText)
  const rowWords = useMemo<RowWords>(() => ({ rundown: words, story }), [words, story])
  const body = useRef<HTMLTableSectionElement>(null)
  const opening = useOpening()
  const { items } = rundown
  const { air } = rundown.can
  const actions = useCallback((item: Item) => actsOf(item, { air, busy, acts }, words), [air, busy, acts, words])
  const { drag, handle } = useDrag(
    () => [...(body.current?.rows ?? [])],
    ({ from, after }) => {
      const [item, before] = [items[from], items[after]]
      if (item !== undefined) void acts().move.act({ item: { id: item.id, revision: item.revision }, after: before?.id ?? null })
    },
  )
  return (
    <div className={c.frame}>
      <table className={c.table} role="table">
        <caption className="td-hidden-text">{words.itemsCaption}</caption>
        <thead role="rowgroup">
          <tr role="row" className={c.headings}>
            <th role="columnheader" className={c.grip} aria-hidden="true" />
            <th role="columnheader" scope="col">{words.at}</th>
            <th role="columnheader" scope="col">{words.item}</th>
            <th role="columnheader" scope="col">{words.reader}</th>
            {(['planned', 'estimated', 'locked', 'actual'] as const).map((kind) => (
              <th role="columnheader" scope="col" key={kind} className={c.length}>
                {words[kind]}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="td-hidden-text">{words.gallery}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} data-dragging={drag !== null || undefined} data-opening={opening || undefined}>
          {items.map((item, at) => {
            const itemTime = time.items[at]
            return itemTime === undefined ? null : (
              <ItemRow
                key={item.id}
                words={rowWords}
                item={item}
                at={at}
                time={itemTime}
                chosen={chosen === item.id}
                fresh={fresh.has(item.id)}
                dropBelow={drag !== null && drag.after === at}
                dropAbove={drag !== null && drag.after === -1 && at === 0}
                handle={handle}
                onChoose={onChoose}
                onOpen={onOpen}
                actions={actions}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
})

/** True for a moment. Not for longer: rows out of sight are empty to those who hear the page. */
function useOpening(): boolean {
  const [opening, setOpening] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setOpening(false), openingMs)
    return () => clearTimeout(timer)
  }, [])
  return opening
}

function actsOf(item: Item, { air, busy, acts }: { air: boolean; busy: boolean; acts: () => ItemActs }, words: RowWords['rundown']): ReactNode {
  if (item.stage !== 'waiting') return null
  if (air) {
    return item.floated ? null : (
      <button type="button" className={c.act} disabled={item.story?.approved === false || busy} onClick={() => void acts().air.act({ act: 'next', itemId: item.id })}>
        {words.setNext}
      </button>
    )
  }
  if (!item.can.change) return null
  return (
    <button type="button" className={c.act} data-quiet disabled={busy} onClick={() => void acts().change.act({ item: { id: item.id, revision: item.revision }, to: { floated: !item.floated } })}>
      {item.floated ? words.unfloat : words.float}
    </button>
  )
}
