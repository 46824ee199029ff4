import type { ScriptContent } from '../../domain/approval/content.ts'
import type { ApprovalLevel } from '../../domain/approval/state.ts'
import type { Block } from '../../domain/story/block.ts'
import type { Approval } from '../stories/steps.ts'

/** The levels as papers name them. */
export const levelNames: Readonly<Record<ApprovalLevel, string>> = { department: 'phòng', leadership: 'lãnh đạo' }

/** Whose words a block is, by name. */
export function whoOf(block: Block, { people }: ScriptContent): string {
  // A super is somebody's name itself.
  if (block.kind === 'super' || !('personId' in block) || block.personId === null) return ''
  return people.find((person) => person.id === block.personId)?.name ?? ''
}

/** The lines of a block on paper. */
export function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'film_start':
      return []
    case 'super':
      return [block.name, [block.title, block.organisation].filter((part) => part !== '').join(', ')].filter((line) => line !== '')
    case 'soundbite':
      return block.verbatim.split('\n')
    default:
      return block.text.split('\n')
  }
}

/** What the paper may be used for: it names the levels whose approval covers these words, and those it does not. */
export function standingWords(approvals: readonly Approval[]): string {
  const standing = approvals.filter((each) => each.stands).map((each) => levelNames[each.level])
  const covered = standing.length === 0 ? 'Lời bài này chưa được cấp nào duyệt.' : `Lời bài này đã được ${standing.join(', ')} duyệt.`
  return standing.includes(levelNames.leadership) ? covered : `${covered} Chưa được duyệt phát.`
}
