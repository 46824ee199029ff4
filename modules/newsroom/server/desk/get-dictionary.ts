import { holds } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { defaultDictionary } from '../../domain/speech/index.ts'
import { ownEntries } from './own-dictionary.ts'

/** The dictionary of abbreviations: own entries and those that ship. */
export const getDictionary = query(dictionaryRoutes.getDictionary, async ({ actor, read }) => {
  if (!newsroomRights.some((right) => holds(actor, right))) refuse('platform.not-found')
  return {
    own: await ownEntries(read, actor.tenantId),
    shipped: defaultDictionary.map(({ written, spoken, when }) => ({ written, spoken, when: when ?? null })),
    can: { keep: holds(actor, 'newsroom:desk') },
  }
})
