import type { Observation } from './crossed-effects.ts'

/** Scores of raters who can be compared with one another, because people scored by several of them tie them together. */
export interface Design {
  readonly observations: readonly Observation[]
  readonly subjects: number
  readonly raters: number
  /** `too_few`: too little to tell a rater from those rated. `too_large`: more than is worked out while somebody waits. */
  readonly obstacle: 'one_rater' | 'too_few' | 'too_large' | null
}

const leastSubjects = 5
const leastFreedom = 5
const mostOnSmallerSide = 200

/**
 * Splits scores into the groups within which raters can be compared: two raters belong together when somebody was scored
 * by both, directly or over others. Between groups nothing can be said of severity. The largest first.
 */
export function designsOf(observations: readonly Observation[]): Design[] {
  const parent = new Map<string, string>()
  const root = (of: string): string => {
    let at = of
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next
    return at
  }
  for (const { subject, rater } of observations) {
    const [one, other] = [`s ${subject}`, `r ${rater}`]
    for (const key of [one, other]) if (!parent.has(key)) parent.set(key, key)
    const [a, b] = [root(one), root(other)]
    if (a !== b) parent.set(a, b)
  }
  const groups = Map.groupBy(observations, (each) => root(`r ${each.rater}`))
  return [...groups.values()].map(designOf).toSorted((a, b) => b.observations.length - a.observations.length)
}

function designOf(observations: readonly Observation[]): Design {
  const subjects = new Set(observations.map((each) => each.subject)).size
  const raters = new Set(observations.map((each) => each.rater)).size
  const freedom = observations.length - subjects - raters + 1
  const obstacle = raters < 2 ? 'one_rater' : subjects < leastSubjects || freedom < leastFreedom ? 'too_few' : Math.min(subjects, raters) > mostOnSmallerSide ? 'too_large' : null
  return { observations, subjects, raters, obstacle }
}
