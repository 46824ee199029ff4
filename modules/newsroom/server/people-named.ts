import { sql } from 'kysely'
import type { HoldReason } from '#kernel/hold-reason.ts'
import { personHoldings } from '#platform/retention/disposal.ts'

/** Whoever wrote, saved or signed a story stays named: who approved which words must remain to be proved. */
export const namedInNewsroom = personHoldings<'newsroom'>({
  async heldPeople(read, tenantId, people) {
    const among = (column: string) => sql<boolean>`${sql.ref(column)} = any(${people}::uuid[])`
    const named = await read
      .selectFrom('newsroom_story')
      .where('tenant_id', '=', tenantId)
      .where(among('author_id'))
      .select('author_id as person')
      .union(read.selectFrom('newsroom_story_version').where('tenant_id', '=', tenantId).where(among('saved_by')).select('saved_by as person'))
      .union(read.selectFrom('newsroom_story_step').where('tenant_id', '=', tenantId).where(among('person_id')).select('person_id as person'))
      .union(read.selectFrom('newsroom_story_record').where('tenant_id', '=', tenantId).where(among('imported_by')).select('imported_by as person'))
      .execute()
    return new Map<string, HoldReason>(named.map((row) => [row.person, 'named-elsewhere']))
  },
  forgetPeople: () => Promise.resolve({}),
})
