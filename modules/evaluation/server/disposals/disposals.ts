import type { Disposal } from '#platform/retention/disposal.ts'
import { resultsDisposal, unitRoundsDisposal } from './dispose-results.ts'
import { evidenceDisposal, tasksDisposal } from './dispose-tasks.ts'

/** What of the evaluation is deleted in its time. */
export const evaluationDisposals: readonly Disposal[] = [evidenceDisposal, tasksDisposal, resultsDisposal, unitRoundsDisposal]
