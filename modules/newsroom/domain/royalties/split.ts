import type { PersonId } from '#kernel/id.ts'

/** For what somebody is paid in an item: tác giả, quay phim, dựng, đọc. */
export const royaltyRoles = ['author', 'camera', 'editing', 'reader'] as const
export type RoyaltyRole = (typeof royaltyRoles)[number]

/** Roles in words on paper. */
export const roleNames: Readonly<Record<RoyaltyRole, string>> = { author: 'Tác giả', camera: 'Quay phim', editing: 'Dựng, biên tập', reader: 'Đọc, dẫn' }

/** The share of one person in one role, in whole hundredths of the item's royalties. */
export interface Share {
  readonly personId: PersonId
  readonly role: RoyaltyRole
  readonly percent: number
}

/** Why shares cannot be kept: they are not a hundred together, or somebody stands twice in one role. */
export function problemOfShares(shares: readonly Share[]): 'sum' | 'twice' | null {
  if (new Set(shares.map(({ personId, role }) => `${personId} ${role}`)).size !== shares.length) return 'twice'
  return shares.reduce((sum, { percent }) => sum + percent, 0) === 100 && shares.every(({ percent }) => Number.isInteger(percent) && percent > 0) ? null : 'sum'
}

/** What each share of an amount is, in whole đồng that together are the amount: what is left over goes to the largest remainders, the first of equals. */
export function splitAmount(amount: number, shares: readonly { readonly percent: number }[]): number[] {
  const parts = shares.map(({ percent }, index) => ({ index, whole: (BigInt(amount) * BigInt(percent)) / 100n, rest: Number((BigInt(amount) * BigInt(percent)) % 100n) }))
  const left = amount - Number(parts.reduce((sum, { whole }) => sum + whole, 0n))
  const lucky = new Set([...parts].sort((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left).map(({ index }) => index))
  return parts.map(({ index, whole }) => Number(whole) + (lucky.has(index) ? 1 : 0))
}
