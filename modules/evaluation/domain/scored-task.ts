/** A task with its result, as far as scoring needs it. */
export interface ScoredTask {
  readonly id: string
  readonly title: string
  readonly productCode: string
  /** Exact "n/d", frozen when assigned. */
  readonly coefficient: string
  readonly origin: 'assigned' | 'received' | 'ad_hoc'
  readonly status: string
  readonly assigned: number
  readonly completed: number
  readonly qualityFaults: number
  readonly lateEvents: number
  readonly qualityExcused: boolean
  readonly lateExcused: boolean
}
