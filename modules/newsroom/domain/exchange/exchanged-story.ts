import type { ScriptContent } from '../approval/content.ts'
import type { Block, BlockKind } from '../story/block.ts'

/** A story as it leaves the newsroom (bài trao đổi): one version of its words, and what stands about it. */
export interface ExchangedStory {
  readonly id: string
  readonly version: number
  /** With an offset; the first version, and this one. Null where nobody knows. */
  readonly firstCreated: string | null
  readonly versionCreated: string
  /** Both levels stand for exactly these words (đã duyệt phát). */
  readonly approvedToAir: boolean
  /** The station or office that sends it; null where nobody says. */
  readonly provider: string | null
  readonly author: string | null
  /** Mã tin. */
  readonly slug: string
  /** The print of the words, SHA-256 as hexadecimal (mã lời bài). */
  readonly hash: string | null
  readonly content: ScriptContent
}

/** Words of one block under the name of its kind, with who says them or is asked before them. */
export interface ScriptPart {
  readonly role: BlockKind
  readonly text: string
}

/** A story's name all over the world: its own id needs no domain of anybody. */
export function storyUrn(id: string): string {
  return `urn:uuid:${id}`
}

/** The person of a block: who speaks in a soundbite, who is asked in a question. */
export function personOf(block: Block, { people }: ScriptContent): string | null {
  if (!('personId' in block) || block.personId === null) return null
  return people.find(({ id }) => id === block.personId)?.name ?? null
}

/** Said before a question (phóng viên hỏi ai), and before a soundbite (ai nói). */
export function labelOf(kind: BlockKind, person: string | null): string {
  if (person === null) return ''
  if (kind === 'question') return `PV hỏi ${person}: `
  return kind === 'soundbite' ? `${person}: ` : ''
}

/** Said where the film starts. */
const film = 'Phim'

/** What a script says, block by block, in the order it airs; where the film starts is said, other blocks without words are left out. */
export function scriptParts(content: ScriptContent): ScriptPart[] {
  return content.blocks
    .map((block) => ({ block, words: wordsOf(block) }))
    .filter(({ words }) => words.trim() !== '')
    .map(({ block, words }) => ({ role: block.kind, text: `${labelOf(block.kind, personOf(block, content))}${words}` }))
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'film_start':
      return film
    case 'soundbite':
      return block.verbatim
    case 'super':
      return [block.name, block.title, block.organisation].filter((line) => line !== '').join('\n')
    default:
      return block.text
  }
}
