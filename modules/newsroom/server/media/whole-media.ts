import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { mediaIn } from '../../domain/media/in-story.ts'
import type { Block } from '../../domain/story/block.ts'

/** An approval is of the films too: each must have come whole and been accepted, for from then on its bytes are those of its print for ever. */
export async function mustHaveWholeMedia(read: Reader, tenantId: TenantId, blocks: readonly Block[]): Promise<void> {
  const shown = mediaIn(blocks)
  if (shown.length === 0) return
  const ready = await read.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where('id', 'in', shown).where('state', '=', 'ready').select('id').execute()
  if (ready.length < shown.length) refuse('newsroom.media.not-ready')
}
