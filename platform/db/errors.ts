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

const awayStates = new Set(['57P01', '57P02', '57P03', '53300'])
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'])

/** Whether the database did not answer: it has stopped, is starting again, or takes no more connections. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== undefined && (awayStates.has(state) || state.startsWith('08'))) return true
  if (!(error instanceof Error)) return false
  // A missing socket is ENOENT of `connect`; a missing file is another matter.
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined && awayCodes.has(code)) return code !== 'ENOENT' || syscall === 'connect'
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message)
}

/** Whether the error is a violation of this unique, exclusion or foreign key constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return sqlStateOf(error)?.startsWith('23') === true && constraintOf(error) === constraint
}
