import type { StoryAttachment } from '../story/story.ts'
import { wordsOf } from './read-through-markup.ts'
import { recordSections, type RecordSections } from './record-sections.ts'
import { textLines } from './text-lines.ts'

/** The files a record names (tệp đính kèm, tệp video); it holds none of their bytes. */
export function attachmentsOf(sections: RecordSections): readonly StoryAttachment[] {
  return sections.lines.flatMap(({ place, value }) => {
    if (place !== 'attachment' && place !== 'video') return []
    const kind = place === 'video' ? ('video' as const) : ('file' as const)
    return value.split(/[;\t]/).map(wordsOf).filter((name) => name !== '').map((name) => ({ kind, name }))
  })
}

/** {@link attachmentsOf} the text of a record, of which nothing else is read. */
export function filesNamedIn(text: string): readonly StoryAttachment[] {
  return attachmentsOf(recordSections(textLines(text)))
}
