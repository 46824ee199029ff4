import { setTimeout as sleep } from 'node:timers/promises'

/** Looks again and again, first after `everyMs`, until stopped; a look that fails is told of and ends nothing. */
export function keepLooking(look: () => Promise<void>, everyMs: number, problem: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      if (!stopping.signal.aborted) await look().catch(problem)
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
