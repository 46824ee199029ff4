import { parseRational, rational, add, toShortest, zero } from '#kernel/rational.ts'
import type { SampleProfile } from './assignments.ts'
import { seededDraw } from './seeded-draw.ts'
import type { SampleCriteriaPoints } from './types.ts'

/** Highest points of the general criteria, in half points (Appendix I of NĐ 335/2025): 60 halves, 30 points. */
const maximumHalves: Readonly<Record<string, number>> = {
  'I.1': 10,
  'I.2': 10,
  'II.1': 5,
  'II.2': 5,
  'II.3': 5,
  'II.4': 5,
  'III.1': 5,
  'III.2': 5,
  'III.3': 5,
  'III.4': 5,
}

/** Half points taken off in all, from … to …. */
const lost: Readonly<Record<SampleProfile, readonly [number, number]>> = {
  E: [1, 3],
  G: [4, 8],
  C: [11, 15],
  N: [20, 25],
}

function pointsAfter(key: string, halvesLost: number): SampleCriteriaPoints {
  const draw = seededDraw(key)
  const halves = new Map(Object.entries(maximumHalves))
  for (let taken = 0; taken < halvesLost; ) {
    const criterion = draw.pick([...halves.keys()])
    const left = halves.get(criterion) ?? 0
    if (left <= 2) continue
    halves.set(criterion, left - 1)
    taken += 1
  }
  return Object.fromEntries([...halves].map(([code, count]) => [code, toShortest(rational(count, 2))]))
}

/** Points of the general criteria by the superior in a month, steps of 0.5. */
export function superiorGeneralPoints(person: string, month: string, profile: SampleProfile): SampleCriteriaPoints {
  const [low, high] = lost[profile]
  return pointsAfter(`general ${person} ${month}`, seededDraw(`lost ${person} ${month}`).whole(low, high))
}

/** Self-scored points of the general criteria: the same kind of mistakes seen a little more kindly. */
export function selfGeneralPoints(person: string, month: string, profile: SampleProfile): SampleCriteriaPoints {
  const [low, high] = lost[profile]
  const kinder = seededDraw(`kind ${person} ${month}`).whole(0, 3)
  const own = seededDraw(`lost ${person} ${month}`).whole(low, high)
  return pointsAfter(`general ${person} ${month}`, Math.max(0, own - kinder))
}

/** Sum of the points, an exact decimal string of at most 30. */
export function generalTotal(points: SampleCriteriaPoints): string {
  return toShortest(Object.values(points).reduce((sum, text) => add(sum, parseRational(text) ?? zero), zero))
}
