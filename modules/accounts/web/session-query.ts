import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { call } from '#platform/web/client.ts'
import { keyOf } from '#platform/web/load.ts'
import { accountsRoutes, type Session } from '../contract/routes.ts'

/** The session, asked once when the page opens and again after signing in or out. */
export function useSessionQuery(): UseQueryResult<Session> {
  return useQuery({
    queryKey: keyOf(accountsRoutes.session),
    queryFn: ({ signal }) => call(accountsRoutes.session, {}, { signal }),
    staleTime: Infinity,
  })
}

/** Asks for the session anew; what other accounts have read is forgotten. */
export function useSessionChanged(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const session = await call(accountsRoutes.session, {})
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== keyOf(accountsRoutes.session)[0] })
    client.setQueryData(keyOf(accountsRoutes.session), session)
  }
}
