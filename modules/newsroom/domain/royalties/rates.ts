import { formatVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'

/** What a rate is: đồng for an item, hundredths of a point for an item, or what a point is worth. */
export const rateKinds = ['amount', 'points', 'point_value'] as const
export type RateKind = (typeof rateKinds)[number]

/** A rate of royalties (mức nhuận bút), by the station's own decision. */
export interface RoyaltyRate {
  readonly id: string
  readonly kind: RateKind
  /** Thể loại; empty for every other item, and for what a point is worth. */
  readonly genre: string
  readonly value: number
  readonly firstDay: CalendarDate
  readonly documentNumber: string
  readonly documentDate: CalendarDate
}

/** What an item is paid, and by which decision. */
export type Priced = { readonly ok: true; readonly amount: number; readonly basis: string } | { readonly ok: false; readonly why: 'no-rate' | 'no-point-value' }

/** The rate in force on a day among some in the order they were recorded: the latest begun, of those of one day the last recorded. */
function inForce(rates: readonly RoyaltyRate[], day: CalendarDate): RoyaltyRate | undefined {
  return rates.filter(({ firstDay }) => firstDay <= day).reduce<RoyaltyRate | undefined>((latest, rate) => (latest === undefined || rate.firstDay >= latest.firstDay ? rate : latest), undefined)
}

function sameGenre(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** What an item of a genre that aired on a day is paid; one without a rate of its own by the rate for every other item. Points are rounded to whole đồng, half up. */
export function priceOf(genre: string, day: CalendarDate, rates: readonly RoyaltyRate[]): Priced {
  const items = rates.filter(({ kind }) => kind !== 'point_value')
  const rate = inForce(items.filter((each) => each.genre !== '' && sameGenre(each.genre, genre)), day) ?? inForce(items.filter((each) => each.genre === ''), day)
  if (rate === undefined) return { ok: false, why: 'no-rate' }
  if (rate.kind === 'amount') return { ok: true, amount: rate.value, basis: decisionOf(rate) }
  const worth = inForce(rates.filter(({ kind }) => kind === 'point_value'), day)
  if (worth === undefined) return { ok: false, why: 'no-point-value' }
  const amount = Number((BigInt(rate.value) * BigInt(worth.value) + 50n) / 100n)
  return { ok: true, amount, basis: rate.documentNumber === worth.documentNumber ? decisionOf(rate) : `${decisionOf(rate)}; ${decisionOf(worth)}` }
}

function decisionOf({ documentNumber, documentDate }: RoyaltyRate): string {
  return `${documentNumber} ngày ${formatVietnameseDate(documentDate)}`
}
