import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Page } from '#kernel/page.ts'
import type { InputOf, ReceivedOf, Route } from '#platform/contract/route.ts'
import { call } from './client.ts'
import { readKept } from './offline/kept-reads.ts'

/** The cache key of a route and its input; its first part alone stands for every input. */
export function keyOf(route: Route, input?: unknown): readonly unknown[] {
  const name = `${route.method} ${route.path}`
  return input === undefined ? [name] : [name, input]
}

interface LoadOptions {
  /** False until the input is known. */
  readonly enabled?: boolean
  /** Milliseconds after which it is asked again while the page stays open. */
  readonly every?: number
  /** Milliseconds for which an answer is believed; else it is asked again whenever a screen opens, after 15 seconds. */
  readonly fresh?: number
  /** Kept on the device, encrypted, and shown from there while the server is slow or silent. */
  readonly keep?: boolean
}

/** Reads a GET route; the answer is shared between screens and the old one stays while a new input loads. */
export function useLoad<R extends Route>(route: R, input: InputOf<R>, options: LoadOptions = {}): UseQueryResult<ReceivedOf<R>> {
  return useQuery({
    queryKey: keyOf(route, input),
    queryFn: ({ signal, client, queryKey }) => (options.keep ? readKept(client, queryKey, route, input, signal) : call(route, input, { signal })),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
  })
}

type ItemOf<R extends Route> = ReceivedOf<R> extends Page<infer Item> ? Item : never

export interface Pages<Item> {
  readonly items: readonly Item[]
  readonly error: unknown
  /** Nothing to show yet. */
  readonly loading: boolean
  /** Old items are shown while new ones come. */
  readonly refreshing: boolean
  /** When the items were read. */
  readonly readAt: number
  readonly retry: () => void
  /** For DataTable's `more`; undefined on the last page. */
  readonly more: { readonly loading: boolean; readonly onMore: () => void } | undefined
}

/** Reads a list by key, page after page; `input.query.after` is set here. */
export function useLoadPages<R extends Route>(route: R, input: InputOf<R>, options: LoadOptions = {}): Pages<ItemOf<R>> {
  const result = useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam, client, queryKey }) => {
      if (options.keep && pageParam === undefined) {
        const first = readKept(client, queryKey, route, input, signal, (page) => ({ pages: [page], pageParams: [undefined] }))
        return first as Promise<Page<ItemOf<R>>>
      }
      const { query } = input as { query?: Record<string, unknown> }
      const asked = { ...(input as object), query: { ...query, ...(pageParam === undefined ? {} : { after: pageParam }) } }
      return call(route, asked as unknown as InputOf<R>, { signal }) as Promise<Page<ItemOf<R>>>
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  })
  return {
    items: result.data?.pages.flatMap((page) => page.items) ?? [],
    error: result.error,
    loading: result.isPending,
    refreshing: result.isPlaceholderData,
    readAt: result.dataUpdatedAt,
    retry: () => void result.refetch(),
    more: result.hasNextPage
      ? { loading: result.isFetchingNextPage, onMore: () => void result.fetchNextPage() }
      : undefined,
  }
}

/** After a command: asks again for whatever is shown of these routes, with any input. Awaits what is on screen. */
export function useRefresh(): (...routes: readonly Route[]) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (...routes) => {
      await Promise.all(routes.map((route) => client.invalidateQueries({ queryKey: keyOf(route) })))
    },
    [client],
  )
}
