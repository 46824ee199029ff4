import { command } from '#platform/http/handler.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'

/** Says how a written form is read. */
export const saveEntry = command(dictionaryRoutes.saveEntry, async ({ body, actor, tx, now, record }) => {
  const { written, spoken } = body
  await tx
    .insertInto('newsroom_dictionary_entry')
    .values({ tenant_id: actor.tenantId, written, spoken, changed_at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'written']).doUpdateSet({ spoken, changed_at: now }))
    .execute()
  record({ action: 'newsroom.dictionary.saved', subject: { kind: 'dictionary', id: actor.tenantId }, data: { written, spoken } })
  return {}
})
