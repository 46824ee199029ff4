import { isDiskFull } from '#platform/files/room.ts'

/** Why the embedded PostgreSQL cannot run; each has one line for the person at the screen. */
export type ClusterProblem = 'no-binaries' | 'no-space' | 'other-major' | 'other-owner' | 'already-running' | 'no-user' | 'failed'

/** The embedded PostgreSQL cannot run. `detail` holds what the server itself said. */
export class ClusterError extends Error {
  readonly problem: ClusterProblem
  readonly detail: string

  constructor(problem: ClusterProblem, detail = '') {
    super(`${problem}: ${detail}`)
    this.name = 'ClusterError'
    this.problem = problem
    this.detail = detail
  }
}

/** Turns what initdb, postgres or the file system said into a problem with a name. */
export function clusterErrorFrom(error: unknown): ClusterError {
  if (error instanceof ClusterError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const text = error instanceof Error ? error.message : String(error)
  if (isDiskFull(error) || saysNoSpace(text)) return new ClusterError('no-space', text)
  if (code === 'EACCES' || code === 'EPERM') return new ClusterError('other-owner', text)
  return new ClusterError('failed', text)
}

/** Whether a program's output says that the disk is full. */
export function saysNoSpace(output: string): boolean {
  return /No space left on device|Disk quota exceeded|not enough space on the disk/i.test(output)
}
