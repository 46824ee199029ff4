import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { ApprovalStepName, OldApprovalStep } from '../story/approval-step.ts'
import type { TableEntry } from './person-table.ts'

const department = /(?:^|[^\p{L}])(?:phong|ban bien tap|bien tap|chuyen muc)(?![\p{L}])/u
const asks = /lanh dao|ban giam doc|giam doc (?:cho|xem|duyet)/

/** Whether a note is the editorial department’s, that vouches for the text and asks leadership to let it air. */
function isOfDepartment(note: string): boolean {
  const folded = foldVietnamese(note.slice(0, 2000))
  return department.test(folded) && asks.test(folded)
}

/**
 * The steps an old record tells: who wrote, what the department noted, who approved last. Its one table row held a chain of
 * three, so of the department often only the words are left: then person and time of that step are null, not borrowed.
 */
export function oldApprovals(entries: readonly TableEntry[], notes: readonly string[]): readonly OldApprovalStep[] {
  const [author, ...later] = entries
  const approvers = later.filter((entry) => entry.person !== author?.person || entry.at !== author.at)
  const vouching = notes.filter((note) => approvers.length === 0 || isOfDepartment(note))
  const others = notes.filter((note) => !vouching.includes(note))
  const words = (some: readonly string[]): string | null => (some.length === 0 ? null : some.join('\n'))
  const step = (name: ApprovalStepName, entry: TableEntry | null, note: string | null): OldApprovalStep => ({ step: name, person: entry?.person ?? null, at: entry?.at ?? null, note, origin: 'old_system', wordingBound: false })
  const before = approvers.slice(0, -1)
  const last = approvers.at(-1)
  return [
    ...(author === undefined ? [] : [step('created', author, null)]),
    ...before.map((entry, index) => step('department', entry, index === 0 ? words(vouching) : null)),
    ...(before.length === 0 && vouching.length > 0 ? [step('department', null, words(vouching))] : []),
    ...(last === undefined ? [] : [step('leadership', last, words(others))]),
  ]
}
