import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { ClusterError } from './cluster-error.ts'

/** The system user PostgreSQL runs as when this process is root, which PostgreSQL refuses. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const ownUser = 'thuocdo'

/**
 * Whom PostgreSQL runs as: undefined for an ordinary user (then: ourselves). As root, the owner of an existing
 * cluster, else `postgres`, else a system user made for it, else `nobody`.
 */
export function serverUser(clusterFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  const user = findUser('postgres') ?? findUser(ownUser) ?? createUser() ?? findUser('nobody')
  if (user === undefined) throw new ClusterError('no-user')
  return user
}

function createUser(): ServerUser | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', ownUser])
  return findUser(ownUser)
}

function findUser(name: string): ServerUser | undefined {
  const fields = passwdLine(name)?.split(':') ?? []
  const [uid, gid] = [Number(fields[2] ?? NaN), Number(fields[3] ?? NaN)]
  if (Number.isInteger(uid) && Number.isInteger(gid)) return { name, uid, gid }
  const asked = spawnSync('id', ['-u', name], { encoding: 'utf8' })
  const group = spawnSync('id', ['-g', name], { encoding: 'utf8' })
  if (asked.status !== 0 || group.status !== 0) return undefined
  return { name, uid: Number(asked.stdout), gid: Number(group.stdout) }
}

function passwdLine(name: string): string | undefined {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
  } catch {
    return undefined
  }
}
