import type { Language } from './language.ts'
import { problemWords, refusalWords, type RefusalTexts } from './refusal-words.ts'
import { uiText } from './words.ts'

export type { RefusalTexts } from './refusal-words.ts'

export interface DescribedProblem {
  readonly path: string
  readonly message: string
  readonly expected?: string
}

export interface DescribedError {
  readonly kind: 'refused' | 'unreachable' | 'unexpected'
  readonly title: string
  readonly body: string
  readonly problems: readonly DescribedProblem[]
}

/** What the client throws when the server says no, told by its form so that the design system knows no server. */
export interface RefusedLike {
  readonly name: 'RefusedError'
  readonly status: number
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  readonly problems: readonly { path: string; code: string; message: string; expected?: string | undefined }[]
}

/** Whether the server answered and said no. */
export function isRefused(error: unknown): error is RefusedLike {
  return error instanceof Error && error.name === 'RefusedError' && 'code' in error
}

/** Whether there was no answer at all. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnreachableError'
}

/** Whether the server no longer knows who asks: the login has expired. */
export function isSignedOut(error: unknown): boolean {
  return isRefused(error) && error.code === 'platform.not-signed-in'
}

function wordsFor(error: RefusedLike, language: Language, texts: RefusalTexts | undefined): string {
  const text = texts?.[error.code] ?? refusalWords[language][error.code]
  if (text === undefined) return uiText[language].unknownRefusal(error.code)
  return typeof text === 'string' ? text : text(error.data as never)
}

/** Turns anything thrown into words for the person at the screen. */
export function describeError(error: unknown, language: Language, texts?: RefusalTexts): DescribedError {
  const words = uiText[language]
  if (isUnreachable(error)) {
    return { kind: 'unreachable', title: words.unreachableTitle, body: words.unreachable, problems: [] }
  }
  if (!isRefused(error) || error.code === 'platform.unexpected') {
    return { kind: 'unexpected', title: words.unexpectedTitle, body: words.unexpected, problems: [] }
  }
  const problems = error.problems.map((problem) => {
    const known = problemWords[language][problem.code]
    return {
      path: problem.path.replace(/^(body|query|params)(\.|$)/, ''),
      message: known ?? problem.message,
      ...(problem.expected === undefined ? {} : { expected: problem.expected }),
    }
  })
  return { kind: 'refused', title: words.refusedTitle, body: wordsFor(error, language, texts), problems }
}
