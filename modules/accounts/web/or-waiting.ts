import { isRefused } from '#ui/error-words.ts'

/** The answer, or that the act now waits for its second person (người thứ hai): then there is nothing left to do here. */
export async function orWaiting<Answer>(answer: Promise<Answer>): Promise<Answer | 'waiting'> {
  try {
    return await answer
  } catch (cause) {
    if (isRefused(cause) && cause.code === 'platform.second-person-needed' && cause.data['stands'] === 'waiting') return 'waiting'
    throw cause
  }
}
