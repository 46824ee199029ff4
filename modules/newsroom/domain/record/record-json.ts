import type { ApprovalStepName } from '../story/approval-step.ts'
import type { BlockKind } from '../story/block.ts'
import type { StoryAttachment } from '../story/story.ts'
import type { ImportedRecord } from './import-record.ts'
import type { RecordBlock } from './read-blocks.ts'
import { readThroughMarkup, wordsOf } from './read-through-markup.ts'

/** What the command line prints of an imported record. */
export interface RecordJson {
  readonly title: string | null
  readonly column: string | null
  readonly category: string | null
  readonly blocks: readonly { readonly kind: BlockKind; readonly speaker?: string; readonly text: string }[]
  readonly approvals: readonly { readonly step: ApprovalStepName; readonly person: string | null; readonly at: string | null; readonly note: string | null }[]
  readonly attachments: readonly StoryAttachment[]
  readonly estimatedSeconds: number
  readonly roundTrip: boolean
}

/** The passage as it stands, its mark too, without the blanks around it; read through markup where some was left in it. */
function textOf({ kind, raw }: RecordBlock): string {
  const read = readThroughMarkup(raw)
  return kind === 'unclassified' || read === raw ? raw.trim() : wordsOf(read)
}

/** An imported record as JSON. */
export function recordJson(record: ImportedRecord, measured: { readonly estimatedSeconds: number; readonly roundTrip: boolean }): RecordJson {
  return {
    title: record.title,
    column: record.column,
    category: record.category,
    blocks: record.blocks.map((block) => ({ kind: block.kind, ...(block.speaker === null ? {} : { speaker: block.speaker }), text: textOf(block) })),
    approvals: record.approvals.map(({ step, person, at, note }) => ({ step, person, at, note })),
    attachments: record.attachments,
    ...measured,
  }
}
