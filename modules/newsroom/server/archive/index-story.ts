import { sql, type RawBuilder } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { searchedParts, weightsOf, type SearchedParts } from '../../domain/archive/searched-parts.ts'
import { dictionaryFor } from '../desk/own-dictionary.ts'
import type { StoryId } from '../stories/story-row.ts'

/** PostgreSQL refuses a text-search value above one megabyte; a script that long is found by its first hundred thousand signs of each part. */
const longest = 100_000

/** Keeps the words of a story's present version for search (tìm trong kho). */
export async function indexStory(tx: Tx<'newsroom'>, tenantId: TenantId, storyId: StoryId, content: ScriptContent): Promise<void> {
  const parts = searchedParts(content, await dictionaryFor(readerOf(tx), tenantId))
  await tx
    .insertInto('newsroom_story_search')
    .values({ tenant_id: tenantId, story_id: storyId, exact: vectorOf(parts, (text) => text), folded: vectorOf(parts, foldVietnamese) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'story_id']).doUpdateSet((given) => ({ exact: given.ref('excluded.exact'), folded: given.ref('excluded.folded') })))
    .execute()
}

function vectorOf(parts: SearchedParts, form: (text: string) => string): RawBuilder<string> {
  const part = (name: keyof SearchedParts) => sql`setweight(to_tsvector('simple', ${form(parts[name].slice(0, longest))}::text), ${sql.lit(weightsOf[name])})`
  return sql<string>`${part('head')} || ${part('beside')} || ${part('soundbites')} || ${part('said')}`
}
