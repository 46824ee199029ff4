import { Button } from '@mantine/core'
import { memo, useCallback, useRef } from 'react'
import { useText } from '#ui/text.ts'
import type { RundownTime } from '../../domain/rundown/timing.ts'
import { ItemRow } from './item-row.tsx'
import { rundownText } from './messages.ts'
import type { Item, ItemId, Rundown } from './rundown-view.ts'
import { useDrag } from './use-drag.ts'
import type { ItemActs } from './use-item-acts.ts'
import c from './rundown.module.css'

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
  const body = useRef<HTMLTableSectionElement>(null)
  const { items } = rundown
  const { air } = rundown.can
  const actions = useCallback((item: Item) => <RowActs item={item} air={air} busy={busy} acts={acts} />, [air, busy, acts])
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
          <tr role="row">
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
        <tbody role="rowgroup" ref={body} data-dragging={drag !== null || undefined}>
          {items.map((item, at) => {
            const itemTime = time.items[at]
            return itemTime === undefined ? null : (
              <ItemRow
                key={item.id}
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

function RowActs({ item, air, busy, acts }: { item: Item; air: boolean; busy: boolean; acts: () => ItemActs }) {
  const words = useText(rundownText)
  if (item.stage !== 'waiting') return null
  if (air) {
    return item.floated ? null : (
      <Button size="sm" variant="default" disabled={item.story?.approved === false || busy} onClick={() => void acts().air.act({ act: 'next', itemId: item.id })}>
        {words.setNext}
      </Button>
    )
  }
  if (!item.can.change) return null
  return (
    <Button size="sm" variant="subtle" disabled={busy} onClick={() => void acts().change.act({ item: { id: item.id, revision: item.revision }, to: { floated: !item.floated } })}>
      {item.floated ? words.unfloat : words.float}
    </Button>
  )
}
