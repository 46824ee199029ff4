import type { RefusalCatalogue } from '#kernel/refusal.ts'

export const accountsRefusals = {
  'accounts.sign-in.wrong': 401,
  'accounts.sign-in.too-many-attempts': 429,
  'accounts.sign-in.disabled': 401,
  'accounts.set-up.done': 409,
  'accounts.login.unknown-person': 404,
  'accounts.login.exists': 409,
  'accounts.password.wrong': 422,
  'accounts.password.same': 422,
} as const satisfies RefusalCatalogue
