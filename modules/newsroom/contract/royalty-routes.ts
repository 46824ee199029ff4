import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line } from '#platform/contract/shapes.ts'
import { rateKinds } from '../domain/royalties/rates.ts'
import { royaltyRoles } from '../domain/royalties/split.ts'
import { named } from './named.ts'

const monthShape = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)
const storyId = idOf<'story'>()
const role = z.enum(royaltyRoles)
const dong = z.number().int().min(0)

/** The most a rate or a line may come to. */
export const mostDong = 1_000_000_000

/** The most that share one item. */
export const mostShares = 20

/** Royalties of one person for one aired item; `lineId` once the month is closed. */
export const royaltyPart = z.object({
  lineId: idOf<'royalty-line'>().nullable(),
  person: z.object({ id: idOf<'person'>(), name: z.string() }),
  role,
  percent: z.number().int(),
  /** Null where no rate is in force. */
  amount: dong.nullable(),
  /** A line that was replaced no longer counts. */
  replaced: z.boolean(),
  /** The line this one takes the place of, and why. */
  replaces: idOf<'royalty-line'>().nullable(),
  reason: z.string(),
})

/** An aired item of a month and whom it pays. */
export const royaltyItem = z.object({
  storyId,
  title: z.string(),
  /** Its category as it aired, unless said otherwise. */
  genre: z.string(),
  category: z.string(),
  airedOn: dateShape,
  closed: z.boolean(),
  problem: z.enum(['no-rate', 'no-point-value']).nullable(),
  basis: z.string(),
  revision: z.number().int(),
  parts: z.array(royaltyPart),
  can: z.object({ share: z.boolean(), replace: z.boolean() }),
})

/** A rate as the desk keeps it. */
export const rateView = z.object({
  id: idOf<'royalty-rate'>(),
  kind: z.enum(rateKinds),
  genre: z.string(),
  value: z.number().int(),
  firstDay: dateShape,
  documentNumber: z.string(),
  documentDate: dateShape,
})

export const royaltyRoutes = defineRoutes({
  getRoyalties: {
    method: 'GET',
    path: '/api/newsroom/royalties',
    summary: 'Royalties of a month: what aired, whom it pays, and the totals of each person',
    permission: 'newsroom:desk',
    query: z.object({ month: monthShape }),
    reply: z.object({ items: z.array(royaltyItem), totals: z.array(z.object({ person: named, items: z.number().int(), amount: dong })), total: dong, open: z.number().int() }),
    refusals: [],
  },
  getOwnRoyalties: {
    method: 'GET',
    path: '/api/newsroom/royalties/mine',
    summary: 'One’s own royalties in closed months',
    permission: 'signed-in',
    reply: z.object({ items: z.array(z.object({ id: idOf<'royalty-line'>(), month: monthShape, title: z.string(), genre: z.string(), airedOn: dateShape, role, percent: z.number().int(), amount: dong, basis: z.string(), replaced: z.boolean(), reason: z.string() })) }),
    refusals: [],
  },
  listRates: {
    method: 'GET',
    path: '/api/newsroom/royalties/rates',
    summary: 'Rates by the station’s own decisions, the latest first',
    permission: 'newsroom:desk',
    reply: z.object({ items: z.array(rateView) }),
    refusals: [],
  },
  addRate: {
    method: 'POST',
    path: '/api/newsroom/royalties/rates',
    summary: 'Record a rate from a day on; months that are closed stay as they are',
    permission: 'newsroom:desk',
    body: z.strictObject({ kind: z.enum(rateKinds), genre: z.string().max(120).transform((text) => text.normalize('NFC').trim()), value: z.number().int().min(0).max(mostDong), firstDay: dateShape, documentNumber: line(60), documentDate: dateShape }),
    reply: z.object({ id: idOf<'royalty-rate'>() }),
    refusals: ['newsroom.royalty.no-person', 'newsroom.royalty.genre-of-points'],
  },
  setShares: {
    method: 'PUT',
    path: '/api/newsroom/royalties/stories/:storyId',
    summary: 'Say who shares the royalties of an aired story, and its genre where that is not its category',
    permission: 'newsroom:desk',
    params: z.object({ storyId }),
    body: z.strictObject({ revision: z.number().int().min(0), genre: line(120).nullable(), shares: z.array(z.strictObject({ personId: idOf<'person'>(), role, percent: z.number().int().min(1).max(100) })).min(1).max(mostShares) }),
    reply: z.object({ revision: z.number().int() }),
    refusals: ['platform.not-found', 'newsroom.archive.not-aired', 'newsroom.royalty.no-person', 'newsroom.royalty.changed', 'newsroom.royalty.closed', 'newsroom.royalty.shares', 'newsroom.royalty.no-such-person'],
  },
  closeRoyalties: {
    method: 'POST',
    path: '/api/newsroom/royalties/closings',
    summary: 'Close what aired in a month that is over: its lines never change again',
    permission: 'newsroom:desk',
    body: z.strictObject({ month: monthShape }),
    reply: z.object({ lines: z.number().int() }),
    refusals: ['newsroom.royalty.no-person', 'newsroom.royalty.month-not-over', 'newsroom.royalty.unpriced', 'newsroom.royalty.nothing'],
  },
  replaceLine: {
    method: 'POST',
    path: '/api/newsroom/royalties/lines/:lineId/replacements',
    summary: 'Correct a closed line by one that replaces it, with the reason; both stay',
    permission: 'newsroom:desk',
    params: z.object({ lineId: idOf<'royalty-line'>() }),
    body: z.strictObject({ amount: z.number().int().min(0).max(mostDong), reason: line(500) }),
    reply: z.object({ id: idOf<'royalty-line'>() }),
    refusals: ['platform.not-found', 'newsroom.royalty.no-person', 'newsroom.royalty.replaced'],
  },
  royaltySheet: {
    method: 'GET',
    path: '/api/newsroom/royalties/sheet',
    summary: 'The sheet of a month as a workbook',
    permission: 'newsroom:desk',
    query: z.object({ month: monthShape }),
    reply: { file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] },
    refusals: ['newsroom.royalty.nothing'],
  },
})
