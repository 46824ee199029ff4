/** Why an item's words stand on a prompter or not: duyệt phát, phát trước ký sau, chưa được phát; plain items have none to read. */
export const leaves = ['approved', 'air_first', 'none', 'plain'] as const
export type Leave = (typeof leaves)[number]

/** Words a minute. */
export const slowest = 20
export const fastest = 600
export const usualSpeed = 200
export const speedStep = 10

/** A speed that can be set, nearest to this one. */
export function speedWithin(speed: number): number {
  return Math.min(fastest, Math.max(slowest, Math.round(speed)))
}
