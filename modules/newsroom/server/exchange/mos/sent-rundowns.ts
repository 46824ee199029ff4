import { addDays, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { proposeSlug, type ExchangedStory } from '../../../domain/exchange/index.ts'
import type { SentItem, SentRundown } from '../../../domain/exchange/mos/index.ts'
import { readFrozen } from '../../rundown/frozen-rows.ts'
import { readItems, type ItemRow } from '../../rundown/item-rows.ts'
import { readPlaced, type PlacedStory } from '../../rundown/placed-stories.ts'
import type { RundownId } from '../../rundown/rundown-row.ts'
import { readVersions } from '../../stories/story-row.ts'

/** Rundowns a device should have today: locked or on air, and those it has had and somebody opened again. */
export async function sentRundowns(read: Reader, tenantId: TenantId, known: ReadonlySet<string>, now: Date): Promise<SentRundown[]> {
  const today = vietnameseDay(now)
  const rows = await read
    .selectFrom('newsroom_rundown')
    .where('tenant_id', '=', tenantId)
    .where('on_date', '>=', addDays(today, -1))
    .where('on_date', '<=', addDays(today, 1))
    .where('state', 'in', ['planned', 'locked', 'on_air'])
    .select(['id', 'name', 'on_date', 'start_ms', 'out_ms', 'state'])
    .orderBy('on_date')
    .orderBy('start_ms')
    .orderBy('id')
    .execute()
  const { name: provider } = await read.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()
  const sent: SentRundown[] = []
  for (const row of rows.filter(({ id, state }) => state !== 'planned' || known.has(id))) {
    const items = await itemsToSend(read, tenantId, row.id as RundownId, provider)
    sent.push({ id: row.id, name: row.name, date: row.on_date as CalendarDate, startMs: row.start_ms, outMs: row.out_ms, ready: row.state !== 'planned', items })
  }
  return sent
}

async function itemsToSend(read: Reader, tenantId: TenantId, rundownId: RundownId, provider: string): Promise<SentItem[]> {
  const items = (await readItems(read, tenantId, rundownId)).filter(({ floated }) => !floated)
  const stories = await readPlaced(read, tenantId, items.flatMap(({ storyId }) => storyId ?? []))
  const frozen = await readFrozen(read, tenantId, items.flatMap(({ frozenId }) => frozenId ?? []))
  const names = await personNames(read, tenantId, [...stories.values()].map(({ authorId }) => authorId).concat(items.flatMap(({ readerId }) => readerId ?? [])))
  const sent: SentItem[] = []
  for (const item of items) {
    const placed = item.storyId === null ? undefined : stories.get(item.storyId)
    const held = item.frozenId === null ? undefined : frozen.get(item.frozenId)
    const author = placed === undefined ? null : (names.get(placed.authorId)?.fullName ?? null)
    const story = placed === undefined ? null : await storyToSend(read, tenantId, item, placed, held?.version ?? null, { author, provider })
    sent.push({ id: item.id, kind: item.kind, title: held?.title ?? placed?.title ?? item.title, story, presenter: item.readerId === null ? null : (names.get(item.readerId)?.fullName ?? null) })
  }
  return sent
}

/** A frozen item says what it said when it was frozen, whatever the story says since; what is cut is left out. */
async function storyToSend(read: Reader, tenantId: TenantId, item: ItemRow, placed: PlacedStory, frozenVersion: number | null, named: Pick<ExchangedStory, 'author' | 'provider'>): Promise<ExchangedStory | null> {
  const version = frozenVersion ?? placed.version
  const words = (await readVersions(read, tenantId, placed.id, [version])).get(version)
  if (words === undefined) return null
  return {
    ...named,
    id: placed.id,
    version,
    slug: proposeSlug(placed.title),
    firstCreated: null,
    versionCreated: words.savedAt.toISOString(),
    // Only what may air is ever frozen.
    approvedToAir: frozenVersion !== null || placed.approved,
    hash: words.hash.toString('hex'),
    content: { ...words.content, blocks: words.content.blocks.filter(({ id }) => !item.cutBlocks.includes(id)) },
  }
}
