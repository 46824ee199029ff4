import type { ReceivedOf } from '#platform/contract/route.ts'
import type { royaltyRoutes } from '../../contract/royalty-routes.ts'

/** What aired in a month, as the desk sees it. */
export type Month = ReceivedOf<typeof royaltyRoutes.getRoyalties>

/** An aired item with whom it pays. */
export type Item = Month['items'][number]

/** What one person is paid for it. */
export type Part = Item['parts'][number]

/** Whole đồng as read here: 1.250.000. */
export function showDong(amount: number): string {
  return amount.toLocaleString('vi')
}
