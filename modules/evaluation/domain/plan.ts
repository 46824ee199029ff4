import { parseRational, toShortest } from '#kernel/rational.ts'
import type { CampaignStatus } from './campaign.ts'
import { listState } from './check-lists.ts'
import type { ParticipantStatus } from './participant.ts'
import { planActs, planTransitions, type PlanAct, type PlanStatus } from './plan-status.ts'
import type { Standing } from './policy.ts'
import type { CompiledRulebook, ListPlan, PlanApprover, PlanProposer } from './rulebook/compiled-rulebook.ts'
import type { EntryProblem, SheetSubject } from './sheet-content.ts'
import { canonicalRow, listCell, listsOf, writesLists, type AskedList, type SheetLists } from './sheet-lists.ts'

/** A plan as the rulebook asks for it in a group. */
export interface AskedPlan {
  readonly list: AskedList
  readonly rules: ListPlan
}

/** The plan of a group, which sheets are scored over; null where the rulebook asks for none. */
export function planOf(rulebook: CompiledRulebook, group: string): AskedPlan | null {
  for (const list of listsOf(rulebook, group)) if (list.definition.plan !== null) return { list, rules: list.definition.plan }
  return null
}

/** The facts that only plans state. */
export function plannedFacts(rulebook: CompiledRulebook): ReadonlySet<string> {
  return new Set(rulebook.lists.flatMap((list) => (list.plan === null ? [] : [list.plan.fact])))
}

const proposes: Record<PlanProposer, keyof Standing> = { subject: 'subject', personnel_body: 'personnel' }
const approves: Record<PlanApprover, keyof Standing> = { rater: 'superior', authority: 'authority' }

/** What somebody may do to a plan now: only while the subject has not sent the sheet on. */
export function planActsOf(rules: ListPlan, status: PlanStatus, standing: Standing, file: { readonly status: ParticipantStatus; readonly excluded: boolean }, campaign: CampaignStatus): PlanAct[] {
  if (campaign !== 'scoring' || file.status !== 'self_scoring' || file.excluded) return []
  const rights = { proposer: rules.proposedBy.some((each) => standing[proposes[each]]), approver: standing[approves[rules.approvedBy]] }
  return planActs.filter((act) => rights[planTransitions[act].by] && (planTransitions[act].from as readonly PlanStatus[]).includes(status))
}

/** What is wrong with a proposal, by the names of its cells; the list's own name stands for limits over all rows. */
export interface PlanFaults {
  readonly missing: readonly string[]
  readonly problems: readonly EntryProblem[]
}

type Subject = Omit<SheetSubject, 'scoresPoints'>

const decimal = /^\d{1,9}(\.\d{1,6})?$/

/** The rows of a proposal in canonical form. */
export function canonicalPlan({ list }: AskedPlan, rows: SheetLists[string]): SheetLists {
  return { [list.definition.id]: Object.fromEntries(Object.entries(rows).map(([row, entries]) => [row, Object.fromEntries(canonicalRow(list.planned, entries))])) }
}

/** Looks at a proposal by the very rules of the sheet: known rows and fields, values, nothing blank, limits such as 70 points in all. */
export function planFaults(subject: Subject, plan: AskedPlan, rows: SheetLists[string]): PlanFaults {
  const { list } = plan
  const { id } = list.definition
  const problems: EntryProblem[] = []
  for (const [row, entries] of Object.entries(rows)) {
    if (!list.keys.some((each) => each.key === row)) problems.push({ code: `${id}.${row}`, found: row, expected: list.keys.map((each) => each.key).join(' | ') })
    for (const [name, text] of Object.entries(entries)) {
      const field = list.planned.find((each) => each.id === name)
      if (field === undefined) problems.push({ code: listCell(id, row, name), found: name, expected: list.planned.map((each) => each.id).join(' | ') })
      else if (field.type === 'number' && text.trim() !== '' && !decimal.test(text.trim())) problems.push({ code: listCell(id, row, name), found: text, expected: 'số thập phân, ví dụ 2.5' })
    }
  }
  if (problems.length > 0) return { missing: [], problems }
  const entries = canonicalPlan(plan, rows)
  const missing = list.keys.flatMap(({ key }) => list.planned.flatMap((field) => (field.default === null && entries[id]?.[key]?.[field.id] === undefined ? [listCell(id, key, field.id)] : [])))
  const state = planState(subject, entries)
  const wrong = [...state.problems, ...(missing.length > 0 ? [] : state.limits)]
  return { missing, problems: wrong.map(({ code, found, expected, message }) => ({ code, found, expected: message === '' ? expected : message })) }
}

/** What the rulebook computes from a plan alone: points of each row, their sum. */
export function planState(subject: Subject, plan: SheetLists) {
  return listState(subject, writesLists(subject.rulebook, subject.group, 'self') ? 'self' : 'superior', plan, [])
}

/** Where each field starts by the rulebook, e.g. from the template of the post; rows of which it says nothing are blank. */
export function startOfPlan(subject: Subject, { list, rules }: AskedPlan): SheetLists[string] {
  const { rows } = planState(subject, {})
  return Object.fromEntries(
    list.keys.flatMap(({ key }) => {
      const entries = Object.entries(rules.startsFrom).flatMap(([field, quantity]) => {
        const found = rows.get(`${list.definition.id}.${key}`)?.find((each) => each.quantity.id === quantity)?.value
        const value = found?.kind === 'number' ? parseRational(found.exact) : null
        return value === null ? [] : [[field, toShortest(value)] as const]
      })
      return entries.length === 0 ? [] : [[key, Object.fromEntries(entries)] as const]
    }),
  )
}
