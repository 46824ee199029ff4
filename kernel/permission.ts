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
  'personal-data:manage',
  'newsroom:write',
  'newsroom:review',
  'newsroom:approve',
  'newsroom:desk',
  'newsroom:rundown',
  'newsroom:air',
] as const

export type Permission = (typeof permissions)[number]

/** What a route may name: nobody in particular (typed out), anybody signed in, or a right. */
export type RoutePermission = 'public' | 'signed-in' | Permission

/**
 * Rights that need a second factor (xác thực hai lớp) where the committee's policy asks for one: to decide, to
 * administer, and those with which everybody's data can be taken out.
 */
export const needsSecondFactor = {
  'organisation:read': false,
  'organisation:manage': true,
  'accounts:manage': true,
  'evaluation:self': false,
  'evaluation:score': false,
  'evaluation:assign': false,
  'evaluation:manage': true,
  'evaluation:decide': true,
  'evaluation:rulebooks': true,
  'evaluation:issue': true,
  'ledger:read': true,
  'operations:watch': true,
  'personal-data:manage': true,
  'newsroom:write': false,
  'newsroom:review': true,
  'newsroom:approve': true,
  'newsroom:desk': false,
  'newsroom:rundown': false,
  'newsroom:air': false,
} as const satisfies Record<Permission, boolean>
