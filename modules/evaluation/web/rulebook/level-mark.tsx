import { LevelBadge } from '#ui/badges.tsx'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { useLevels } from './use-rulebook.ts'

interface LevelMarkProps {
  rulebook: CompiledRulebook | undefined
  /** Null when there is none yet. */
  level: string | null
  /** Computed, not decided by anybody. */
  provisional?: boolean
}

/** A level of quality (mức xếp loại chất lượng) in the rulebook's own words. */
export function LevelMark({ rulebook, level, provisional = false }: LevelMarkProps) {
  const { nameOf, rankOf } = useLevels(rulebook)
  if (level === null) return <span className="td-quiet">—</span>
  return (
    <LevelBadge rank={rankOf(level)} provisional={provisional}>
      {nameOf(level)}
    </LevelBadge>
  )
}
