import type { Sender } from '#platform/web/offline/outbox.ts'

/** How each kind of unsent work of this module is sent, fetched only when there is some. */
export const evaluationSenders: Readonly<Record<string, () => Promise<Sender>>> = {
  'evaluation.sheet': async () => (await import('./send-sheet.ts')).sendSheet,
  'evaluation.unit-sheet': async () => (await import('./send-unit-sheet.ts')).sendUnitSheet,
  'evaluation.rating': async () => (await import('./send-rating.ts')).sendRating,
  'evaluation.unnamed-ratings': async () => (await import('./send-unnamed-ratings.ts')).sendUnnamedRatings,
  'evaluation.task-result': async () => (await import('./send-task-result.ts')).sendTaskResult,
  'evaluation.ad-hoc-task': async () => (await import('./send-ad-hoc-task.ts')).sendAdHocTask,
  'evaluation.rulebook-draft': async () => (await import('./send-rulebook-draft.ts')).sendRulebookDraft,
}
