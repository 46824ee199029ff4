import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { requireManagesPerson } from '../sheets/person-access.ts'

/** Takes back a declaration made in error; the ledger keeps that it stood. */
export const removeKinship = command(raterRoutes.removeKinship, async ({ params, actor, tx, read, today, record }) => {
  await requireManagesPerson(read, actor, params.personId, today)
  const gone = await tx
    .deleteFrom('evaluation_kinship')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', params.kinshipId)
    .where((where) => where.or([where('person_id', '=', params.personId), where('relative_id', '=', params.personId)]))
    .returning(['person_id', 'relative_id'])
    .executeTakeFirst()
  if (gone === undefined) refuse('platform.not-found')
  record({ action: 'evaluation.kinship.removed', subject: { kind: 'person', id: params.personId }, data: { kinshipId: params.kinshipId } })
  return { removed: true }
})
