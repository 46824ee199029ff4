import type { ReactNode } from 'react'
import type { Tone } from './notice.tsx'
import c from './badges.module.css'

/** A status in words; colour only repeats what the words say. */
export function StatusBadge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={c.badge} data-tone={tone}>
      {children}
    </span>
  )
}

/** How high a rank stands: 4 is the best, 1 the lowest, null not ranked. */
export type Rank = 4 | 3 | 2 | 1 | null

/** A graded level: bars show the rank, the words say it. `provisional` draws it as not yet decided. */
export function LevelBadge({ rank, provisional = false, children }: { rank: Rank; provisional?: boolean; children: ReactNode }) {
  return (
    <span className={c.level} data-rank={rank ?? 'none'} data-provisional={provisional || undefined}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={(step - 1) * 3.6}
            y={12 - step * 3}
            width="2.6"
            height={step * 3}
            className={rank !== null && step <= rank ? c.barOn : c.barOff}
          />
        ))}
      </svg>
      {children}
    </span>
  )
}

/** A person named in running text, with a quiet second line such as the post held. */
export function PersonChip({ name, detail }: { name: string; detail?: string | null | undefined }) {
  return (
    <span className={c.person}>
      <span>{name}</span>
      {detail !== undefined && detail !== null && <span className={c.detail}>{detail}</span>}
    </span>
  )
}

/** A deadline with its urgency: `tone` from `deadlineTone`. */
export function DeadlineBadge({ tone, children }: { tone: 'late' | 'soon' | 'calm'; children: ReactNode }) {
  return <StatusBadge tone={tone === 'late' ? 'bad' : tone === 'soon' ? 'warn' : 'neutral'}>{children}</StatusBadge>
}
