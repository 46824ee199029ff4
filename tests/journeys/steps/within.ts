/** Milliseconds a journey waits for one thing; PATIENCE lengthens it on a slow machine. */
export const patience = Number(process.env['PATIENCE'] ?? 30_000)

/** What `tools/run-tests.ts` knows a hung browser by. */
const hung = 'The browser gave no answer'

/** Ends a wait that has no limit of its own, and says what was waited for. */
export async function within<T>(what: string, waited: Promise<T>, limit = patience): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${hung} within ${limit / 1000} s: ${what}`)), limit)
  })
  try {
    return await Promise.race([waited, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
