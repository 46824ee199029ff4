/** SQLSTATE of a database error, or undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/**
 * The constraint a database error names. A distributed engine leaves the field empty and puts the name with a
 * shard suffix into the message, so it is taken from there and the suffix stripped.
 */
export function constraintOf(error: unknown): string | undefined {
  const { constraint, message } = error as { constraint?: unknown; message?: unknown }
  if (typeof constraint === 'string' && constraint !== '') return constraint
  if (typeof message !== 'string') return undefined
  return /constraint "([^"]+?)(?:_\d+)?"/.exec(message)?.[1]
}

/** Whether the error is a violation of this unique, exclusion or foreign key constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return sqlStateOf(error)?.startsWith('23') === true && constraintOf(error) === constraint
}
