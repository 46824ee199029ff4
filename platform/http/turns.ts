/** Work of one account, of which only so much goes on at once. */
export type Turns = <Result>(accountId: string, work: () => Promise<Result>) => Promise<Result>

/**
 * Lets each account do `atOnce` heavy things at the same time; what it asks for beyond waits, first come first served,
 * so that one person who asks for everything leaves the program to the others.
 */
export function createTurns(atOnce: number): Turns {
  const running = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  const begin = (who: string): Promise<void> | undefined => {
    const count = running.get(who) ?? 0
    if (count < atOnce) {
      running.set(who, count + 1)
      return undefined
    }
    return new Promise((resolve) => waiting.set(who, [...(waiting.get(who) ?? []), resolve]))
  }
  // Whoever waits takes over the place of the one that ends.
  const end = (who: string): void => {
    const [next, ...rest] = waiting.get(who) ?? []
    if (rest.length > 0) waiting.set(who, rest)
    else waiting.delete(who)
    const count = running.get(who) ?? 1
    if (next !== undefined) next()
    else if (count > 1) running.set(who, count - 1)
    else running.delete(who)
  }
  return async (who, work) => {
    await begin(who)
    try {
      return await work()
    } finally {
      end(who)
    }
  }
}
