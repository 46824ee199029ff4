import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { regimeOf } from '../../domain/month-scores.ts'

/** Under which rulebooks a month's score may count for a campaign: its own, those of the same regime, and none (by hand). */
export async function rulebooksOfMonths(read: Reader, tenantId: TenantId, rulebookId: string): Promise<string[]> {
  const pairs = await read.selectFrom('evaluation_rulebook_edition').where('tenant_id', '=', tenantId).select(['rulebook_id', 'basis_id']).distinct().execute()
  return ['', ...regimeOf(rulebookId, pairs)]
}
