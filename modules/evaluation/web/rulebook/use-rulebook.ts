import { useLoad } from '#platform/web/load.ts'
import type { Rank } from '#ui/badges.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'

/** The compiled rulebook of a campaign, or of the one chosen in a form; undefined until it is here. */
export function useRulebook(id: string | undefined, version?: string): { rulebook: CompiledRulebook | undefined; error: unknown; retry: () => void } {
  const loaded = useLoad(
    evaluationRoutes.getRulebook,
    { params: { rulebookId: id ?? '' }, query: version === undefined ? {} : { version } },
    { enabled: id !== undefined },
  )
  // The server sends its own compiled form; its type is the engine's and is not described a second time.
  const compiled = loaded.data?.compiled as CompiledRulebook | undefined
  return { rulebook: id === undefined || compiled?.id !== id ? undefined : compiled, error: loaded.error, retry: () => void loaded.refetch() }
}

/** A level as people read it: its name in the rulebook and how high it stands. */
export interface LevelWords {
  readonly nameOf: (level: string) => string
  readonly rankOf: (level: string) => Rank
}

/** Names and ranks of a rulebook's levels, and of the two answers that are not levels. */
export function useLevels(rulebook: CompiledRulebook | undefined): LevelWords {
  const words = useText(evaluationText)
  const language = useLanguage()
  return {
    nameOf: (level) => {
      if (level === 'not_rated') return words.notRated
      if (level === 'insufficient_data') return words.insufficientData
      return rulebook?.levels.find((known) => known.id === level)?.name[language] ?? level
    },
    rankOf: (level) => rankOf(rulebook?.levels.map((known) => known.id) ?? [], level),
  }
}

/** Where a level stands among those of a rulebook, best first: 4 is the best, 1 the last; null when it is not one of them. */
export function rankOf(levels: readonly string[], level: string): Rank {
  const at = levels.indexOf(level)
  if (at < 0) return null
  if (at === levels.length - 1) return 1
  return at === 0 ? 4 : at === 1 ? 3 : 2
}
