import { compare, div, equals, parseRational, toDecimal, toFraction, toShortest, type Rational } from '#kernel/rational.ts'
import { refuse } from '#kernel/refusal.ts'
import type { TransitionTable } from '#kernel/transition.ts'

export const productParts = ['A', 'B.I', 'B.II'] as const
export type ProductPart = (typeof productParts)[number]

export const productStatuses = ['proposed', 'approved', 'retired'] as const
export type ProductStatus = (typeof productStatuses)[number]

/** A product outside the catalogue is proposed and approved (article 13.3); a retired one comes back by a new decision. */
export const productTransitions = {
  approve: { from: ['proposed', 'retired'], to: 'approved', by: 'evaluation:manage' },
  retire: { from: ['proposed', 'approved'], to: 'retired', by: 'evaluation:manage' },
} as const satisfies TransitionTable<'approve' | 'retire', ProductStatus, 'evaluation:manage'>

/** A complexity group (nhóm theo cấp độ phức tạp); points as decimal text. */
export interface ComplexityGroup {
  readonly code: string
  readonly name: string
  readonly maxPoints: string
}

/** At most this many groups, article 13.1a; the contract and the table hold it. */
export const mostGroups = 5

/** Points as decimal text → exact. Throws RangeError on text no contract let through. */
export function pointsOf(text: string): Rational {
  const points = parseRational(text)
  if (points === null) throw new RangeError(`not points: ${text}`)
  return points
}

/** `7.50` → `7.5`, for showing. */
export function shortPoints(text: string): string {
  return toShortest(pointsOf(text))
}

/** Conversion coefficient (hệ số quy đổi): points ÷ points of the standard product, exact "n/d" (article 13.1c). */
export function coefficientOf(points: string, standardPoints: string): string {
  return toFraction(div(pointsOf(points), pointsOf(standardPoints)))
}

/** A coefficient "n/d" as decimals for showing, at most four places. */
export function showCoefficient(coefficient: string): string {
  const rounded = toDecimal(pointsOf(coefficient), 4)
  return rounded.replace(/\.?0+$/, '')
}

/** Refuses one code for two groups. */
export function requireGroups(groups: readonly ComplexityGroup[]): void {
  const twice = groups.find((group, at) => groups.findIndex((other) => other.code === group.code) < at)
  if (twice !== undefined) refuse('evaluation.catalogue.group-twice', { code: twice.code })
}

/** What the products of a catalogue hold a group or the standard to. */
export interface GroupUse {
  readonly group: string
  readonly products: number
  /** Most points of a product in the group, decimal text. */
  readonly mostPoints: string
}

/** Refuses a head that would leave products without their group, above its points, or with another standard product. */
export function requireHeadFits(
  before: { readonly standardPoints: string },
  after: { readonly standardPoints: string; readonly groups: readonly ComplexityGroup[] },
  uses: readonly GroupUse[],
): void {
  const products = uses.reduce((sum, use) => sum + use.products, 0)
  if (products > 0 && !equals(pointsOf(before.standardPoints), pointsOf(after.standardPoints))) {
    refuse('evaluation.catalogue.standard-in-use', { products, standardPoints: shortPoints(before.standardPoints) })
  }
  for (const use of uses) {
    const group = after.groups.find((one) => one.code === use.group)
    if (group === undefined || compare(pointsOf(use.mostPoints), pointsOf(group.maxPoints)) > 0) {
      refuse('evaluation.catalogue.group-in-use', { code: use.group, products: use.products, mostPoints: shortPoints(use.mostPoints) })
    }
  }
}

/** Refuses a product in a group the catalogue does not have, or with more points than the group admits. */
export function requireInGroup(groups: readonly ComplexityGroup[], code: string, points: string): void {
  const group = groups.find((one) => one.code === code)
  if (group === undefined) return refuse('evaluation.product.unknown-group', { code, known: groups.map((one) => one.code) })
  if (compare(pointsOf(points), pointsOf(group.maxPoints)) > 0) {
    refuse('evaluation.product.points-above-group', { code, points, maxPoints: group.maxPoints })
  }
}
