import { isZero, parseRational, sub, toShortest } from '#kernel/rational.ts'

/** The superior's points less the person's own, `-0.5`; null when either is not scored or there is no difference. */
export function pointsGap(self: string | undefined, superior: string | undefined): string | null {
  const own = self === undefined ? null : parseRational(self)
  const given = superior === undefined ? null : parseRational(superior)
  if (own === null || given === null) return null
  const gap = sub(given, own)
  return isZero(gap) ? null : toShortest(gap)
}
