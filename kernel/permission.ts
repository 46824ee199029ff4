/**
 * Rights a route can ask for. A right over a *particular* thing is judged by the module's policy afterwards;
 * these say which kind of act somebody's posts and grants admit at all.
 */
export const permissions = [
  'organisation:read',
  'organisation:manage',
  'accounts:manage',
  'evaluation:self',
  'evaluation:score',
  'evaluation:assign',
  'evaluation:manage',
  'evaluation:decide',
  'evaluation:rulebooks',
  'evaluation:issue',
  'ledger:read',
  'operations:watch',
] as const

export type Permission = (typeof permissions)[number]

/** What a route may name: nobody in particular (typed out), anybody signed in, or a right. */
export type RoutePermission = 'public' | 'signed-in' | Permission
