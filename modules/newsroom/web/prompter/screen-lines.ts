import type { z } from 'zod'
import type { prompterView } from '../../contract/prompter-routes.ts'
import { promptLines, readText, type Cue, type PromptChoice } from '../../domain/prompter/lines.ts'
import type { PromptWord } from '../../domain/prompter/words.ts'

/** What stands on a prompter, as the server shows it. */
export type Prompter = z.output<typeof prompterView>
export type PrompterItem = Prompter['items'][number]

/** A line of the screen; positions name its place and a word. */
export type ScreenLine = { readonly placeId: string; readonly item: number } & (
  | { readonly part: 'title'; readonly number: number; readonly of: PrompterItem }
  | { readonly part: 'refused' | 'plain'; readonly of: PrompterItem }
  | { readonly part: 'read' | 'note'; readonly words: readonly PromptWord[]; readonly changed: boolean; readonly begins: boolean }
  | { readonly part: 'cue'; readonly cue: Cue }
)

/** The items that are prompted: what is kept beside the rundown is not, unless it is on air. */
export function promptedItems(prompter: Prompter): PrompterItem[] {
  return prompter.items.filter((item) => !item.floated || item.stage === 'on_air')
}

/** Every line of a rundown or a story, items in their order; of what may not air only that it may not. */
export function screenLines(items: readonly PrompterItem[], choice: PromptChoice): ScreenLine[] {
  return items.flatMap((of, item): ScreenLine[] => {
    const title: ScreenLine = { part: 'title', placeId: of.id, item, number: item + 1, of }
    if (of.leave === 'none') return [title, { part: 'refused', placeId: of.id, item, of }]
    if (of.content === null) return [title, { part: 'plain', placeId: of.id, item, of }]
    return [title, ...promptLines(of.content, of, choice).map(({ blockId, ...line }): ScreenLine => ({ placeId: blockId, item, ...line }))]
  })
}

/** The written words of a place, by which a position is carried over a change; empty for what has none. */
export function textAt(items: readonly PrompterItem[], placeId: string): string {
  for (const { content } of items) {
    const block = content?.blocks.find(({ id }) => id === placeId)
    if (block !== undefined) return readText(block)
  }
  return ''
}
