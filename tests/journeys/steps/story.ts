import { test } from 'node:test'
import { lastLook } from './last-look.ts'

/** Milliseconds one step may take; loading the sample is the longest. */
const limit = 150_000

/** Tests that follow one another in one world: after one has failed the others have nothing to stand on and are skipped. */
export function story(): (sentence: string, work: () => Promise<void>) => void {
  let broken = false
  return (sentence, work) => {
    void test(sentence, { timeout: limit }, async (context) => {
      if (broken) return context.skip('an earlier step failed')
      broken = true
      try {
        await work()
      } catch (error) {
        process.stderr.write(`The windows when "${sentence}" failed:\n${await lastLook()}\n`)
        throw error
      }
      broken = false
    })
  }
}
