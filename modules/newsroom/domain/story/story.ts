import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { OldApprovalStep } from './approval-step.ts'
import type { Block } from './block.ts'
import type { StoryPerson } from './story-person.ts'

/** A file of a story (tệp đính kèm, tệp video), known by its name until its bytes are there. */
export interface StoryAttachment {
  readonly kind: 'file' | 'video'
  readonly name: string
}

/** A story (tin, bài): where it belongs, its people and its blocks in the order they air. */
export interface Story {
  readonly id: string
  readonly title: string
  /** Chuyên mục, by which a correction must name the story. */
  readonly column: string | null
  /** Danh mục. */
  readonly category: string | null
  /** Chương trình and its slot (khung giờ), once placed. */
  readonly programme: string | null
  readonly slot: string | null
  readonly slug: string
  readonly people: readonly StoryPerson[]
  readonly blocks: readonly Block[]
  readonly attachments: readonly StoryAttachment[]
  /** Steps taken over from the old system, if the story came from there. */
  readonly oldApprovals: readonly OldApprovalStep[]
}

/** The slug (mã bài) proposed for a title: letters without marks, digits and hyphens, at most `longest` signs, cut between words. */
export function proposeSlug(title: string, longest = 60): string {
  let slug = ''
  for (const word of foldVietnamese(title).split(/[^a-z0-9]+/)) {
    if (word === '') continue
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}
