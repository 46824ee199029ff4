import { sql } from 'kysely'
import { addDays, midnight } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { escapeLike } from '#platform/db/like.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { loadActorNames } from './actor-names.ts'

const shownPeople = 5

/** Sổ nhật ký: who did or read what, newest first. Whoever reads it stands in it too. */
export const listEntries = query(ledgerRoutes.listEntries, async ({ query: asked, actor, read, recordList }) => {
  const { tenantId } = actor
  let rows = read
    .selectFrom('ledger_entry as e')
    .leftJoin('ledger_link as k', (join) => join.on('k.tenant_id', '=', tenantId).onRef('k.entry_id', '=', 'e.id'))
    .where('e.tenant_id', '=', tenantId)
    .select(['e.id', 'e.at', 'e.account_id', 'e.person_id', 'e.action', 'e.subject_kind', 'e.subject_id', sql<string[]>`e.about::text[]`.as('about'), 'e.data', 'k.seq', 'k.hash'])
    .orderBy('e.id', 'desc')
    .limit(pageLimit(asked.limit))
  const { personId, action, subjectKind, subjectId, from, to } = asked
  if (asked.after !== undefined) rows = rows.where('e.id', '<', pageKey(asked.after, ['uuid'])[0])
  if (personId !== undefined) rows = rows.where(sql<boolean>`(e.person_id = ${personId}::uuid or e.about @> array[${personId}::uuid])`)
  if (action !== undefined) rows = rows.where('e.action', 'like', `${escapeLike(action)}%`)
  if (subjectKind !== undefined) rows = rows.where('e.subject_kind', '=', subjectKind)
  if (subjectId !== undefined) rows = rows.where('e.subject_id', '=', subjectId)
  if (from !== undefined) rows = rows.where('e.at', '>=', midnight(from))
  if (to !== undefined) rows = rows.where('e.at', '<', midnight(addDays(to, 1)))
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.id])
  const shown = page.items.flatMap((row) => row.about.slice(0, shownPeople)) as PersonId[]
  const { actorOf, nameOf } = await loadActorNames(read, tenantId, page.items, shown)
  recordList({
    action: 'ledger.listed',
    subject: { kind: 'ledger', id: tenantId },
    // Looking for what was done by or to somebody is a look at that person's record.
    about: personId === undefined || personId === actor.personId ? [] : [personId],
    data: { personId: personId ?? null, action: action ?? null, subjectId: subjectId ?? null, from: from ?? null, to: to ?? null, first: page.items[0]?.id ?? null, last: page.items.at(-1)?.id ?? null },
  })
  return {
    items: page.items.map((row) => ({
      id: row.id,
      seq: row.seq === null ? null : Number(row.seq),
      at: (row.at as Date).toISOString(),
      actor: actorOf(row),
      action: row.action,
      subject: { kind: row.subject_kind, id: row.subject_id },
      about: (row.about.slice(0, shownPeople) as PersonId[]).map((id) => ({ id, fullName: nameOf(id) })),
      aboutCount: row.about.length,
      data: row.data as Record<string, unknown>,
      hash: row.hash?.toString('hex') ?? null,
    })),
    next: page.next,
  }
})
