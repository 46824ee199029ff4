import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line } from '#platform/contract/shapes.ts'
import { headingKinds } from '../domain/desk/heading.ts'
import { templateKinds } from '../domain/desk/template.ts'
import { named } from './named.ts'

const headingId = idOf<'heading'>()
const slotId = idOf<'slot'>()
const days = { firstDay: dateShape, lastDay: dateShape.nullable() }
/** Ended with its last day, taken up again, or removed where nothing was ever filed under it. */
const ending = z.discriminatedUnion('act', [z.strictObject({ act: z.literal('end'), lastDay: dateShape }), z.strictObject({ act: z.literal('take_up') }), z.strictObject({ act: z.literal('remove') })])

const templateShape = z
  .array(z.strictObject({ kind: z.enum(templateKinds), text: z.string().max(2000).transform((text) => text.normalize('NFC').trim()) }))
  .max(60)
  .readonly()

const slotBody = {
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).readonly(),
  startMinute: z.number().int().min(0).max(1439),
  plannedSeconds: z.number().int().min(1).max(86_400),
  hardOut: z.boolean(),
}

/** A recurring slot as lists show it. */
export const slotView = z.object({ id: slotId, ...slotBody, ...days })

/** A column, category or programme as lists show it. */
export const headingView = z.object({
  id: headingId,
  unit: named,
  kind: z.enum(headingKinds),
  name: z.string(),
  ...days,
  template: templateShape,
  slots: z.array(slotView),
  can: z.object({ keep: z.boolean() }),
})

/** Kinds of what is planned under a heading. */
export const useKinds = ['story', 'assignment', 'rundown'] as const

/** How many uses of a heading are told by name. */
export const usesShown = 3

/** A story, assignment or rundown planned under a column, category or programme. */
export const headingUse = z.object({ kind: z.enum(useKinds), name: z.string(), day: dateShape })
export type HeadingUse = z.output<typeof headingUse>

/** Where a story is meant to air: a programme, and if known the day and the slot. */
export const storySlot = z.strictObject({ programmeId: headingId.nullable(), slotDate: dateShape.nullable(), slotId: slotId.nullable() })

export const deskRoutes = defineRoutes({
  getDesk: {
    method: 'GET',
    path: '/api/newsroom/desk',
    summary: 'Columns, categories and programmes with their slots, those ended too, and the units one keeps them for',
    permission: 'signed-in',
    reply: z.object({ headings: z.array(headingView), keepsFor: z.array(named) }),
    refusals: ['platform.not-found'],
  },
  addHeading: {
    method: 'POST',
    path: '/api/newsroom/headings',
    summary: 'Begin a column, a category or a programme',
    permission: 'newsroom:desk',
    body: z.strictObject({ unitId: idOf<'unit'>(), kind: z.enum(headingKinds), name: line(120), firstDay: dateShape }),
    reply: z.object({ id: headingId }),
    refusals: ['platform.not-found', 'newsroom.desk.name-taken'],
  },
  renameHeading: {
    method: 'PUT',
    path: '/api/newsroom/headings/:headingId',
    summary: 'Give a column, category or programme another name; stories keep the one they were written under',
    permission: 'newsroom:desk',
    params: z.object({ headingId }),
    body: z.strictObject({ name: line(120) }),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.desk.name-taken'],
  },
  endHeading: {
    method: 'POST',
    path: '/api/newsroom/headings/:headingId/end',
    summary: 'End a column, category or programme with a day, take it up again, or remove what was never used',
    permission: 'newsroom:desk',
    params: z.object({ headingId }),
    body: ending,
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.desk.name-taken', 'newsroom.desk.ends-before', 'newsroom.desk.used'],
  },
  getHeadingUses: {
    method: 'GET',
    path: '/api/newsroom/headings/:headingId/uses',
    summary: 'What is planned under a column, category or programme after a day: how much, and the first three',
    permission: 'newsroom:desk',
    params: z.object({ headingId }),
    query: z.object({ after: dateShape }),
    reply: z.object({ count: z.number().int(), first: z.array(headingUse) }),
    refusals: ['platform.not-found'],
  },
  saveTemplate: {
    method: 'PUT',
    path: '/api/newsroom/headings/:headingId/template',
    summary: 'Keep the blocks stories of a column begin with',
    permission: 'newsroom:desk',
    params: z.object({ headingId }),
    body: z.strictObject({ template: templateShape }),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.desk.no-column'],
  },
  addSlot: {
    method: 'POST',
    path: '/api/newsroom/programmes/:programmeId/slots',
    summary: 'Add a recurring slot to a programme; with `replaces` another slot ends the day before',
    permission: 'newsroom:desk',
    params: z.object({ programmeId: headingId }),
    body: z.strictObject({ ...slotBody, firstDay: dateShape, replaces: slotId.nullable() }),
    reply: z.object({ id: slotId }),
    refusals: ['platform.not-found', 'newsroom.desk.no-programme', 'newsroom.desk.ends-before'],
  },
  endSlot: {
    method: 'POST',
    path: '/api/newsroom/slots/:slotId/end',
    summary: 'End a slot with a day, take it up again, or remove what was never used',
    permission: 'newsroom:desk',
    params: z.object({ slotId }),
    body: ending,
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.desk.ends-before', 'newsroom.desk.used'],
  },
  getStoryDesk: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/desk',
    summary: 'What a story carries beside its words: slug, programme, slot and reader, and by what its reading time is reckoned',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: z.object({
      slug: z.string(),
      programme: named.nullable(),
      slotDate: dateShape.nullable(),
      slot: slotView.nullable(),
      reader: z.object({ id: idOf<'person'>(), name: z.string(), rates: z.record(z.string(), z.string()) }).nullable(),
      /** Who may be chosen to read. */
      readers: z.array(named),
      /** Own entries of the dictionary. */
      dictionary: z.array(z.object({ written: z.string(), spoken: z.string() })),
      can: z.object({ place: z.boolean() }),
    }),
    refusals: ['platform.not-found'],
  },
  saveStoryDesk: {
    method: 'PUT',
    path: '/api/newsroom/stories/:storyId/desk',
    summary: 'Give a story its slug, programme, slot and reader; its words and their approval stay as they are',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    body: storySlot.extend({ slug: z.string().max(120), readerId: idOf<'person'>().nullable() }),
    reply: z.object({ slug: z.string() }),
    refusals: ['platform.not-found', 'newsroom.desk.may-not-place', 'newsroom.desk.no-programme', 'newsroom.desk.no-slot', 'newsroom.desk.no-reader'],
  },
})
