import type { Actor } from '#kernel/actor.ts'
import type { LedgerFact } from './ledger.ts'

const withinMs = 10 * 60_000
const kept = 20_000

/** Remembers which pages of lists were read lately, so that scrolling back and forth leaves one entry, not hundreds. */
export interface RecentReads {
  /** Whether the same account read the same people in the same list within ten minutes on this server. */
  seen(actor: Actor, fact: LedgerFact, now: Date): boolean
  remember(actor: Actor, fact: LedgerFact, now: Date): void
}

/** An empty memory; it is lost with the process, which only makes an entry too many. */
export function createRecentReads(): RecentReads {
  const reads = new Map<string, number>()
  const keyOf = (actor: Actor, fact: LedgerFact): string => `${actor.accountId} ${fact.action} ${fact.subject.kind} ${fact.subject.id} ${JSON.stringify(fact.data ?? {})}`
  return {
    // A read of the future, before the clock was set back, is none.
    seen: (actor, fact, now) => Math.abs(now.getTime() - (reads.get(keyOf(actor, fact)) ?? -Infinity)) < withinMs,
    remember(actor, fact, now) {
      if (reads.size >= kept) reads.clear()
      reads.set(keyOf(actor, fact), now.getTime())
    },
  }
}
