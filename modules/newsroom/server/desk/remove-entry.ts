import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'

/** Takes out an own entry; what ships counts again. */
export const removeEntry = command(dictionaryRoutes.removeEntry, async ({ body, actor, tx, record }) => {
  const { written } = body
  const gone = await tx.deleteFrom('newsroom_dictionary_entry').where('tenant_id', '=', actor.tenantId).where('written', '=', written).returning('spoken').executeTakeFirst()
  if (gone === undefined) return refuse('newsroom.dictionary.no-entry')
  record({ action: 'newsroom.dictionary.removed', subject: { kind: 'dictionary', id: actor.tenantId }, data: { written, spoken: gone.spoken } })
  return {}
})
