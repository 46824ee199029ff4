import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#ui/text.ts'
import { backOnTime } from '../../domain/rundown/back-on-time.ts'
import { showLength } from '../../domain/rundown/clock.ts'
import type { RundownTime, TimedItem } from '../../domain/rundown/timing.ts'
import { rundownText } from './messages.ts'
import { cuttablesOf, type Rundown } from './rundown-view.ts'
import type { ItemActs } from './use-item-acts.ts'
import c from './rundown.module.css'

interface CutPanelProps {
  rundown: Rundown
  timed: readonly TimedItem[]
  time: RundownTime
  nowMs: number | null
  acts: ItemActs
}

/** What to cut to come back on time, and cutting it; nothing while there is nothing to cut. */
export function CutPanel({ rundown, timed, time, nowMs, acts }: CutPanelProps) {
  const words = useText(rundownText)
  const overMs = Math.max(time.overMs ?? 0, ...time.items.map(({ gapMs }) => -gapMs))
  const proposed = useMemo(
    () => (overMs < 1000 ? null : backOnTime(timed, rundown, cuttablesOf(rundown.items, new Map(time.items.map(({ id, ms }) => [id, ms]))), nowMs)),
    [overMs, timed, rundown, time, nowMs],
  )
  if (proposed === null) return null
  const { cuts, savedMs, stillOverMs } = proposed
  const cutItems = rundown.items.flatMap((item) => {
    const own = cuts.filter(({ itemId }) => itemId === item.id)
    return own.length === 0 ? [] : [{ item, whole: own.some(({ blockId }) => blockId === null), blocks: own.flatMap(({ blockId }) => item.cuttableBlocks.find((block) => block.id === blockId) ?? []) }]
  })
  const apply = () => void acts.cut.act(cutItems.map(({ item, whole, blocks }) => ({ item: { id: item.id, revision: item.revision }, to: whole ? { floated: true } : { cutBlocks: [...item.cutBlocks, ...blocks].map(({ id }) => id) } })))
  return (
    <section className={`td-panel ${c.cuts}`}>
      <h2>{words.cutTitle}</h2>
      {cuts.length === 0 ? (
        <p className="td-quiet">{words.cutNone}</p>
      ) : (
        <>
          <p>{words.cutIntro(showLength(overMs))}</p>
          <ul>
            {cutItems.map(({ item, whole, blocks }) => (
              <li key={item.id}>
                <strong>{item.title}</strong>
                {whole && <span>{words.cutWhole}</span>}
                {blocks.map((block) => (
                  <span key={block.id}>
                    “{block.start}…” <span className="td-quiet">{words.saves(showLength(block.ms))}</span>
                  </span>
                ))}
              </li>
            ))}
          </ul>
          <p className="td-quiet">{stillOverMs > 0 ? words.cutStill(showLength(stillOverMs)) : words.cutEnough(showLength(savedMs))}</p>
          {rundown.can.order && (
            <Button onClick={apply} loading={acts.cut.busy}>
              {words.cutApply}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
