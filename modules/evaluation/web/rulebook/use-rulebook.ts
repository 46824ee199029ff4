import { useQuery } from '@tanstack/react-query'
import { keyOf } from '#platform/web/load.ts'
import { readKept } from '#platform/web/offline/kept-reads.ts'
import type { Rank } from '#ui/badges.tsx'
import { useLanguage, type Language } from '#ui/language.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'

/** The compiled rulebook of a campaign, or of the one chosen in a form; undefined until it is here. */
export function useRulebook(id: string | undefined, version?: string): { rulebook: CompiledRulebook | undefined; error: unknown; retry: () => void } {
  const input = { params: { rulebookId: id ?? '' }, query: version === undefined ? {} : { version } }
  const loaded = useQuery({
    queryKey: keyOf(evaluationRoutes.getRulebook, input),
    queryFn: ({ signal, client, queryKey }) => readKept(client, queryKey, evaluationRoutes.getRulebook, input, signal),
    enabled: id !== undefined,
    // An issued version never changes: read once, kept while the page is open.
    ...(version === undefined ? {} : { staleTime: Infinity, gcTime: Infinity }),
  })
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
  const language = useLanguage()
  return {
    nameOf: (level) => levelName(rulebook, level, language),
    rankOf: (level) => rankOf(rulebook?.levels.filter((known) => known.ranked).map((known) => known.id) ?? [], level),
  }
}

/** The name of a level in the words of the rulebook, also `not_rated` and `insufficient_data`; "…" until the rulebook is here. */
export function levelName(rulebook: Pick<CompiledRulebook, 'levels'> | undefined, level: string, language: Language): string {
  if (level === 'not_rated') return evaluationText[language].notRated
  if (level === 'insufficient_data') return evaluationText[language].insufficientData
  return rulebook === undefined ? '…' : (rulebook.levels.find((known) => known.id === level)?.name[language] ?? level)
}

/** Where a level stands among those of a rulebook, best first: 4 is the best, 1 the last; null when it is not one of them. */
export function rankOf(levels: readonly string[], level: string): Rank {
  const at = levels.indexOf(level)
  if (at < 0) return null
  if (at === levels.length - 1) return 1
  return at === 0 ? 4 : at === 1 ? 3 : 2
}
