import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import { parseIsoDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { secrecyAnswers } from '#kernel/secrecy.ts'
import { tidy } from '#kernel/vietnamese.ts'

/** A UUID of one kind of thing. */
export function idOf<Kind extends string>() {
  return z.uuid().transform((text) => text as Id<Kind>)
}

/** A calendar date `YYYY-MM-DD`. */
export const dateShape = z.string().transform((text, context): CalendarDate => {
  const date = parseIsoDate(text)
  if (date === undefined) {
    context.addIssue({ code: 'custom', message: 'not-a-date', params: { expected: 'YYYY-MM-DD' } })
    return z.NEVER
  }
  return date
})

/** One line of text: NFC, blanks tidied, not empty. */
export function line(max: number) {
  return z.string().transform(tidy).pipe(z.string().min(1).max(max))
}

/** Free text: NFC, may hold line breaks, may be empty. */
export function prose(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(max))
}

/** Free text that must say something. */
export function words(max: number) {
  return prose(max).pipe(z.string().min(1))
}

/** A decimal as text, never a float: `87.5`, `12`. Places after the point are checked by the rule that reads it. */
export const decimalShape = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/)

/** Query part of every list read by key. */
export const pageQuery = {
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** Reply shape of a page of items. */
export function pageShape<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** Asked with every paper that is sent: whether it is classified (độ mật). Anything but `none` is refused. */
export const secrecyShape = z.enum(secrecyAnswers)
