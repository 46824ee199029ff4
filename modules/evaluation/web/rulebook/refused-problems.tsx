import { isRefused } from '#ui/error-words.ts'
import { Notice } from '#ui/notice.tsx'

interface Problem {
  readonly path?: unknown
  readonly code?: unknown
  readonly message?: unknown
  readonly found?: unknown
  readonly expected?: unknown
}

/** What the rulebook found wrong with points or facts: which one, what, and what it takes. Nothing for other errors. */
export function RefusedProblems({ error, nameOf }: { error: unknown; nameOf: (path: string) => string }) {
  if (!isRefused(error) || !Array.isArray(error.data['problems'])) return null
  const problems: readonly Problem[] = error.data['problems']
  if (problems.length === 0) return null
  return (
    <Notice tone="warn">
      <ul>
        {problems.map((problem) => {
          const where = String(problem.path ?? problem.code ?? '')
          const what = String(problem.message ?? problem.found ?? '')
          return (
            <li key={`${where} ${what}`}>
              <strong>{nameOf(where)}</strong>: {what}
              {typeof problem.expected === 'string' && problem.expected !== '' && ` (${problem.expected})`}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
