import { query } from '#platform/http/handler.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { toNewsml } from '../../domain/exchange/index.ts'
import { exchangedStory, exportEntry } from './exchanged.ts'

/** A story as a NewsML-G2 news item. */
export const exportNewsml = query(exchangeRoutes.exportNewsml, async ({ params, actor, read, today, record }) => {
  const story = await exchangedStory(read, actor, today, params.storyId)
  record(exportEntry(story, 'newsml'))
  return { contentType: 'application/vnd.iptc.g2.newsitem+xml', fileName: `${story.slug || 'tin'}.newsml.xml`, bytes: Buffer.from(toNewsml(story)) }
})
