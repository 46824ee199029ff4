import { sql } from 'kysely'
import type { Reader } from '#platform/db/database.ts'

/** Above so many stories words are common: the latest of them are met soon by reading backwards, and are not listed first. */
const common = 20_000

/** The stories that have some words, by the index of words; null when there are too many of them to be worth listing. */
export async function foundIds(read: Reader, part: 'exact' | 'folded', asked: string): Promise<ReadonlySet<string> | null> {
  const words = sql`${asked}::tsquery, ${sql.lit(common + 1)}`
  const found = part === 'exact' ? sql<{ id: string }>`newsroom_found_exactly(${words})` : sql<{ id: string }>`newsroom_found_folded(${words})`
  const rows = await read.selectFrom(found.as<'found'>(sql`found(id)`)).select('found.id').execute()
  return rows.length > common ? null : new Set(rows.map(({ id }) => id))
}
