import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** The platform's own refusals. */
export const platformRefusals = {
  'platform.invalid-input': 400,
  'platform.request-id-missing': 400,
  'platform.not-signed-in': 401,
  'platform.not-found': 404,
  'platform.prove-again': 403,
  'platform.second-factor-needed': 403,
  'platform.second-person-needed': 403,
  'platform.request-id-reused': 409,
  'platform.conflict': 409,
  'platform.too-large': 413,
  'platform.classified': 422,
  'platform.bad-page-key': 400,
  'platform.stored-file-damaged': 503,
  'platform.field-key-missing': 503,
  'platform.sealed-field-broken': 503,
  'platform.no-space': 503,
  'platform.database-away': 503,
  'spreadsheet.not-readable': 422,
} as const satisfies RefusalCatalogue
