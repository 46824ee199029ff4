import { z } from 'zod'
import { dateShape, line } from '#platform/contract/shapes.ts'

/** Text of a script: NFC, as typed, blanks and empty lines too; no control signs but line breaks and tabs. */
function script(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n'))
    // oxlint-disable-next-line no-control-regex
    .refine((text) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text), 'control-sign')
}

const milliseconds = z.number().int().min(0).max(86_400_000)
const base = { id: z.uuid(), cuttable: z.boolean() }
const personId = z.uuid().nullable()

const blockShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['greeting', 'lead_in', 'voice_over', 'presenter_note', 'graphic', 'closing']), ...base, text: script(40_000) }),
  z.strictObject({ kind: z.literal('film_start'), ...base, mediaId: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal('question'), ...base, personId, text: script(10_000) }),
  z.strictObject({ kind: z.literal('soundbite'), ...base, personId, inMs: milliseconds.nullable(), outMs: milliseconds.nullable(), inWords: script(300), outWords: script(300), verbatim: script(40_000) }),
  z.strictObject({ kind: z.literal('super'), ...base, personId, name: script(200), title: script(300), organisation: script(300) }),
  z.strictObject({ kind: z.literal('unclassified'), ...base, text: script(40_000), line: z.number().int().min(0).max(1_000_000) }),
])

const heldTitle = z.strictObject({ title: line(300), organisation: script(300), from: dateShape.nullable(), to: dateShape.nullable() })
const personShape = z.strictObject({ id: z.uuid(), name: line(200), titles: z.array(heldTitle).max(20).readonly() })

/** What a story says: its head, its people and its blocks in the order they air. */
export const contentShape = z.strictObject({
  title: line(300),
  column: line(120).nullable(),
  category: line(120).nullable(),
  people: z.array(personShape).max(100).readonly(),
  blocks: z.array(blockShape).max(600).readonly(),
})
