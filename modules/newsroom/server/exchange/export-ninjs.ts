import { query } from '#platform/http/handler.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { toNinjs } from '../../domain/exchange/index.ts'
import { exchangedStory, exportEntry } from './exchanged.ts'

/** A story as ninjs 3.3. */
export const exportNinjs = query(exchangeRoutes.exportNinjs, async ({ params, actor, read, today, record }) => {
  const story = await exchangedStory(read, actor, today, params.storyId)
  record(exportEntry(story, 'ninjs'))
  return { contentType: 'application/json', fileName: `${story.slug || 'tin'}.ninjs.json`, bytes: Buffer.from(`${JSON.stringify(toNinjs(story), null, 2)}\n`) }
})
