import { lazy } from 'react'

/** Front door of the evaluation screens, for the shell and for the page of a person. */
export { evaluationPages } from './routes.tsx'

/** Scores and levels of one person over time; below a Suspense, fetched when it is first shown. */
export const EvaluationHistory = lazy(async () => ({ default: (await import('./results/evaluation-history.tsx')).EvaluationPanel }))
