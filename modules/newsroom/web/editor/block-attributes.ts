import { blockKinds, type Block, type BlockKind } from '../../domain/story/block.ts'

/** What a block carries beside its words. A kind reads its own; the others wait, should the kind be changed back. */
export interface BlockAttributes {
  readonly id: string
  readonly kind: BlockKind
  readonly cuttable: boolean
  readonly personId: string | null
  readonly inMs: number | null
  readonly outMs: number | null
  readonly inWords: string
  readonly outWords: string
  readonly line: number
  readonly mediaId: string | null
}

/** The attributes of a block that is new. */
export const blankAttributes: BlockAttributes = {
  id: '',
  kind: 'unclassified',
  cuttable: false,
  personId: null,
  inMs: null,
  outMs: null,
  inWords: '',
  outWords: '',
  line: 0,
  mediaId: null,
}

const number = (text: string): number | null => (/^-?\d{1,15}$/.test(text) ? Number(text) : null)

/** How an attribute that was copied as text is read when it is pasted again. */
export const readAttribute: { readonly [K in keyof BlockAttributes]: (text: string) => BlockAttributes[K] } = {
  id: (text) => text,
  kind: (text) => blockKinds.find((kind) => kind === text) ?? 'unclassified',
  cuttable: (text) => text === 'true',
  personId: (text) => text,
  inMs: number,
  outMs: number,
  inWords: (text) => text,
  outWords: (text) => text,
  line: (text) => number(text) ?? 0,
  mediaId: (text) => text,
}

/** The attributes of a block; its words are the lines of its node. */
export function attributesOf(block: Block): BlockAttributes {
  const base = { ...blankAttributes, id: block.id, kind: block.kind, cuttable: block.cuttable }
  switch (block.kind) {
    case 'film_start':
      return { ...base, mediaId: block.mediaId }
    case 'question':
    case 'super':
      return { ...base, personId: block.personId }
    case 'soundbite':
      return {
        ...base,
        personId: block.personId,
        inMs: block.inMs,
        outMs: block.outMs,
        inWords: block.inWords,
        outWords: block.outWords,
      }
    case 'unclassified':
      return { ...base, line: block.line }
    default:
      return base
  }
}
