import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { mediaIn } from '../../domain/media/in-story.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'

/** A film of aired words, by the bytes it is. */
export interface AiredMedia {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string | null
}

/** The films some words show, with their checksums. */
export async function mediaOf(read: Reader, tenantId: TenantId, contents: readonly ScriptContent[]): Promise<AiredMedia[]> {
  const ids = [...new Set(contents.flatMap(({ blocks }) => mediaIn(blocks)))]
  if (ids.length === 0) return []
  const rows = await read.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where('id', 'in', ids).select(['id', 'name', 'bytes', 'sha256']).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, bytes: row.bytes, sha256: row.sha256?.toString('hex') ?? null }))
}
