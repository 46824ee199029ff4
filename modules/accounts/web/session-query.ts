import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { call, RefusedError } from '#platform/web/client.ts'
import { keyOf } from '#platform/web/load.ts'
import { keptAnswer, readShowingKept } from '#platform/web/offline/kept-reads.ts'
import { forgetAccount, isSignOutOwed, rememberedAccount, signOutPaid } from '#platform/web/offline/remembered.ts'
import type { Session } from '../contract/routes.ts'
import { signInRoutes } from '../contract/sign-in-routes.ts'

/**
 * The session, asked once when the page opens and again after signing in or out. While the server is slow or silent,
 * who was signed in on this device last time is shown; as soon as the server says otherwise, that.
 */
export function useSessionQuery(): UseQueryResult<Session> {
  return useQuery({
    queryKey: keyOf(signInRoutes.session),
    queryFn: ({ signal, client, queryKey }) => readShowingKept(client, queryKey, signal, () => readSession(signal), keptSession),
    staleTime: Infinity,
  })
}

async function readSession(signal?: AbortSignal): Promise<Session> {
  if (isSignOutOwed()) await endOwedSession()
  const session = await call(signInRoutes.session, {}, signal === undefined ? {} : { signal })
  if (!session.signedIn) forgetAccount()
  return session
}

/** Somebody logged out without a link: their session ends before anybody sees anything of it. */
async function endOwedSession(): Promise<void> {
  try {
    await call(signInRoutes.signOut, {})
  } catch (error) {
    // Refused means that the session is over already.
    if (!(error instanceof RefusedError)) throw error
  }
  signOutPaid()
}

/** Who was signed in last time; its day is the server's of then. */
async function keptSession(): Promise<{ value: Session; at: number } | undefined> {
  const accountId = rememberedAccount()
  if (accountId === undefined) return undefined
  const { openVault } = await import('#platform/web/offline/open-vault.ts')
  const kept = await keptAnswer(await openVault(accountId), signInRoutes.session, {})
  if (kept === undefined || !kept.value.signedIn) return undefined
  return kept
}

/** Asks for the session anew. What another account has read is forgotten; what this one has is read again, because it may see more or less now. */
export function useSessionChanged(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const key = keyOf(signInRoutes.session)
    const before = client.getQueryData<Session>(key)
    const session = await readSession()
    const others = { predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== key[0] }
    const stays = before?.signedIn === true && session.signedIn && before.actor.accountId === session.actor.accountId
    if (!stays) client.removeQueries(others)
    client.setQueryData(key, session)
    if (stays) await client.invalidateQueries(others)
  }
}
