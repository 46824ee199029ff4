import type { PersonId } from '#kernel/id.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { countQuotas } from '../../domain/scoring/classify.ts'
import type { QuotaAnswer } from '../../domain/scoring/types.ts'
import { proposeOrder, type Contender, type Placed } from '../../domain/tie-break.ts'
import { engineSettings, type Campaign } from '../campaigns/campaign-row.ts'

/** Somebody's level as it stands on the board, with what an order would rest on. */
export interface BoardLevel extends Omit<Contender, 'id'> {
  readonly personId: PersonId
  readonly peerGroup: string
  readonly level: string
}

/** A counted quota with the level it limits. */
export type LimitedLevel = QuotaAnswer & { readonly level: string }

/** The quotas of these levels under the campaign's own settings, and under every base its rulebook knows. */
export function simulate(rulebook: CompiledRulebook, campaign: Pick<Campaign, 'settings'>, levels: readonly BoardLevel[]) {
  const settings = engineSettings(campaign.settings)
  const limited = new Map(rulebook.quotas.map((quota) => [quota.id, quota.level]))
  const count = (tried: Record<string, unknown>): LimitedLevel[] =>
    countQuotas(rulebook, { ...settings, ...tried } as Parameters<typeof countQuotas>[1], levels).map((answer) => ({ ...answer, level: limited.get(answer.quota) ?? '' }))
  const asSet = count({})
  const baseSetting = rulebook.quotas[0]?.baseSetting ?? ''
  const bases = rulebook.settings.find((setting) => setting.id === baseSetting)?.values.map((value) => value.value) ?? []
  return {
    asSet,
    base: asSet[0]?.base ?? '',
    rate: asSet[0]?.rate ?? '',
    simulation: bases.map((base) => ({ base, quotas: base === asSet[0]?.base ? asSet : count({ [baseSetting]: base }) })),
  }
}

/** For every quota that is exceeded, an order of those proposed for its level. */
export function proposedOrders(asSet: readonly LimitedLevel[], levels: readonly BoardLevel[]): { scope: string; level: string; allowed: number; order: Placed[] }[] {
  return asSet
    .filter((quota) => quota.over > 0)
    .map(({ scope, level, allowed }) => ({
      scope,
      level,
      allowed,
      order: proposeOrder(levels.filter((each) => each.level === level && (scope === '*' || each.peerGroup === scope)).map(({ personId, ...each }) => ({ id: personId, ...each }))),
    }))
}
