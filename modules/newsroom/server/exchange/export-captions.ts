import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { captionsOfScript, toWebVtt } from '../../domain/exchange/index.ts'
import { defaultPauses, pausesOn, ratesOf } from '../../domain/speech/index.ts'
import { dictionaryFor } from '../desk/own-dictionary.ts'
import { readRates } from '../desk/reader-rows.ts'
import { captionPlace } from './caption-place.ts'
import { exchangedStory, exportEntry } from './exchanged.ts'

/** Captions (phụ đề) of a story at the pace of who reads it, without what is cut there: what the viewer reads is what was approved, so nothing else leaves as captions. */
export const exportCaptions = query(exchangeRoutes.exportCaptions, async ({ params, actor, read, today, record }) => {
  const story = await exchangedStory(read, actor, today, params.storyId)
  if (!story.approvedToAir) return refuse('newsroom.captions.not-approved')
  const { readerId, cutBlocks } = await captionPlace(read, actor.tenantId, story.id)
  const rates = readerId === null ? {} : ratesOf(await readRates(read, actor.tenantId, [readerId]))
  const timing = { dictionary: await dictionaryFor(read, actor.tenantId), rates, pauses: pausesOn(defaultPauses, today), cutBlocks }
  const { cues, unmarked } = captionsOfScript(story.content, timing)
  if (unmarked.length > 0) return refuse('newsroom.captions.unmarked', { blocks: unmarked })
  record(exportEntry(story, 'captions'))
  const notes = [`${story.content.title}. Bản ${story.version} đã duyệt phát, mã lời bài ${story.hash?.slice(0, 12) ?? ''}`]
  return { contentType: 'text/vtt', fileName: `${story.slug || 'phu-de'}.vtt`, bytes: Buffer.from(toWebVtt(cues, notes)) }
})
