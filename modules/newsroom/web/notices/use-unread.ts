import { useLoad } from '#platform/web/load.ts'
import { noticeRoutes } from '../../contract/notice-routes.ts'

/** How many notices one has not read; asked again each minute while a page of the newsroom is open. */
export function useUnread(): number {
  return useLoad(noticeRoutes.countNotices, {}, { every: 60_000 }).data?.unread ?? 0
}
