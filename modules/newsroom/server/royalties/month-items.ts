import type { Actor } from '#kernel/actor.ts'
import { addDays, firstOfMonth, lastOfMonth, midnight, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { priceOf, type Priced } from '../../domain/royalties/rates.ts'
import { splitAmount, type RoyaltyRole, type Share } from '../../domain/royalties/split.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { readRates } from './rate-rows.ts'

export type LineId = Id<'royalty-line'>

/** One person's part of an item; with a line once it is closed. */
export interface MonthPart {
  readonly lineId: LineId | null
  readonly personId: PersonId
  readonly role: RoyaltyRole
  readonly percent: number
  readonly amount: number | null
  readonly replaced: boolean
  readonly replaces: LineId | null
  readonly reason: string
}

/** An item that aired in a month and whom it pays. */
export interface MonthItem {
  readonly storyId: StoryId
  readonly unitId: UnitId
  readonly title: string
  readonly genre: string
  readonly category: string
  readonly airedOn: CalendarDate
  readonly closed: boolean
  readonly problem: Extract<Priced, { ok: false }>['why'] | null
  readonly basis: string
  readonly revision: number
  readonly parts: readonly MonthPart[]
}

/** The days of a month `YYYY-MM`. */
export function daysOf(month: string): { readonly first: CalendarDate; readonly last: CalendarDate } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { first: firstOfMonth(year, number), last: lastOfMonth(year, number) }
}

/** What aired first in a month in the units whose desk somebody keeps: closed lines as they were closed, the rest by the rates of its day. A repeat is not paid again. */
export async function readMonth(read: Reader, actor: Actor, day: UnitsOfDay, month: string): Promise<MonthItem[]> {
  const { tenantId } = actor
  const { first, last } = daysOf(month)
  const [lines, aired, rates] = [await readLines(read, tenantId, first), await firstAirings(read, tenantId, first, last), await readRates(read, tenantId)]
  const mine = (unitId: string): boolean => keepsDesk(actor, day, unitId as UnitId)
  const byStory = Map.groupBy(lines.filter((row) => mine(row.unit_id)), (row) => row.story_id)
  const after = new Map(lines.flatMap((row) => (row.replaces === null ? [] : [[row.replaces, row] as const])))
  const closed = [...byStory].flatMap(([storyId, [head, ...rest]]): MonthItem[] =>
    head === undefined
      ? []
      : [{
          storyId: storyId as StoryId,
          unitId: head.unit_id as UnitId,
          title: head.title,
          genre: head.genre,
          category: head.genre,
          airedOn: head.aired_on as CalendarDate,
          closed: true,
          problem: null,
          basis: head.basis,
          revision: 0,
          parts: [head, ...rest].flatMap((row) => (row.replaces === null ? chainOf(row, after) : [])).map((row) => ({ lineId: row.id as LineId, personId: row.person_id as PersonId, role: row.role as RoyaltyRole, percent: row.percent, amount: row.amount, replaced: after.has(row.id), replaces: row.replaces as LineId | null, reason: row.reason })),
        }],
  )
  // A story closed in another month stays there, whatever was corrected in the log since.
  const elsewhere = new Set(await closedStories(read, tenantId, aired.map((row) => row.story_id)))
  const open = aired.filter((row) => mine(row.unit_id) && !elsewhere.has(row.story_id)).map((row): MonthItem => {
    const airedOn = vietnameseDay(row.started_at)
    const genre = row.genre ?? row.category ?? ''
    const priced = priceOf(genre, airedOn, rates)
    const shares = (row.shares as unknown as readonly Share[] | null) ?? [{ personId: row.author_id as PersonId, role: 'author' as const, percent: 100 }]
    const amounts = priced.ok ? splitAmount(priced.amount, shares) : []
    return {
      storyId: row.story_id as StoryId,
      unitId: row.unit_id as UnitId,
      title: row.title,
      genre,
      category: row.category ?? '',
      airedOn,
      closed: false,
      problem: priced.ok ? null : priced.why,
      basis: priced.ok ? priced.basis : '',
      revision: row.revision ?? 0,
      parts: shares.map((share, index) => ({ ...share, lineId: null, amount: amounts[index] ?? null, replaced: false, replaces: null, reason: '' })),
    }
  })
  return [...closed, ...open].sort((a, b) => (a.airedOn < b.airedOn ? -1 : a.airedOn > b.airedOn ? 1 : a.storyId < b.storyId ? -1 : 1))
}

type LineRow = Awaited<ReturnType<typeof readLines>>[number]

/** A line as it was closed, then each that took the place of the one before. */
function chainOf(row: LineRow, after: ReadonlyMap<string, LineRow>): LineRow[] {
  const next = after.get(row.id)
  return next === undefined ? [row] : [row, ...chainOf(next, after)]
}

function readLines(read: Reader, tenantId: string, month: CalendarDate) {
  return read.selectFrom('newsroom_royalty_line').where('tenant_id', '=', tenantId).where('month', '=', month).selectAll().orderBy('recorded_at').orderBy('id').execute()
}

async function closedStories(read: Reader, tenantId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return (await read.selectFrom('newsroom_royalty_line').where('tenant_id', '=', tenantId).where('story_id', 'in', [...ids]).select('story_id').distinct().execute()).map((row) => row.story_id)
}

/** Stories whose first airing that counts was in these days. */
async function firstAirings(read: Reader, tenantId: string, first: CalendarDate, last: CalendarDate) {
  const rows = await read
    .selectFrom('newsroom_airing as a')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'a.story_id'))
    .leftJoin('newsroom_royalty_split as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.story_id', '=', 's.id'))
    .where('a.tenant_id', '=', tenantId)
    .where('a.started_at', '>=', midnight(first))
    .where('a.started_at', '<', midnight(addDays(last, 1)))
    .where((one) => one.not(one.exists(one.selectFrom('newsroom_airing as b').where('b.tenant_id', '=', tenantId).whereRef('b.replaces', '=', 'a.id').select('b.id'))))
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('newsroom_airing as e')
            .where('e.tenant_id', '=', tenantId)
            .whereRef('e.story_id', '=', 'a.story_id')
            .where((each) => each.or([each('e.started_at', '<', each.ref('a.started_at')), each.and([each('e.started_at', '=', each.ref('a.started_at')), each('e.id', '<', each.ref('a.id'))])]))
            .where((each) => each.not(each.exists(each.selectFrom('newsroom_airing as c').where('c.tenant_id', '=', tenantId).whereRef('c.replaces', '=', 'e.id').select('c.id'))))
            .select('e.id'),
        ),
      ),
    )
    .select(['s.id as story_id', 's.unit_id', 's.author_id', 'a.title', 'a.category', 'a.started_at', 'p.genre', 'p.shares', 'p.revision'])
    .orderBy('a.started_at')
    .orderBy('a.id')
    .execute()
  return rows
}
