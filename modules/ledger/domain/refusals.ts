import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** Refusals of the ledger's screens. */
export const ledgerRefusals = {
  'ledger.nothing-to-export': 422,
} as const satisfies RefusalCatalogue
