import { useText } from '#ui/text.ts'
import { showClock, showLength, showOver } from '../../domain/rundown/clock.ts'
import type { RundownTime } from '../../domain/rundown/timing.ts'
import { rundownText } from './messages.ts'
import type { Rundown } from './rundown-view.ts'
import c from './rundown.module.css'

interface RundownHeadProps {
  rundown: Rundown
  time: RundownTime
  nowMs: number | null
}

/** Over or under in large figures, when it ends, and the four durations together. */
export function RundownHead({ rundown, time, nowMs }: RundownHeadProps) {
  const words = useText(rundownText)
  const { overMs } = time
  const tone = overMs === null || Math.abs(overMs) < 500 ? 'even' : overMs > 0 ? 'over' : 'under'
  return (
    <section className={c.head}>
      {overMs !== null && (
        <p className={c.over} data-tone={tone}>
          <span>{tone === 'even' ? words.onTime : tone === 'over' ? words.over : words.under}</span>
          <strong>{showOver(overMs)}</strong>
        </p>
      )}
      <dl className={c.figures}>
        {nowMs !== null && <Figure label={words.now} value={showClock(nowMs)} />}
        <Figure label={words.start} value={showClock(rundown.startMs)} />
        <Figure label={words.ends} value={showClock(time.endMs)} />
        {rundown.outMs !== null && <Figure label={words.out} value={showClock(rundown.outMs)} />}
        <Figure label={words.planned} value={showLength(time.totals.plannedMs)} quiet />
        <Figure label={words.estimated} value={showLength(time.totals.estimatedMs)} quiet />
        <Figure label={words.locked} value={showLength(time.totals.lockedMs)} quiet />
        <Figure label={words.actual} value={showLength(time.totals.actualMs)} quiet />
      </dl>
    </section>
  )
}

function Figure({ label, value, quiet = false }: { label: string; value: string; quiet?: boolean }) {
  return (
    <div data-quiet={quiet || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
