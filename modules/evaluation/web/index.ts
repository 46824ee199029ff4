import { lazy } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Vault } from '#platform/web/offline/vault.ts'

/** Front door of the evaluation screens, for the shell and for the page of a person. */
export { evaluationPages } from './routes.tsx'

/** The module's words, among them those of its refusals. */
export { evaluationText } from './messages.ts'
export { evaluationSenders } from './offline/senders.ts'
export { evaluationApprovals } from './approval-acts.ts'

/** What other modules bring to the list of one's work. */
export { OtherWorkContext } from './my-work/other-work.ts'

/** The pages that work without a link; where the browser keeps no files they must be there before it is gone. */
export const fetchEvaluationPages = (): Promise<unknown> => Promise.all([import('./my-work/my-work-page.tsx'), import('./sheet/sheet-page.tsx'), import('./tasks/tasks-page.tsx')])

/** Reads open sheets with their rulebooks, own tasks and the catalogue while there is a link. */
export const keepEvaluationAhead = async (vault: Vault, today: CalendarDate): Promise<void> => (await import('./offline/keep-ahead.ts')).keepEvaluationAhead(vault, today)

/** Scores and levels of one person over time; below a Suspense, fetched when it is first shown. */
export const EvaluationHistory = lazy(async () => ({ default: (await import('./results/evaluation-history.tsx')).EvaluationPanel }))
