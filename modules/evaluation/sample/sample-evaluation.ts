import { sampleMonth } from './sample-month.ts'
import { sampleMonths } from './scored-people.ts'
import type { SampleDiscipline, SampleJudgement, SampleMonthlyResult, SampleTask } from './types.ts'

interface Months {
  /** 'YYYY-MM' of 2026. */
  readonly months: readonly string[]
}

/** Quarter III of 2026: the three months whose tasks the sample stores one by one. */
export const sampleQuarter: readonly string[] = ['2026-07', '2026-08', '2026-09']

/** Months closed when the sample is loaded; October, being scored, comes after them. */
export const sampleClosedMonths: readonly string[] = sampleMonths.slice(0, 9)

/** Month of the campaign that is open when the sample is loaded. */
export const sampleOpenMonth = '2026-10'

/** Tasks of all civil servants with their results; each month counts the tasks with a deadline in it. */
export function sampleTasks({ months }: Months = { months: sampleQuarter }): readonly SampleTask[] {
  return months.flatMap((month) => sampleMonth(month).tasks)
}

/** Criteria d, đ, e of every leader in the months, 100 or 50 with a reason (Article 15 of NĐ 335/2025). */
export function sampleJudgements({ months }: Months = { months: sampleQuarter }): readonly SampleJudgement[] {
  return months.flatMap((month) => sampleMonth(month).judgements)
}

/**
 * Closed monthly totals. A person has no row for a month spent mostly on leave or before joining, so
 * the year of such a person is the mean of the months there are (Article 17 of NĐ 335/2025).
 */
export function sampleMonthlyResults(
  { months }: Months = { months: sampleClosedMonths },
): readonly SampleMonthlyResult[] {
  return months.flatMap((month) => sampleMonth(month).results)
}

/** All twelve months of 2026, for form 02 and for an office that loads the sample after the year ends. */
export function sampleFullYear(): readonly SampleMonthlyResult[] {
  return sampleMonthlyResults({ months: sampleMonths })
}

/** Kỷ luật trong năm: one good scorer whom Article 20 of NĐ 335/2025 nevertheless puts at the lowest level. */
export const sampleDisciplines: readonly SampleDiscipline[] = [
  {
    person: 'CL035',
    form: 'reprimand',
    dutyRelated: true,
    decisionNumber: '229/QĐ-UBND',
    decisionDate: '2026-06-12',
  },
]
