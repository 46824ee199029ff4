import { createHash, randomUUID } from 'node:crypto'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { contentShape } from '../../contract/content-shape.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { readNinjs } from '../../domain/exchange/index.ts'
import { beginStory, placeToWrite } from '../stories/begin-story.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Takes in a news item as a draft of the one who brings it; which file it was, the ledger keeps by its print. */
export const importNinjs = command(exchangeRoutes.importNinjs, async ({ body, actor, read, tx, now, today, newId, record }) => {
  const place = placeToWrite(actor, await unitsOfDay(read, actor, today))
  const item = readNinjs(jsonOf(body), randomUUID)
  if (!item.ok) return refuse('newsroom.ninjs.not-understood', { path: item.path, expected: item.expected })
  const script = contentShape.safeParse(item.script)
  if (!script.success) return refuse('newsroom.record.too-long')
  const id = newId<'story'>()
  await beginStory(tx, actor, id, place, script.data, now)
  record({ action: 'newsroom.item.imported', subject: { kind: 'story', id }, data: { format: 'ninjs', size: body.byteLength, sha256: createHash('sha256').update(body).digest('hex') } })
  return { id }
})

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('newsroom.ninjs.not-understood', { path: '', expected: 'JSON, UTF-8' })
  }
}
