import type { Permission } from '#kernel/permission.ts'

/** Roles given by hand (vai trò được giao); everything else follows from posts. */
export const grantedRoles = ['administrator', 'officer', 'decider', 'auditor', 'reporter', 'editor', 'director', 'producer', 'gallery'] as const
export type GrantedRole = (typeof grantedRoles)[number]

/** Roles with rights over what a committee has only once (accounts, ledger, operation): never given over a part of it. */
export const wholeCommitteeRoles: ReadonlySet<GrantedRole> = new Set(['administrator', 'auditor'])

/** Rights of each granted role over its unit subtree. */
export const rightsOfRole = {
  administrator: ['accounts:manage', 'organisation:read', 'ledger:read', 'operations:watch'],
  officer: ['organisation:read', 'organisation:manage', 'evaluation:manage', 'evaluation:assign', 'evaluation:rulebooks', 'evaluation:issue', 'personal-data:manage'],
  decider: ['organisation:read', 'evaluation:decide', 'evaluation:issue'],
  auditor: ['organisation:read', 'ledger:read'],
  reporter: ['newsroom:write'],
  editor: ['newsroom:write', 'newsroom:review'],
  director: ['newsroom:approve'],
  producer: ['newsroom:desk', 'newsroom:rundown'],
  gallery: ['newsroom:air'],
} as const satisfies Record<GrantedRole, readonly Permission[]>

/** Rights of everybody who holds any post today. */
export const rightsOfMember = ['organisation:read', 'evaluation:self'] as const satisfies readonly Permission[]

/**
 * Rights of the head of a unit over its subtree: to assign and score under article 10.1 of NĐ 335/2025, and to
 * decide under 10.2 where the campaign names this person as the authority. A rulebook is issued for the whole body, so
 * only the head at its top can use the right to issue.
 */
export const rightsOfHead = ['evaluation:assign', 'evaluation:score', 'evaluation:decide', 'evaluation:issue'] as const satisfies readonly Permission[]
