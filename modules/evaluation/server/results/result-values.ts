import type { Reason } from '../../domain/scoring/types.ts'

/** What was computed and decided, as both a person's and an organisation's result keep it: three values that never merge. */
export interface ResultValues {
  readonly exact: string | null
  readonly total: string | null
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  readonly provisionalLevel: string
  readonly decisionReason: string
  readonly reasons: readonly Reason[]
  readonly publishedAt: Date | null
}

interface ResultRow {
  readonly exact_total: string | null
  readonly total: string | null
  readonly general_points: string | null
  readonly task_points: string | null
  readonly provisional_level: string
  readonly decision_reason: string
  readonly reasons: unknown
  readonly published_at: unknown
}

/** The values of a stored row. */
export function valuesOfRow(row: ResultRow): ResultValues {
  return {
    exact: row.exact_total,
    total: row.total,
    generalPoints: row.general_points,
    taskPoints: row.task_points,
    provisionalLevel: row.provisional_level,
    decisionReason: row.decision_reason,
    reasons: row.reasons as Reason[],
    publishedAt: row.published_at as Date | null,
  }
}
