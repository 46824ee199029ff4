import type { ClusterConnection } from './start-cluster.ts'

/** The connection as a postgres:// address; `role` is taken on by every connection made with it. */
export function connectionUrl(connection: ClusterConnection, database: string, role?: string): string {
  const query = new URLSearchParams()
  const isSocket = connection.host.startsWith('/')
  if (isSocket) query.set('host', connection.host)
  if (role !== undefined) query.set('options', `-c role=${role}`)
  const host = isSocket ? 'localhost' : connection.host
  const text = query.toString().replaceAll('+', '%20')
  return `postgres://${connection.user}:${encodeURIComponent(connection.password)}@${host}:${connection.port}/${database}${text === '' ? '' : `?${text}`}`
}
