import { vietnameseDay } from '#kernel/calendar-date.ts'
import { canonicalContent, type ScriptContent } from '../../domain/approval/content.ts'
import { changesOf, lapsedLevels, type Change } from '../../domain/approval/lapse.ts'
import { approvalLevels, type ApprovalLevel } from '../../domain/approval/state.ts'
import { contentOf } from '../../domain/diff/block-fields.ts'
import { commonRuns } from '../../domain/diff/common-runs.ts'
import type { Block } from '../../domain/story/block.ts'
import type { Told } from './told.ts'

/** What a level approved last before the words went out, and where they differ from that; nowhere when they are the same. */
export interface ApprovedBefore {
  readonly level: ApprovalLevel
  readonly version: number
  /** Whether the approval covers the words that aired, by the rule of the day these were written. */
  readonly covers: boolean
  readonly differs: readonly string[]
}

/** The words that were frozen and prompted for an airing (lời đã phát), against what was approved. */
export interface AiredWords {
  readonly file: string
  readonly version: number
  readonly airedAt: readonly string[]
  readonly cutBlocks: number
  readonly approvals: readonly ApprovedBefore[]
  /** Let on air before signing (phát trước, ký sau), where the approvals of that moment did not cover the words. */
  readonly airFirst: { readonly orderedBy: string; readonly dueAt: string; readonly signedAt: string | null } | null
}

/** Whether every level's approval covered the words when they were frozen. */
export function isApproved({ approvals }: Pick<AiredWords, 'approvals'>): boolean {
  return approvalLevels.every((level) => approvals.some((each) => each.level === level && each.covers))
}

/** Every frozen text that aired, with the approvals of that moment. Lines of the log that another replaces are left out. */
export function airedWords(told: Told, wordsOf: (file: string) => ScriptContent | undefined): AiredWords[] {
  const replaced = new Set(told.airings.map(({ replaces }) => replaces))
  return told.frozen.flatMap((frozen) => {
    const airedAt = told.airings.filter((line) => line.frozen === frozen.id && !replaced.has(line.id)).map(({ startedAt }) => startedAt)
    const words = wordsOf(frozen.file)
    if (airedAt.length === 0 || words === undefined) return []
    const before = told.steps.filter(({ at }) => at <= frozen.at)
    const against = (steps: Told['steps']): ApprovedBefore[] => approvalsBy(told, steps, frozen.version, words, wordsOf)
    const approvals = against(before)
    const aired = { file: frozen.file, version: frozen.version, airedAt, cutBlocks: frozen.cutBlocks.length, approvals }
    return [{ ...aired, airFirst: isApproved(aired) ? null : leaveOf(told, before, frozen.hash, isApproved({ approvals: against(told.steps) })) }]
  })
}

function approvalsBy(told: Told, steps: Told['steps'], version: number, words: ScriptContent, wordsOf: (file: string) => ScriptContent | undefined): ApprovedBefore[] {
  const written = told.versions.find((each) => each.version === version)
  return approvalLevels.flatMap((level) => {
    const last = steps.findLast((step) => step.level === level)
    const file = told.versions.find((each) => each.version === last?.version)?.file
    const approved = file === undefined ? undefined : wordsOf(file)
    if (last?.act !== 'approve' || approved === undefined || written === undefined) return []
    const changes = changesBetween(approved, words)
    return [{ level, version: last.version, covers: !lapsedLevels(changes, vietnameseDay(new Date(written.savedAt))).includes(level), differs: changes.map(placeOf) }]
  })
}

function leaveOf(told: Told, before: Told['steps'], hash: string, signedSince: boolean): AiredWords['airFirst'] {
  const last = before.findLast((step) => step.act === 'return' || step.act === 'withdraw' || (step.act === 'air_first' && step.hash === hash))
  if (last?.orderedBy == null || last.dueAt === null) return null
  return { orderedBy: last.orderedBy, dueAt: last.dueAt, signedAt: signedSince ? (told.steps.findLast(({ act }) => act === 'approve')?.at ?? null) : null }
}

/** A text is hashed without the ids of its blocks, so they are paired here: what is the same in the same order, and what stands between, one by one. */
function changesBetween(approved: ScriptContent, aired: ScriptContent): readonly Change[] {
  if (canonicalContent(approved) === canonicalContent(aired)) return []
  const rowOf = (blocks: readonly Block[]) => blocks.map((block) => JSON.stringify(contentOf(block)))
  const ids = approved.blocks.map((_, at) => `-${at + 1}`)
  let [left, right] = [0, 0]
  const end = { before: approved.blocks.length, after: aired.blocks.length, length: 0 }
  for (const run of [...commonRuns(rowOf(approved.blocks), rowOf(aired.blocks)), end]) {
    while (left < run.before && right < run.after) ids[left++] = String(++right)
    for (let at = 0; at < run.length; at++) ids[run.before + at] = String(run.after + at + 1)
    left = run.before + run.length
    right = run.after + run.length
  }
  return changesOf({ ...approved, blocks: approved.blocks.map((block, at) => ({ ...block, id: ids[at] ?? block.id })) }, aired)
}

const ofStory: Readonly<Record<string, string>> = { title: 'tên bài', column: 'chuyên mục', category: 'danh mục', people: 'người trong bài' }

function placeOf({ blockId, field, before, after }: Change): string {
  const place = blockId === null ? (ofStory[field ?? ''] ?? '') : blockId.startsWith('-') ? `đoạn ${blockId.slice(1)} của bản đã duyệt` : `đoạn ${blockId}`
  return field === null ? `${place}: thêm, bỏ hoặc chuyển chỗ` : `${place}: “${before}” → “${after}”`
}
