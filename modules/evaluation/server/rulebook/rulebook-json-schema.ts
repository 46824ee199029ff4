import { z } from 'zod'
import { rulebookSchema } from './rulebook-schema.ts'

/** The JSON Schema of the rulebook format, printed from the zod schema, for editors. */
export function rulebookJsonSchema(): string {
  const schema = z.toJSONSchema(rulebookSchema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any', reused: 'ref' })
  return `${JSON.stringify({ $id: 'rulebook.schema.json', title: 'Bộ quy định đánh giá (rulebook)', ...schema }, null, 2)}\n`
}
