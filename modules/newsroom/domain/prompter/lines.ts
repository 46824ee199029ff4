import type { ScriptContent } from '../approval/content.ts'
import { filmStarts } from '../media/in-story.ts'
import type { Piece } from '../speech/index.ts'
import type { Block, BlockKind } from '../story/block.ts'
import { changedWords } from './carry-word.ts'
import { senseGroups } from './sense-groups.ts'
import { spokenWords, writtenWords, type PromptWord } from './words.ts'

/** What of a script a presenter wants to see. */
export interface PromptChoice {
  /** Reads the voice-over live (đọc cả lời bình). */
  readonly voiceOver: boolean
  readonly notes: boolean
  /** How a text is said, where figures and abbreviations are wanted as they are spoken. */
  readonly said: ((text: string) => readonly Piece[]) | null
}

/** Something that happens and is not read (dòng báo): the film runs, somebody speaks, a voice-over of somebody else. */
export interface Cue {
  readonly kind: 'film' | 'soundbite' | 'voice_over'
  readonly ms: number | null
  readonly who: string
  readonly inWords: string
  readonly outWords: string
}

/** A line of the prompter. A position on it is the block's id and a word's number, the same on every screen. */
export type PromptLine =
  | { readonly part: 'read' | 'note'; readonly blockId: string; readonly words: readonly PromptWord[]; readonly changed: boolean; readonly begins: boolean }
  | { readonly part: 'cue'; readonly blockId: string; readonly cue: Cue }

const alwaysRead: ReadonlySet<BlockKind> = new Set(['greeting', 'lead_in', 'closing', 'unclassified'])

/** What a script is compared with, and how long its films are. */
export interface PromptFacts {
  readonly cutBlocks: readonly string[]
  /** What was approved, if these words are not that. */
  readonly approved: ScriptContent | null
  readonly filmMs: number | null
  /** How long each film is by itself, by the medium: said where there are several. */
  readonly films: Readonly<Record<string, number>>
}

/** The lines of a script as its presenter reads them: what they say by sense groups, what runs meanwhile as cues, the rest left out. */
export function promptLines(content: ScriptContent, { cutBlocks, approved, filmMs, films }: PromptFacts, choice: PromptChoice): PromptLine[] {
  const nameOf = (id: string | null): string => content.people.find((person) => person.id === id)?.name ?? ''
  const before = approved && new Map(approved.blocks.map((block) => [block.id, block]))
  const several = filmStarts(content.blocks).filter(({ blockId }) => !cutBlocks.includes(blockId)).length > 1
  let film = false
  let untold = true
  return content.blocks
    .filter((block) => !cutBlocks.includes(block.id))
    .flatMap((block): PromptLine[] => {
      const { kind, id } = block
      if (kind === 'film_start') {
        film = true
        return [{ part: 'cue', blockId: id, cue: { kind: 'film', ms: several ? (films[block.mediaId ?? ''] ?? null) : filmMs, who: '', inWords: '', outWords: '' } }]
      }
      if (kind === 'soundbite') {
        const ms = block.inMs === null || block.outMs === null ? null : block.outMs - block.inMs
        return [{ part: 'cue', blockId: id, cue: { kind: 'soundbite', ms, who: nameOf(block.personId), inWords: block.inWords, outWords: block.outWords } }]
      }
      if (kind === 'voice_over' && !choice.voiceOver) {
        const say = !film && untold
        untold = false
        return say ? [{ part: 'cue', blockId: id, cue: { kind: 'voice_over', ms: null, who: '', inWords: '', outWords: '' } }] : []
      }
      if (kind === 'presenter_note') return choice.notes ? linesOf(block.id, 'note', block.text, unchanged, null) : []
      if (!alwaysRead.has(kind) && kind !== 'voice_over') return []
      untold = true
      const text = readText(block)
      const changed = before === null ? unchanged : changedWords(readText(before.get(id)), text)
      return linesOf(id, 'read', text, changed, choice.said)
    })
}

const unchanged: ReadonlySet<number> = new Set()

/** The words of a block that somebody reads; none of a block that is not there. */
export function readText(block: Block | undefined): string {
  return block !== undefined && 'text' in block ? block.text : ''
}

function linesOf(blockId: string, part: 'read' | 'note', text: string, changed: ReadonlySet<number>, said: PromptChoice['said']): PromptLine[] {
  const words = said === null ? writtenWords(text) : spokenWords(text, said(text))
  return paragraphs(text, words)
    .flatMap((paragraph) => senseGroups(paragraph).map((group, at) => ({ group, begins: at === 0 })))
    .map(({ group, begins }) => ({ part, blockId, words: group, begins, changed: group.some((word, at) => spansChange(changed, word.index, group[at + 1]?.index ?? word.index + 1)) }))
}

function spansChange(changed: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (changed.has(at)) return true
  return false
}

function paragraphs(text: string, words: readonly PromptWord[]): PromptWord[][] {
  const rows: PromptWord[][] = []
  let end = 0
  for (const word of words) {
    const row = rows.at(-1)
    if (row === undefined || text.slice(end, word.from).includes('\n')) rows.push([word])
    else row.push(word)
    end = word.to
  }
  return rows
}
