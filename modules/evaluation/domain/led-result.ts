import * as rational from '#kernel/rational.ts'
import type { CompiledRulebook, Judgement } from './rulebook/compiled-rulebook.ts'
import { failingLevel } from './unit-campaign.ts'

/** The name under which rulebooks ask for the result of the body or field led (kết quả hoạt động của đơn vị, lĩnh vực phụ trách). */
const ledJudgement = 'd'

/** The judgement on the body led, for groups of leaders under rulebooks that ask for it with two values (article 15.3a). */
export function judgementOfLed(rulebook: CompiledRulebook, group: string): Judgement | undefined {
  return rulebook.judgements.find((each) => each.id === ledJudgement && each.values.length === 2 && (each.groups === null || each.groups.includes(group)))
}

/** Least points of the lowest level above not completed: 50. Null when the rulebook has no such band. */
export function floorOf(rulebook: CompiledRulebook): string | null {
  const failing = failingLevel(rulebook)
  const floors = rulebook.rating.bands.flatMap((band) => (band.level === failing ? [] : (rational.parseRational(band.from) ?? [])))
  const [first, ...rest] = floors
  if (first === undefined) return null
  return rational.toShortest(rest.reduce((least, each) => (rational.compare(each, least) < 0 ? each : least), first))
}

/** What is proposed for d, and on how many people it rests. */
export interface LedProposal {
  /** Null while somebody's score is missing, or when nobody is led: nothing can be said. */
  readonly value: string | null
  readonly reached: number
  readonly failing: number
  readonly waiting: number
}

/**
 * Proposes d from the scores of everybody under the leader's authority (article 15.3a): the lower value as soon as one is
 * below the floor, the higher once all are known and reach it. `reached` is null for somebody not scored yet.
 */
export function proposeLed(judgement: Judgement, people: readonly { readonly reached: boolean | null }[]): LedProposal {
  const count = (of: boolean | null): number => people.filter((one) => one.reached === of).length
  const [reached, failing, waiting] = [count(true), count(false), count(null)]
  const values = judgement.values.map((each) => each.value).toSorted((a, b) => rational.compare(rational.parseRational(a) ?? rational.zero, rational.parseRational(b) ?? rational.zero))
  const [lower, higher] = [values[0] ?? null, values.at(-1) ?? null]
  if (failing > 0) return { value: lower, reached, failing, waiting }
  return { value: waiting === 0 && reached > 0 ? higher : null, reached, failing, waiting }
}
