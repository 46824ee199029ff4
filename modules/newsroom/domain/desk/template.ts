import type { Block, BlockKind } from '../story/block.ts'

/** Kinds of block a template may hold; what nobody has classified is no plan. */
export const templateKinds = ['greeting', 'lead_in', 'film_start', 'voice_over', 'question', 'soundbite', 'presenter_note', 'super', 'graphic', 'closing'] as const satisfies readonly BlockKind[]
export type TemplateKind = (typeof templateKinds)[number]

/** One block of a column's template (mẫu): its kind and the words that stand, if any. */
export interface TemplateBlock {
  readonly kind: TemplateKind
  readonly text: string
}

const wordless: ReadonlySet<TemplateKind> = new Set(['film_start', 'soundbite', 'super'])

/** Whether a block of this kind can begin with standing words. */
export function takesWords(kind: TemplateKind): boolean {
  return !wordless.has(kind)
}

function blockOf({ kind, text }: TemplateBlock, id: string): Block {
  const base = { id, cuttable: false }
  switch (kind) {
    case 'film_start':
      return { ...base, kind, mediaId: null }
    case 'question':
      return { ...base, kind, personId: null, text }
    case 'soundbite':
      return { ...base, kind, personId: null, inMs: null, outMs: null, inWords: '', outWords: '', verbatim: '' }
    case 'super':
      return { ...base, kind, personId: null, name: '', title: '', organisation: '' }
    default:
      return { ...base, kind, text }
  }
}

/** The blocks a story of the column begins with, each with an id of its own. */
export function blocksOfTemplate(template: readonly TemplateBlock[], newId: () => string): Block[] {
  return template.map((each) => blockOf(each, newId()))
}
