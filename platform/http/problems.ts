import type { z } from 'zod'
import type { Problem } from '#platform/contract/error.ts'

/** zod's issues as problems that name the path, what is wrong and what was expected. */
export function problemsOf(error: z.ZodError, where: string): Problem[] {
  return error.issues.slice(0, 100).map((issue) => {
    const path = [where, ...issue.path].map(String).join('.')
    const expected = expectedOf(issue)
    return { path, code: issue.code ?? 'custom', message: issue.message, ...(expected === undefined ? {} : { expected }) }
  })
}

function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'too_big':
      return `≤ ${String(issue.maximum)}`
    case 'too_small':
      return `≥ ${String(issue.minimum)}`
    case 'invalid_format':
      return issue.format
    case 'invalid_value':
      return issue.values.map(String).join(' | ')
    case 'custom':
      return typeof issue.params?.['expected'] === 'string' ? issue.params['expected'] : undefined
    default:
      return undefined
  }
}
