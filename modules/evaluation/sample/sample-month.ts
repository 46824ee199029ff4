import { compare, parseRational, rational, toDecimal, toFraction, mul } from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { SampleProfile } from './assignments.ts'
import { generalTotal, superiorGeneralPoints } from './general-points.ts'
import { monthTaskRatio, monthTotal } from './month-total.ts'
import { sampleCatalogue } from './sample-catalogue.ts'
import { scoredPeople } from './scored-people.ts'
import type { ScoredPerson } from './scored-people.ts'
import { seededDraw } from './seeded-draw.ts'
import { adHocLine, assignedLines, handoverLine, isMonthlyWork, withResult, workingDayOf } from './task-lines.ts'
import type { Handover, TaskLine } from './task-lines.ts'
import type { SampleJudgement, SampleMonthlyResult, SampleTask } from './types.ts'

/** Everything the sample knows of one month. */
export interface SampleMonth {
  readonly tasks: readonly SampleTask[]
  readonly judgements: readonly SampleJudgement[]
  readonly results: readonly SampleMonthlyResult[]
}

const fifty = rational(50)

const effortOf: Readonly<Record<SampleProfile, readonly [number, number]>> = {
  E: [0.85, 1],
  G: [0.3, 1],
  C: [0.05, 0.6],
  N: [0, 0.4],
}

/** Where the month's total of a profile lies; a good month wanders round the person's own level. */
function targetOf(person: string, month: string, profile: SampleProfile): readonly [Rational, Rational] {
  const band: Readonly<Record<SampleProfile, readonly [number, number]>> = {
    E: [905, 975],
    G: [740, 860],
    C: [560, 680],
    N: [400, 490],
  }
  const [low, high] = band[profile]
  if (profile !== 'G') return [rational(low, 10), rational(high, 10)]
  const own = seededDraw(`level ${person}`).whole(low, high)
  const shift = seededDraw(`level ${person} ${month}`).whole(-15, 15)
  return [rational(own + shift - 20, 10), rational(Math.min(own + shift + 20, 895), 10)]
}

/** In most units with enough staff one small task a month moves from one colleague to another. */
function handoversOf(month: string, people: readonly ScoredPerson[]): readonly Handover[] {
  return [...new Set(people.map((one) => one.unit))].flatMap((unit) => {
    const draw = seededDraw(`handover ${unit} ${month}`)
    const staff = people.filter((one) => one.unit === unit && !one.isLeader && one.profile !== 'N')
    if (staff.length < 4 || draw.next() < 0.3) return []
    const [from, to] = draw.pickSome(staff, 2)
    if (from === undefined || to === undefined) return []
    const products = sampleCatalogue.products.filter(
      (one) =>
        one.points <= 60 &&
        isMonthlyWork(one, month) &&
        from.blocks.some((block) => one.code.startsWith(`${block}-`)),
    )
    return [
      {
        from: from.person,
        to: to.person,
        product: draw.pick(products),
        quantity: draw.whole(1, 2),
        assignedOn: workingDayOf(month, draw.whole(1, 3)),
        handedOn: workingDayOf(month, draw.whole(8, 12)),
        deadline: workingDayOf(month, draw.whole(18, 22)),
      },
    ]
  })
}

/** Nobody in the new unit gives work before the person has come. */
function notBefore(line: TaskLine, since: string): TaskLine {
  const later = (date: string): string => (date < since ? since : date)
  return { ...line, assignedOn: later(line.assignedOn), deadline: later(line.deadline) }
}

function judgementOf(person: ScoredPerson, month: string, hasFailing: boolean): SampleJudgement | null {
  if (!person.isLeader) return null
  const isSlow = person.person === 'CL045' && month === '2026-08'
  const reasons = [
    hasFailing ? 'Có công chức thuộc quyền quản lý ở mức không hoàn thành nhiệm vụ (dưới 50 điểm).' : '',
    isSlow ? 'Để tồn tại kéo dài trong xử lý hồ sơ hỗ trợ thiệt hại thiên tai, chậm so với kế hoạch đã giao.' : '',
  ].filter((reason) => reason !== '')
  return {
    person: person.person,
    month,
    d: hasFailing ? 50 : 100,
    đ: isSlow ? 50 : 100,
    e: 100,
    reason: reasons.length === 0 ? null : reasons.join(' '),
  }
}

function resultOf(person: ScoredPerson, month: string, ratio: Rational): SampleMonthlyResult {
  const general = generalTotal(superiorGeneralPoints(person.person, month, person.profile))
  const total = monthTotal(general, ratio)
  return {
    person: person.person,
    month,
    general,
    taskPoints: toDecimal(mul(rational(70), ratio), 2),
    total: toDecimal(total, 2),
    exact: toFraction(total),
  }
}

/** Draws results until the month's total lies where the person's profile wants it; always the same draw. */
function playMonth(
  person: ScoredPerson,
  month: string,
  handovers: readonly Handover[],
  judgement: SampleJudgement | null,
): { readonly lines: readonly TaskLine[]; readonly result: SampleMonthlyResult } {
  const general = generalTotal(superiorGeneralPoints(person.person, month, person.profile))
  const [low, high] = targetOf(person.person, month, person.profile)
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    const draw = seededDraw(`tasks ${person.person} ${month} ${attempt}`)
    const moved = handovers.filter((one) => one.from === person.person || one.to === person.person)
    const planned = [
      ...assignedLines(person, month, draw),
      ...moved.map((one) => handoverLine(one, person, month, draw)),
      ...(draw.next() < 0.25 ? [adHocLine(person, month, draw)] : []),
    ]
    const [least, most] = effortOf[person.profile]
    const effort = least + (most - least) * draw.next()
    const lines = planned.map((line) => withResult(notBefore(line, person.since), effort, draw))
    const ratio = monthTaskRatio(lines, judgement)
    if (ratio === null) continue
    const total = monthTotal(general, ratio)
    if (compare(total, low) >= 0 && compare(total, high) <= 0) return { lines, result: resultOf(person, month, ratio) }
  }
  throw new Error(`No month ${month} found for ${person.person}`)
}

function buildMonth(month: string): SampleMonth {
  const people = scoredPeople(month)
  const handovers = handoversOf(month, people)
  const tasks: UntiedTask[] = []
  const judgements: SampleJudgement[] = []
  const results: SampleMonthlyResult[] = []
  const isFailing = (result: SampleMonthlyResult): boolean =>
    compare(parseRational(result.exact) ?? fifty, fifty) < 0
  const rank = (one: ScoredPerson): number => (one.isHead ? 2 : one.isLeader ? 1 : 0)
  for (const person of [...people].sort((left, right) => rank(left) - rank(right))) {
    const under = people.filter((one) => one.superior === person.person).map((one) => one.person)
    const judgement = judgementOf(person, month, results.some((one) => under.includes(one.person) && isFailing(one)))
    const { lines, result } = playMonth(person, month, handovers, judgement)
    if (judgement !== null) judgements.push(judgement)
    results.push(result)
    tasks.push(
      ...lines.map((line, index) => ({
        code: `${month.slice(2, 4)}${month.slice(5, 7)}-${person.person}-${String(index + 1).padStart(2, '0')}`,
        ...line,
      })),
    )
  }
  return { tasks: tasks.map((task) => ({ ...task, receivedFromTask: originOf(task, tasks) })), judgements, results }
}

type UntiedTask = Omit<SampleTask, 'receivedFromTask'>

/** Code of the task handed back that this one continues. */
function originOf(task: UntiedTask, tasks: readonly UntiedTask[]): string | null {
  if (task.origin !== 'received') return null
  const origin = tasks.find(
    (one) => one.origin === 'handed_back' && one.person === task.receivedFrom && one.product === task.product,
  )
  if (origin === undefined) throw new Error(`${task.code} was received from nobody`)
  return origin.code
}

const months = new Map<string, SampleMonth>()

/** Tasks, judgements and results of a month 'YYYY-MM' of 2026; the same on every call. */
export function sampleMonth(month: string): SampleMonth {
  const known = months.get(month)
  if (known !== undefined) return known
  const built = buildMonth(month)
  months.set(month, built)
  return built
}
