import type { z } from 'zod'
import { approvalRoutes, type approvalLine } from './approval-routes.ts'
import { loginRoutes, type invitationSlip, type loginLine, type loginSlip } from './login-routes.ts'
import { roleRoutes, type givenRoleLine, type roleFilters } from './role-routes.ts'
import { securityRoutes, type securityView, type sessionLine } from './security-routes.ts'
import { signInRoutes, type sampleAccount, type secondFactorKinds, type sessionActor, type sessionView } from './sign-in-routes.ts'

export { shortestPassword, usernameShape } from './shapes.ts'

/** Every route of the accounts. */
export const accountsRoutes = { ...signInRoutes, ...securityRoutes, ...loginRoutes, ...roleRoutes, ...approvalRoutes }

export type Session = z.output<typeof sessionView>
export type SessionActor = z.output<typeof sessionActor>
export type SecondFactorKind = (typeof secondFactorKinds)[number]
export type SampleAccount = z.output<typeof sampleAccount>
export type LoginLine = z.output<typeof loginLine>
export type LoginSlip = z.output<typeof loginSlip>
export type InvitationSlip = z.output<typeof invitationSlip>
export type Security = z.output<typeof securityView>
export type SessionLine = z.output<typeof sessionLine>
export type Approval = z.output<typeof approvalLine>
export type GivenRoleLine = z.output<typeof givenRoleLine>
export type RoleFilter = (typeof roleFilters)[number]
