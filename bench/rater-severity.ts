import { performance } from 'node:perf_hooks'
import { correlationOf } from '#modules/evaluation/domain/analysis/agreement.ts'
import { fitCrossedEffects, type Observation } from '#modules/evaluation/domain/analysis/crossed-effects.ts'
import type { Finding } from './measure.ts'

const subjects = 300
const raters = 40
const sheetsEach = 4
const planted = { subject: 5, rater: 4, residual: 3 }
const campaigns = 20

interface Recovered {
  readonly correlation: number
  /** In points of a hundred: severity as estimated less as planted. */
  readonly error: number
  /** What the rater's plain mean less the mean of all would have missed by. */
  readonly plainError: number
  readonly subjectError: number
  readonly plainSubjectError: number
  readonly seconds: number
}

/** (h) Campaigns with planted severity: 300 people, each rated by 4 of 40 raters, strict ones given the better people. */
export function benchRaterSeverity(runs: number): Finding {
  const found = Array.from({ length: runs }, (_, run) => averageOf(Array.from({ length: campaigns }, (_, at) => recover(1 + run * campaigns + at))))
  const show = (value: number): string => value.toFixed(2)
  return {
    id: 'h',
    what: `Severity of ${raters} raters planted in simulated campaigns (${subjects} people × ${sheetsEach} sheets; sd of people ${planted.subject}, raters ${planted.rater}, noise ${planted.residual} points of 100): correlation of estimated with planted, mean of ${campaigns} campaigns`,
    goal: '≥ 0.95',
    runs: found.map((one) => one.correlation),
    show: (value) => value.toFixed(3),
    met: (value) => value >= 0.95,
    notes: found.map(
      (one, run) =>
        `run ${run + 1}: severity missed by ${show(one.error)} points (plain means: ${show(one.plainError)}), people by ${show(one.subjectError)} (plain means: ${show(one.plainSubjectError)}), ${(one.seconds * 1000).toFixed(0)} ms a campaign`,
    ),
  }
}

function recover(seed: number): Recovered {
  const draw = normalFrom(seed)
  const worth = Array.from({ length: subjects }, () => planted.subject * draw())
  const severity = Array.from({ length: raters }, () => planted.rater * draw())
  // People are not dealt to raters by lot: the more they are worth, the stricter the raters they tend to meet.
  const byWorth = worth.map((value, at) => ({ value, at })).toSorted((a, b) => a.value - b.value).map((one) => one.at)
  const bySeverity = severity.map((value, at) => ({ value, at })).toSorted((a, b) => b.value - a.value).map((one) => one.at)
  const observations: Observation[] = byWorth.flatMap((subject, place) => {
    const near = Math.floor((place / subjects) * raters)
    const chosen = new Set<number>()
    while (chosen.size < sheetsEach) chosen.add(bySeverity[(((near + Math.round(4 * draw())) % raters) + raters) % raters] ?? 0)
    return [...chosen].map((rater) => ({ subject: String(subject), rater: String(rater), value: 82 + (worth[subject] ?? 0) + (severity[rater] ?? 0) + planted.residual * draw() }))
  })
  const from = performance.now()
  const fit = fitCrossedEffects(observations)
  const seconds = (performance.now() - from) / 1000
  const centred = (values: readonly number[]): number[] => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.map((value) => value - mean)
  }
  const meansBy = (key: 'subject' | 'rater', count: number): number[] =>
    Array.from({ length: count }, (_, at) => {
      const own = observations.filter((one) => one[key] === String(at))
      return own.reduce((sum, one) => sum + one.value, 0) / Math.max(own.length, 1)
    })
  const missed = (found: readonly number[], real: readonly number[]): number => {
    const [a, b] = [centred(found), centred(real)]
    return Math.sqrt(a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0) / a.length)
  }
  // A rater whom nobody was dealt to has no estimate and is left out of both sides.
  const met = severity.flatMap((_, at) => (fit.raters.has(String(at)) ? [at] : []))
  const estimated = met.map((at) => fit.raters.get(String(at))?.effect ?? 0)
  const real = met.map((at) => severity[at] ?? 0)
  const plain = meansBy('rater', raters)
  return {
    correlation: correlationOf(estimated, real) ?? 0,
    error: missed(estimated, real),
    plainError: missed(met.map((at) => plain[at] ?? 0), real),
    subjectError: missed(worth.map((_, at) => fit.subjects.get(String(at)) ?? 0), worth),
    plainSubjectError: missed(meansBy('subject', subjects), worth),
    seconds,
  }
}

function averageOf(found: readonly Recovered[]): Recovered {
  const of = (key: keyof Recovered): number => found.reduce((sum, one) => sum + one[key], 0) / found.length
  return { correlation: of('correlation'), error: of('error'), plainError: of('plainError'), subjectError: of('subjectError'), plainSubjectError: of('plainSubjectError'), seconds: of('seconds') }
}

/** Normal draws that are the same in every run (Mulberry32, Box–Muller). */
function normalFrom(seed: number): () => number {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}
