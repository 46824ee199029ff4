import { Button } from '@mantine/core'
import { useText } from '#ui/text.ts'
import { useHotkeys } from '#ui/use-hotkeys.ts'
import { showLength } from '../../domain/rundown/clock.ts'
import type { ItemTime } from '../../domain/rundown/timing.ts'
import { rundownText } from './messages.ts'
import type { Item } from './rundown-view.ts'
import type { ItemActs } from './use-item-acts.ts'
import c from './rundown.module.css'

interface AirPanelProps {
  items: readonly Item[]
  times: ReadonlyMap<string, ItemTime>
  nowMs: number | null
  acts: ItemActs
}

/** The gallery's place: what is on air and how long still, what is next, and the two marks that matter. */
export function AirPanel({ items, times, nowMs, acts }: AirPanelProps) {
  const words = useText(rundownText)
  const onAir = items.find((item) => item.stage === 'on_air')
  const next = items.find((item) => item.stage === 'next')
  const take = () => {
    if (next !== undefined) void acts.air.act({ act: 'take', itemId: next.id })
  }
  useHotkeys({ 'mod+Enter': take })
  const time = onAir === undefined ? undefined : times.get(onAir.id)
  const expected = onAir === undefined ? null : (onAir.lockedMs ?? onAir.estimatedMs ?? onAir.plannedMs)
  const left = time?.startMs === undefined || time.startMs === null || nowMs === null || expected === null ? null : expected - (nowMs - time.startMs)
  return (
    <section className={c.air} aria-label={words.gallery}>
      <div className={c.airItem} data-stage="on_air">
        <span className={c.airLabel}>{words.stages.on_air}</span>
        <strong>{onAir?.title ?? words.nothingOnAir}</strong>
        {left !== null && (
          <span className={c.airLeft} data-over={left < 0 || undefined}>
            {left < 0 ? words.ranOver(showLength(left)) : words.remaining(showLength(left))}
          </span>
        )}
      </div>
      <div className={c.airItem} data-stage="next">
        <span className={c.airLabel}>{words.stages.next}</span>
        <strong>{next?.title ?? words.nothingNext}</strong>
        {next !== undefined && (
          <button type="button" className={c.quietButton} onClick={() => void acts.air.act({ act: 'release', itemId: next.id })}>
            {words.release}
          </button>
        )}
      </div>
      <div className={c.airActs}>
        <Button size="xl" color="red" disabled={next === undefined} loading={acts.air.busy} onClick={take} title={words.takeHint}>
          {words.take}
        </Button>
        <Button size="xl" variant="default" disabled={onAir === undefined || acts.air.busy} onClick={() => onAir !== undefined && void acts.air.act({ act: 'end', itemId: onAir.id })}>
          {words.end}
        </Button>
      </div>
    </section>
  )
}
