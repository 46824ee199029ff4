import type { TransitionTable } from '#kernel/transition.ts'

/** Where one subject's file stands within a campaign. */
export const participantStatuses = ['waiting', 'self_scoring', 'superior_scoring', 'scored', 'compiled', 'decided', 'published'] as const
export type ParticipantStatus = (typeof participantStatuses)[number]

export const participantActs = ['start', 'submit_self', 'submit_self_alone', 'return_to_self', 'submit_superior', 'return_to_superior', 'return_alone', 'compile', 'reopen', 'decide', 'undo_decision', 'publish'] as const
export type ParticipantAct = (typeof participantActs)[number]

/** Who acts: the subject, the superior (article 10.1), the personnel body, the deciding authority (article 10.2). */
export type ParticipantRight = 'subject' | 'superior' | 'personnel' | 'authority'

/** Which act leads from where to where; server and screen read this table. */
export const participantTransitions = {
  start: { from: ['waiting'], to: 'self_scoring', by: 'personnel' },
  submit_self: { from: ['self_scoring'], to: 'superior_scoring', by: 'subject' },
  // Where the rulebook asks no superior to score, a file is scored once the subject has sent it on.
  submit_self_alone: { from: ['self_scoring'], to: 'scored', by: 'subject' },
  return_to_self: { from: ['superior_scoring'], to: 'self_scoring', by: 'superior' },
  submit_superior: { from: ['superior_scoring'], to: 'scored', by: 'superior' },
  return_to_superior: { from: ['scored'], to: 'superior_scoring', by: 'personnel' },
  return_alone: { from: ['scored'], to: 'self_scoring', by: 'personnel' },
  compile: { from: ['scored'], to: 'compiled', by: 'personnel' },
  reopen: { from: ['compiled'], to: 'scored', by: 'personnel' },
  decide: { from: ['compiled', 'decided'], to: 'decided', by: 'authority' },
  undo_decision: { from: ['decided'], to: 'compiled', by: 'personnel' },
  publish: { from: ['decided'], to: 'published', by: 'personnel' },
} as const satisfies TransitionTable<ParticipantAct, ParticipantStatus, ParticipantRight>
