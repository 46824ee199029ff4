import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { query, type Handlers } from '#platform/http/handler.ts'
import { rulebookRoutes } from '../../contract/campaign-routes.ts'
import type { rulebookSummary } from '../../contract/views.ts'
import { campaignObstacle } from '../../domain/campaign-obstacle.ts'
import { periodKindsOf } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { shippedRulebook, shippedRulebooks } from '../rulebook/rulebook-library.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

function summaryOf(rulebook: CompiledRulebook, own: boolean, lastUsed: Date | null = null): z.input<typeof rulebookSummary> {
  return {
    id: rulebook.id,
    version: String(rulebook.version),
    hash: rulebook.hash,
    name: rulebook.title,
    documentNumber: rulebook.document.number,
    documentDate: rulebook.document.date,
    validFrom: rulebook.validity.from,
    validTo: rulebook.validity.to as CalendarDate | null,
    periodKinds: periodKindsOf(rulebook),
    subject: rulebook.subject,
    confidence: rulebook.confidence,
    own,
    lastUsed: lastUsed?.toISOString() ?? null,
    obstacle: campaignObstacle(rulebook),
  }
}

/** Rulebooks the body has issued and not retired, newest version first. */
async function issuedRulebooks(read: Reader, tenantId: TenantId): Promise<CompiledRulebook[]> {
  const rows = await read
    .selectFrom('evaluation_rulebook_edition')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'issued')
    .select(['rulebook_id', 'number', 'hash'])
    .orderBy('rulebook_id')
    .orderBy('number', 'desc')
    .execute()
  const rulebooks: CompiledRulebook[] = []
  for (const row of rows) rulebooks.push(await pinnedRulebook(read, tenantId, { id: row.rulebook_id, version: String(row.number), hash: row.hash }))
  return rulebooks
}

/** When a campaign was last opened with each rulebook. */
async function lastUses(read: Reader, tenantId: TenantId): Promise<Map<string, Date>> {
  const rows = await read
    .selectFrom('evaluation_campaign')
    .where('tenant_id', '=', tenantId)
    .where('opened_at', 'is not', null)
    .groupBy('rulebook_id')
    .select((each) => ['rulebook_id', each.fn.max('opened_at').as('opened_at')])
    .execute()
  return new Map(rows.map((row) => [row.rulebook_id, row.opened_at as Date]))
}

/** Rulebooks shipped with the program and issued by the body; an older version that was pinned can be read by its number. */
export const rulebookHandlers: Handlers<typeof rulebookRoutes> = {
  listRulebooks: query(rulebookRoutes.listRulebooks, async ({ actor, read }) => {
    const used = await lastUses(read, actor.tenantId)
    const summary = (own: boolean) => (rulebook: CompiledRulebook) => summaryOf(rulebook, own, used.get(rulebook.id) ?? null)
    return { rulebooks: [...(await issuedRulebooks(read, actor.tenantId)).map(summary(true)), ...shippedRulebooks().map(summary(false))] }
  }),
  getRulebook: query(rulebookRoutes.getRulebook, async ({ params, query: asked, actor, read }) => {
    const id = params.rulebookId
    const shipped = shippedRulebook(id)
    if (shipped === null || asked.version !== undefined) {
      const kept = await keptRulebook(read, actor.tenantId, id, asked.version)
      if (kept !== null) return { summary: summaryOf(kept, shipped === null), compiled: kept }
    }
    if (shipped === null || (asked.version !== undefined && asked.version !== String(shipped.version))) refuse('platform.not-found')
    return { summary: summaryOf(shipped, false), compiled: shipped }
  }),
}

/** A text kept with the tenant: the version asked for, or the newest issued one. */
async function keptRulebook(read: Reader, tenantId: TenantId, id: string, version: string | undefined): Promise<CompiledRulebook | null> {
  if (version === undefined) return (await issuedRulebooks(read, tenantId)).find((rulebook) => rulebook.id === id) ?? null
  const row = await read
    .selectFrom('evaluation_rulebook')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .select(['id', 'version', 'hash'])
    .executeTakeFirst()
  return row === undefined ? null : pinnedRulebook(read, tenantId, row)
}
