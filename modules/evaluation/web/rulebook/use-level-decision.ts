import { useState } from 'react'
import { decidableLevels, leastReason } from '../../domain/decision.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'

/** What a decision on a level begins from. */
export interface LevelSoFar {
  readonly provisional: string | null
  /** Decided before, and why; null for a first or a replacing decision. */
  readonly decided: string | null
  readonly reason: string
  /** Replaces a published level: never without a reason, and nothing is proposed. */
  readonly replaces: boolean
}

/** A level being decided (mức xếp loại): which, why where it differs, and whether it can be sent. */
export interface LevelDecision {
  readonly levels: readonly string[]
  /** The provisional level where it is one that can be decided. */
  readonly usual: string | null
  readonly level: string | null
  readonly setLevel: (level: string) => void
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly needsReason: boolean
  /** Somebody tried to send: say what is missing. */
  readonly tried: boolean
  /** On sending: the decision, or undefined when something is missing. */
  readonly take: () => { readonly level: string; readonly reason: string } | undefined
}

/** The state behind deciding a person's or an organisation's level. */
export function useLevelDecision(rulebook: CompiledRulebook, { provisional, decided, reason: before, replaces }: LevelSoFar): LevelDecision {
  const levels = decidableLevels(rulebook)
  const usual = provisional !== null && levels.includes(provisional) ? provisional : null
  const [level, setLevel] = useState(replaces ? null : (decided ?? usual))
  const [reason, setReason] = useState(before)
  const [tried, setTried] = useState(false)
  const needsReason = replaces || (level !== null && level !== provisional)
  return {
    levels,
    usual,
    level,
    setLevel,
    reason,
    setReason,
    needsReason,
    tried,
    take: () => {
      setTried(true)
      if (level === null || (needsReason && reason.trim().length < leastReason)) return undefined
      return { level, reason: needsReason ? reason.trim() : '' }
    },
  }
}
