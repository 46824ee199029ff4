import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { requireOpen } from '../../domain/petition.ts'
import { lockPetition } from './petition-record.ts'

/** The petitioner withdraws an open petition. */
export const withdrawPetition = command(resultRoutes.withdrawPetition, async ({ params, body, actor, tx, read, record }) => {
  const petition = await lockPetition(tx, read, actor.tenantId, params.petitionId)
  if (petition.personId !== actor.personId) refuse('platform.not-found')
  requireOpen(petition.status)
  if (petition.version !== body.version) refuse('evaluation.petition.changed', { version: petition.version, status: petition.status })
  const version = petition.version + 1
  await tx.updateTable('evaluation_petition').set({ status: 'withdrawn', version }).where('tenant_id', '=', actor.tenantId).where('id', '=', petition.id).execute()
  record({ action: 'evaluation.petition.withdrawn', subject: { kind: 'petition', id: petition.id } })
  return { version }
})
