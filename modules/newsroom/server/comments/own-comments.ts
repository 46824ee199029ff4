import type { PersonId, TenantId } from '#kernel/id.ts'
import { filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'

/** What the newsroom holds of a person in comments: those they made, and those that call them. */
export async function ownComments(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const comments = () =>
    read
      .selectFrom('newsroom_comment as c')
      .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'c.story_id'))
      .where('c.tenant_id', '=', tenantId)
      .select(['c.id', 'c.at', 'c.body', 'c.quoted', 's.title'])
      .orderBy('c.at')
      .orderBy('c.id')
  const made = await comments().where('c.by_id', '=', personId).execute()
  const calling = await comments()
    .innerJoin('newsroom_comment_mention as m', (join) => join.on('m.tenant_id', '=', tenantId).onRef('m.comment_id', '=', 'c.id'))
    .where('m.person_id', '=', personId)
    .where('c.by_id', '!=', personId)
    .execute()
  return [
    ...made.map((row) => ({
      id: row.id,
      title: `Góp ý: ${row.title}`,
      fields: filled(['Tên bài', row.title], ['Ngày', momentWords(row.at)], ['Góp ý', row.body], ['Về lời', row.quoted]),
      detail: { story: row.title, at: row.at, body: row.body, quoted: row.quoted },
    })),
    ...calling.map((row) => ({ id: row.id, title: `Được nhắc tên trong góp ý: ${row.title}`, fields: filled(['Tên bài', row.title], ['Ngày', momentWords(row.at)], ['Góp ý', row.body]), detail: { story: row.title, at: row.at, body: row.body } })),
  ]
}
