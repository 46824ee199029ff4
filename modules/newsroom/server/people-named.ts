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
      .union(read.selectFrom('newsroom_story').where('tenant_id', '=', tenantId).where(among('reader_id')).select((story) => story.ref('reader_id').$notNull().as('person')))
      .union(read.selectFrom('newsroom_story_version').where('tenant_id', '=', tenantId).where(among('saved_by')).select('saved_by as person'))
      .union(read.selectFrom('newsroom_story_step').where('tenant_id', '=', tenantId).where(among('person_id')).select('person_id as person'))
      .union(read.selectFrom('newsroom_story_step').where('tenant_id', '=', tenantId).where(among('acting_for')).select((step) => step.ref('acting_for').$notNull().as('person')))
      .union(read.selectFrom('newsroom_story_step').where('tenant_id', '=', tenantId).where(among('ordered_by')).select((step) => step.ref('ordered_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_delegation').where('tenant_id', '=', tenantId).where(among('from_id')).select('from_id as person'))
      .union(read.selectFrom('newsroom_delegation').where('tenant_id', '=', tenantId).where(among('to_id')).select('to_id as person'))
      .union(read.selectFrom('newsroom_rundown').where('tenant_id', '=', tenantId).where(among('created_by')).select((rundown) => rundown.ref('created_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_rundown_item').where('tenant_id', '=', tenantId).where(among('added_by')).select((item) => item.ref('added_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_rundown_item').where('tenant_id', '=', tenantId).where(among('changed_by')).select((item) => item.ref('changed_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_rundown_item').where('tenant_id', '=', tenantId).where(among('reader_id')).select((item) => item.ref('reader_id').$notNull().as('person')))
      .union(read.selectFrom('newsroom_rundown_frozen').where('tenant_id', '=', tenantId).where(among('frozen_by')).select('frozen_by as person'))
      .union(read.selectFrom('newsroom_rundown_frozen').where('tenant_id', '=', tenantId).where(among('reader_id')).select((frozen) => frozen.ref('reader_id').$notNull().as('person')))
      .union(read.selectFrom('newsroom_airing').where('tenant_id', '=', tenantId).where(among('recorded_by')).select('recorded_by as person'))
      .union(read.selectFrom('newsroom_airing').where('tenant_id', '=', tenantId).where(among('reader_id')).select((airing) => airing.ref('reader_id').$notNull().as('person')))
      .union(read.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where(among('uploaded_by')).select('uploaded_by as person'))
      .union(read.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where(among('removed_by')).select((media) => media.ref('removed_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_archive').where('tenant_id', '=', tenantId).where(among('archived_by')).select('archived_by as person'))
      .union(read.selectFrom('newsroom_correction').where('tenant_id', '=', tenantId).where(among('opened_by')).select('opened_by as person'))
      .union(read.selectFrom('newsroom_correction').where('tenant_id', '=', tenantId).where(among('issued_by')).select((one) => one.ref('issued_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_royalty_rate').where('tenant_id', '=', tenantId).where(among('recorded_by')).select('recorded_by as person'))
      .union(read.selectFrom('newsroom_royalty_split').where('tenant_id', '=', tenantId).where(among('set_by')).select('set_by as person'))
      .union(read.selectFrom('newsroom_royalty_line').where('tenant_id', '=', tenantId).where(among('person_id')).select('person_id as person'))
      .union(read.selectFrom('newsroom_royalty_line').where('tenant_id', '=', tenantId).where(among('recorded_by')).select('recorded_by as person'))
      .union(read.selectFrom('newsroom_story_record').where('tenant_id', '=', tenantId).where(among('imported_by')).select('imported_by as person'))
      .union(read.selectFrom('newsroom_assignment').where('tenant_id', '=', tenantId).where(among('writer_id')).select('writer_id as person'))
      .union(read.selectFrom('newsroom_assignment').where('tenant_id', '=', tenantId).where(among('filmer_id')).select((assignment) => assignment.ref('filmer_id').$notNull().as('person')))
      .union(read.selectFrom('newsroom_assignment').where('tenant_id', '=', tenantId).where(among('planned_by')).select('planned_by as person'))
      .union(read.selectFrom('newsroom_comment').where('tenant_id', '=', tenantId).where(among('by_id')).select('by_id as person'))
      .union(read.selectFrom('newsroom_comment').where('tenant_id', '=', tenantId).where(among('settled_by')).select((comment) => comment.ref('settled_by').$notNull().as('person')))
      .union(read.selectFrom('newsroom_comment_mention').where('tenant_id', '=', tenantId).where(among('person_id')).select('person_id as person'))
      .execute()
    return new Map<string, HoldReason>(named.map((row) => [row.person, 'named-elsewhere']))
  },
  async forgetPeople(tx, tenantId, people) {
    const among = sql<boolean>`person_id = any(${people}::uuid[])`
    const rates = await tx.deleteFrom('newsroom_reader_rate').where('tenant_id', '=', tenantId).where(among).executeTakeFirst()
    const readers = await tx.deleteFrom('newsroom_reader').where('tenant_id', '=', tenantId).where(among).executeTakeFirst()
    const marks = await tx.deleteFrom('newsroom_notice_read').where('tenant_id', '=', tenantId).where(among).executeTakeFirst()
    return { newsroom_notice_read: Number(marks.numDeletedRows), newsroom_reader_rate: Number(rates.numDeletedRows), newsroom_reader: Number(readers.numDeletedRows) }
  },
})
