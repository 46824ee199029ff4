/**
 * The same data with every text and key held once by the engine. A text cut out of a file is not, and code that looks
 * fields up by such a name is compiled and thrown away again and again: a fourth of the time of scoring 100,000 sheets.
 */
export function interned<T>(data: T): T {
  return intern(data) as T
}

function intern(data: unknown): unknown {
  if (typeof data === 'string') return Object.keys({ [data]: 0 })[0]
  if (Array.isArray(data)) return data.map(intern)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, intern(value)]))
}
