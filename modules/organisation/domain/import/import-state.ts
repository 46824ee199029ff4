import type { TransitionTable } from '#kernel/transition.ts'

/** States of an import (nhập từ Excel). `ready` may still hold warnings, `refused` has faulty cells. */
export const importStatuses = ['checking', 'ready', 'refused', 'failed', 'confirmed', 'discarded'] as const
export type ImportStatus = (typeof importStatuses)[number]

/** What the check is doing. */
export const importPhases = ['waiting', 'reading', 'comparing', 'storing_preview', 'done'] as const
export type ImportPhase = (typeof importPhases)[number]

/** What a row would do, or that it cannot be taken. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'faulty'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** What may be done with an import, from where: the one table server and screen read. */
export const importTransitions = {
  confirm: { from: ['ready'], to: 'confirmed', by: 'organisation:manage' },
  discard: { from: ['checking', 'ready', 'refused', 'failed'], to: 'discarded', by: 'organisation:manage' },
} as const satisfies TransitionTable<'confirm' | 'discard', ImportStatus, 'organisation:manage'>
