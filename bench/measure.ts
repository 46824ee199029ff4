/** The middle of three or more runs. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2
}

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One line of the report. */
export interface Finding {
  readonly id: string
  readonly what: string
  readonly goal: string
  /** The measured ratio or figure of each run, and how to show it. */
  readonly runs: readonly number[]
  readonly show: (value: number) => string
  readonly met: (value: number) => boolean
  /** What limits it, and figures behind it. */
  readonly notes: readonly string[]
}

/** A table row and its notes, in Markdown. */
export function rowOf(finding: Finding): string {
  const middle = median(finding.runs)
  const verdict = finding.met(middle) ? 'met' : 'missed'
  return `| ${finding.id} | ${finding.what} | ${finding.goal} | **${finding.show(middle)}** | ${finding.runs.map(finding.show).join(' · ')} | ${verdict} |`
}
