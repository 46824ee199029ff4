import { z } from 'zod'
import { canonicalContent, type ScriptContent } from '../../domain/approval/content.ts'
import { approvalLevels, storyActs } from '../../domain/approval/state.ts'
import { ruleConfidences } from '../../domain/archive/legal-source.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const level = z.enum(approvalLevels).nullable()

/** Until when a film had to be kept, and by which rule; null where none asked for it or it was not noted. */
const keptShape = z.object({ until: z.iso.date(), rule: z.string(), confidence: z.enum(ruleConfidences) }).nullable().default(null)
/** Who took a film from the store (gỡ phim khỏi kho), when, why, and once which rule let it go. */
const removalShape = z.object({ by: z.string(), at: z.iso.datetime(), why: z.string(), kept: keptShape })

const toldShape = z.object({
  v: z.literal('thuocdo-evidence-1'),
  tenant: z.string(),
  station: z.string(),
  madeAt: z.iso.datetime(),
  story: z.object({ title: z.string() }),
  versions: z.array(z.object({ version: z.number(), hash: hex, savedAt: z.iso.datetime(), file: z.string() })),
  steps: z.array(z.object({ act: z.enum(storyActs), level, version: z.number(), hash: hex, at: z.iso.datetime(), orderedBy: z.string().nullable(), dueAt: z.iso.datetime().nullable() })),
  frozen: z.array(z.object({ id: z.string(), version: z.number(), hash: hex, cutBlocks: z.array(z.string()), at: z.iso.datetime(), file: z.string() })),
  airings: z.array(z.object({ id: z.string(), frozen: z.string(), version: z.number(), hash: hex, startedAt: z.iso.datetime(), replaces: z.string().nullable() })),
  media: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number(), sha256: hex.nullable(), removed: removalShape.nullable().default(null) })),
})

/** What a pack says was submitted, approved, frozen and aired; not proved by being said. */
export type Told = z.output<typeof toldShape>
/** A film as a pack tells of it. */
export type ToldFilm = Told['media'][number]

/** An entry of the ledger as a pack has it. */
export const packedEntry = z.object({ entryHash: hex, link: z.object({ seq: z.number(), previous: hex, hash: hex }).nullable(), entry: z.looseObject({ tenant: z.string(), id: z.string(), action: z.string(), at: z.string(), subject: z.looseObject({ kind: z.string(), id: z.string() }), data: z.unknown() }) })
export type ReadEntry = z.output<typeof packedEntry>

/** The words an entry about a step binds. */
export const boundWords = z.object({ version: z.number(), hash: hex, level: z.string().nullable() })

/** The action of an entry about a film that was taken from the store. */
export const letGo = 'newsroom.media.let-go'
/** What such an entry binds. */
export const letGoData = z.object({ sha256: hex, bytes: z.number(), kept: keptShape })

/** What the text says, or undefined when it is no JSON of this shape. */
export function readJson<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> | undefined {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export function readTold(text: string): Told | undefined {
  return readJson(toldShape, text)
}

const wordsShape = z.tuple([z.literal('thuocdo-script-1'), z.looseObject({ title: z.string(), people: z.array(z.unknown()), blocks: z.array(z.looseObject({ kind: z.string() })) })])

/** The words of a file, whose blocks are named by their place; undefined when it is not the one text these words are hashed as. */
export function readWords(text: string): ScriptContent | undefined {
  const read = readJson(wordsShape, text)
  if (read === undefined) return undefined
  const [, { blocks, ...rest }] = read
  const content = { ...rest, blocks: blocks.map((block, at) => ({ ...block, id: String(at + 1) })) } as unknown as ScriptContent
  try {
    return canonicalContent(content) === text ? content : undefined
  } catch {
    return undefined
  }
}
