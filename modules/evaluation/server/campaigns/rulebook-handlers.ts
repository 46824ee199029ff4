import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { query, type Handlers } from '#platform/http/handler.ts'
import { rulebookRoutes } from '../../contract/campaign-routes.ts'
import type { rulebookSummary } from '../../contract/views.ts'
import type { PeriodKind } from '../../domain/campaign.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { shippedRulebook, shippedRulebooks } from '../rulebook/rulebook-library.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

function kindsOf(rulebook: CompiledRulebook): PeriodKind[] {
  return rulebook.period === null ? ['month', 'quarter'] : ['month', 'quarter', 'year']
}

function summaryOf(rulebook: CompiledRulebook): z.input<typeof rulebookSummary> {
  return {
    id: rulebook.id,
    version: String(rulebook.version),
    hash: rulebook.hash,
    name: rulebook.title,
    documentNumber: rulebook.document.number,
    documentDate: rulebook.document.date,
    validFrom: rulebook.validity.from,
    validTo: rulebook.validity.to as CalendarDate | null,
    periodKinds: kindsOf(rulebook),
  }
}

/** Rulebooks for people, shipped with the program; an older version a campaign pinned can be read by its number. */
export const rulebookHandlers: Handlers<typeof rulebookRoutes> = {
  listRulebooks: query(rulebookRoutes.listRulebooks, async () => ({
    rulebooks: shippedRulebooks().filter((rulebook) => rulebook.subject === 'person').map(summaryOf),
  })),
  getRulebook: query(rulebookRoutes.getRulebook, async ({ params, query: asked, actor, read }) => {
    if (asked.version !== undefined) {
      const row = await read
        .selectFrom('evaluation_rulebook')
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', params.rulebookId)
        .where('version', '=', asked.version)
        .select(['id', 'version', 'hash'])
        .executeTakeFirst()
      if (row !== undefined) {
        const pinned = await pinnedRulebook(read, actor.tenantId, row)
        return { summary: summaryOf(pinned), compiled: pinned }
      }
    }
    const shipped = shippedRulebook(params.rulebookId)
    if (shipped === null || (asked.version !== undefined && asked.version !== String(shipped.version))) refuse('platform.not-found')
    return { summary: summaryOf(shipped), compiled: shipped }
  }),
}
