import { stringify } from 'yaml'
import { holds } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { ownEntries } from './own-dictionary.ts'

/** The own entries as YAML: `thuocdo newsroom time --dictionary` takes the file as it is. */
export const exportDictionary = query(dictionaryRoutes.exportDictionary, async ({ actor, read, today }) => {
  if (!newsroomRights.some((right) => holds(actor, right))) refuse('platform.not-found')
  const entries = await ownEntries(read, actor.tenantId)
  const text = stringify(Object.fromEntries(entries.map(({ written, spoken }) => [written, spoken])), { lineWidth: 0 })
  return { contentType: 'application/yaml', fileName: `tu-dien-doc-${today}.yaml`, bytes: new TextEncoder().encode(text) }
})
