import assert from 'node:assert/strict'
import { Refused } from './test-server.ts'

/** For `assert.rejects`: a refusal with this code, and this much of its data. */
export function refused(code: string, data: Readonly<Record<string, unknown>> = {}): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof Refused, String(error))
    assert.equal(error.code, code)
    for (const [key, value] of Object.entries(data)) assert.deepEqual(error.data[key], value, key)
    return true
  }
}

/** The code of the refusal, or `not refused`; anything else thrown goes on. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'not refused'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}
