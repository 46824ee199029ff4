import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut, isUnreachable } from '#ui/error-words.ts'
import { signInAgain } from '#ui/expired-login.ts'

/**
 * The cache of what screens have read. Fresh for 15 seconds; asked again when a screen opens or a command says so,
 * never because a window was clicked. A lost connection is retried twice, a refusal never; an expired login asks
 * for the password above the page and then reads again.
 */
export function createQueries(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (!isSignedOut(error)) return
        signInAgain().then(
          () => client.invalidateQueries(),
          () => undefined,
        )
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        // A LAN without internet counts as offline for the browser, yet the server is there.
        networkMode: 'always',
        retry: (count, error) => isUnreachable(error) && count < 2,
      },
    },
  })
  return client
}
