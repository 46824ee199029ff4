import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { parse } from 'yaml'
import { registerShape, type classShape } from '../../contract/register-shape.ts'
import type { RecordClass } from '../../domain/record-classes.ts'
import type { RetentionTerms } from '../../domain/retention.ts'

/** The register as this version of the program ships it (modules/personal-data/register). */
export const shippedRegister = registerShape.parse(parse(readFileSync(new URL('../../register/2026-11.yaml', import.meta.url), 'utf8')))

/** What the register says of the time of a class. */
export function termsOf(recordClass: RecordClass): RetentionTerms {
  const shipped: z.output<typeof classShape> = shippedRegister.classes[recordClass]
  return { countedFrom: shipped.counted_from, minimums: shipped.minimum, ownNeed: shipped.own_need?.months ?? null, unlessSet: shipped.unless_set?.months ?? null }
}
