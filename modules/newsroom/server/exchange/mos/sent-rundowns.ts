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
import { readVersionsOf, type StoredVersion } from '../../stories/story-row.ts'

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
  const told = items.map((item) => {
    const placed = item.storyId === null ? undefined : stories.get(item.storyId)
    const held = item.frozenId === null ? undefined : frozen.get(item.frozenId)
    return { item, placed, held, version: held?.version ?? placed?.version }
  })
  const versions = await readVersionsOf(read, tenantId, told.flatMap(({ placed, version }) => (placed === undefined || version === undefined ? [] : [{ id: placed.id, version }])))
  return told.map(({ item, placed, held, version }): SentItem => {
    const author = placed === undefined ? null : (names.get(placed.authorId)?.fullName ?? null)
    const words = placed === undefined || version === undefined ? undefined : versions.get(placed.id)?.get(version)
    const story = placed === undefined || words === undefined ? null : storyToSend(item, placed, held?.version != null, words, { author, provider })
    return { id: item.id, kind: item.kind, title: held?.title ?? placed?.title ?? item.title, story, presenter: item.readerId === null ? null : (names.get(item.readerId)?.fullName ?? null) }
  })
}

/** A frozen item says what it said when it was frozen, whatever the story says since; what is cut is left out. */
function storyToSend(item: ItemRow, placed: PlacedStory, isFrozen: boolean, words: StoredVersion, named: Pick<ExchangedStory, 'author' | 'provider'>): ExchangedStory {
  return {
    ...named,
    id: placed.id,
    version: words.version,
    slug: proposeSlug(placed.title),
    firstCreated: null,
    versionCreated: words.savedAt.toISOString(),
    // Only what may air is ever frozen.
    approvedToAir: isFrozen || placed.approved,
    hash: words.hash.toString('hex'),
    content: { ...words.content, blocks: words.content.blocks.filter(({ id }) => !item.cutBlocks.includes(id)) },
  }
}
