import type { ProblemPath } from './check-formulas.ts'

/** Notes one fault of a rulebook: where, what (Vietnamese), what was expected. */
export type Report = (path: ProblemPath, message: string, expected: string) => void
