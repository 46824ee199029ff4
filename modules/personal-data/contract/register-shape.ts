import { z } from 'zod'
import { dateShape } from '#platform/contract/shapes.ts'
import { recordClasses } from '../domain/record-classes.ts'
import { confidences, countings, endings } from '../domain/retention.ts'

const told = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const months = z.number().int().min(1).max(1200)

/** A text the register rests on, and how it is known. */
export const sourceShape = z.strictObject({ vi: z.string().min(1), en: z.string().min(1), confidence: z.enum(confidences) })

/** What the register says of one record class. */
export const classShape = z.strictObject({
  name: told,
  contents: told,
  purpose: told,
  sensitivity: z.enum(['basic', 'sensitive']),
  sensitive_because: told.optional(),
  recipients: told,
  /** Legal basis of holding it, and texts on its retention. */
  basis: z.array(z.string()).min(1),
  period: z.array(z.string()).min(1),
  /** What its time is counted from. */
  starts: told,
  counted_from: z.enum(countings),
  minimum: z.array(z.strictObject({ months, from: dateShape, source: z.string() })).default([]),
  own_need: z.strictObject({ months, why: told }).optional(),
  unless_set: z.strictObject({ months, why: told }).optional(),
  ends: z.enum(endings),
  with: z.enum(recordClasses).optional(),
  ends_note: told.optional(),
})

/** The whole register as shipped. */
export const registerShape = z.strictObject({
  as_of: dateShape,
  /** Technical measures, as the printed record lists them. */
  measures: z.array(z.strictObject({ of: z.string().min(1), does: z.string().min(1) })).min(1),
  sources: z.record(z.string(), sourceShape),
  classes: z.record(z.enum(recordClasses), classShape),
})
