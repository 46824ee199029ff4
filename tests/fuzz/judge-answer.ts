import { errorReply } from '#platform/contract/error.ts'
import type { FuzzRequest } from './draw-request.ts'
import type { FuzzAnswer } from './send-request.ts'

/** The only answers above 499: a stored file that is damaged, and a program that is being ended. */
const meant = new Set([503])
const largestBody = 1024 * 1024
/** What an answer of the program may never hold: places in its code, statements, what the database says of itself. */
const inside = /node_modules|file:\/\/\/|\bat \S+ \(|\.ts:\d+|SQLSTATE|syntax error at|violates (foreign|unique|check)|ECONNREFUSED|select .* from |insert into /i
const polluted = ['polluted', 'role', 'permissions', 'isAdmin']

/** What is wrong with an answer, in words; nothing when it is as it must be. `foreign`: words no answer to this caller may hold. */
export function judge(request: FuzzRequest, answer: FuzzAnswer, foreign: readonly string[]): string[] {
  if (answer.failed === 'hung') return [`no answer within ${Math.round(answer.ms)} ms`]
  // Who sends more than is taken may find the connection closed before all of it is sent.
  if (answer.failed === 'cut') return (request.body?.byteLength ?? 0) >= largestBody ? [] : ['the connection was cut']
  const faults: string[] = []
  if (answer.status >= 500 && !meant.has(answer.status)) faults.push(`status ${answer.status}`)
  if (answer.headers['x-content-type-options'] !== 'nosniff') faults.push('no nosniff')
  if (!String(answer.headers['content-security-policy']).includes("default-src 'self'")) faults.push('no content policy')
  const text = answer.body.toString('utf8')
  if (answer.status >= 400 && request.method !== 'HEAD') faults.push(...faultsOfRefusal(answer, text))
  const sent = `${request.url} ${request.body?.toString('utf8') ?? ''}`
  faults.push(...foreign.filter((word) => text.includes(word) && !sent.includes(word)).map((word) => `the other committee's ${word}`))
  return [...faults, ...pollution()]
}

function faultsOfRefusal(answer: FuzzAnswer, text: string): string[] {
  const faults: string[] = []
  if (!String(answer.headers['content-type']).startsWith('application/json')) return [`refused as ${String(answer.headers['content-type'])}`]
  try {
    const { error } = errorReply.parse(JSON.parse(text))
    if (!/^[a-z-]+\.[a-z_.-]+$/.test(error.code)) faults.push(`code ${error.code}`)
  } catch {
    faults.push(`not the shape of a refusal: ${text.slice(0, 200)}`)
  }
  const shown = inside.exec(text)
  return shown === null ? faults : [...faults, `shows its inside: ${shown[0]}`]
}

/** What stands on the prototypes every object of the process shares. */
function pollution(): string[] {
  for (const name in {}) return [`Object.prototype.${name}`]
  const plain: Record<string, unknown> = {}
  return polluted.filter((name) => plain[name] !== undefined || ([] as unknown as Record<string, unknown>)[name] !== undefined).map((name) => `${name} on a prototype`)
}
