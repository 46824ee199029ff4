import { createContext, useContext } from 'react'
import type { AccountId, PersonId, TenantId } from '#kernel/id.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Permission } from '#kernel/permission.ts'

/** Who is signed in, as screens need it. */
export interface SignedIn {
  readonly accountId: AccountId
  readonly tenantId: TenantId
  readonly tenantName: string
  readonly personId: PersonId | null
  readonly displayName: string
  readonly permissions: readonly Permission[]
  /** Rights of this account that need a second factor, and wait for one. */
  readonly withheld: readonly Permission[]
  /** Requests of others that wait for this account as the second person. */
  readonly waiting: number
  /** The day in Vietnam, as the server counts. */
  readonly today: CalendarDate
}

/** Set by the shell around every signed-in page. */
export const SessionContext = createContext<SignedIn | undefined>(undefined)

/** Who is signed in; only below the shell. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession is used outside the signed-in shell')
  return session
}

/** Whether to *show* something that needs a right. Whether it may be done is the server's answer. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission)
}
