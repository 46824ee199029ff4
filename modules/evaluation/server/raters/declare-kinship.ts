import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { requireManagesPerson } from '../sheets/person-access.ts'

/** Declares two people relatives (khai báo quan hệ thân thích). The ledger keeps who was declared with whom, not what they are. */
export const declareKinship = command(raterRoutes.declareKinship, async ({ params, body, actor, tx, read, today, newId, record }) => {
  const { tenantId } = actor
  await requireManagesPerson(read, actor, params.personId, today)
  if (body.relativeId === params.personId) refuse('evaluation.kinship.self', {})
  if ((await personNames(read, tenantId, [body.relativeId])).size === 0) refuse('platform.not-found')
  const id = newId<'kinship'>()
  const made = await sql<{ id: string }>`insert into evaluation_kinship (tenant_id, id, person_id, relative_id, relation, note, declared_on, declared_by)
    values (${tenantId}, ${id}, ${params.personId}, ${body.relativeId}, ${body.relation}, ${body.note}, ${today}, ${actor.personId})
    on conflict do nothing returning id`.execute(tx)
  if (made.rows.length === 0) refuse('evaluation.kinship.already', {})
  record({ action: 'evaluation.kinship.declared', subject: { kind: 'person', id: params.personId }, data: { kinshipId: id, relativeId: body.relativeId } })
  return { kinshipId: id }
})
