import type { ProductId } from '#kernel/id.ts'

/** A product as the picker remembers it. */
export interface RecentProduct {
  readonly id: ProductId
  readonly code: string
  readonly name: string
  readonly unitOfCount: string
  readonly coefficientShown: string
}

const most = 5
const nameOf = (accountId: string) => `thuocdo.recent-products.${accountId}`

/** The products an account used last on this machine, newest first. */
export function recentProducts(accountId: string): readonly RecentProduct[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(accountId)) ?? '[]')
    return Array.isArray(kept) ? (kept as RecentProduct[]).slice(0, most) : []
  } catch {
    return []
  }
}

/** Puts a product first among those used last; each stands once. */
export function withRecent(recent: readonly RecentProduct[], product: RecentProduct): RecentProduct[] {
  return [product, ...recent.filter((one) => one.id !== product.id)].slice(0, most)
}

/** Remembers that a product was used. */
export function rememberProduct(accountId: string, product: RecentProduct): void {
  try {
    localStorage.setItem(nameOf(accountId), JSON.stringify(withRecent(recentProducts(accountId), product)))
  } catch {
    // A full or forbidden store only means that nothing is suggested next time.
  }
}
